import { type InjectionKey, inject } from "vue";
import type { Action } from "#scripts/simulator/types.ts";

/** What a message tells the phone when something on it is tapped. */
export type Tap = (action: Action, from: { messageId?: string; isQuickReply?: boolean }) => void;

export const tapKey: InjectionKey<Tap> = Symbol("tap");
export const messageKey: InjectionKey<string> = Symbol("message");

/** What makes a component tappable, by finger and by keyboard; nothing when it has no action. */
export function useTappable(): (action: Action | undefined) => Record<string, unknown> {
  const tap = useTap();
  return (action) => {
    if (action === undefined) return {};
    const handleTap = (event: Event) => {
      // The innermost action wins; the card around it may have one too.
      event.stopPropagation();
      tap(action);
    };
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === "Enter") handleTap(event);
    };
    return { role: "button", tabindex: 0, onClick: handleTap, onKeydown: handleKey };
  };
}

/** Taps actions of the message this component belongs to. */
export function useTap(): (action: Action | undefined) => void {
  const tap = inject(tapKey);
  const messageId = inject(messageKey, undefined);
  return (action) => {
    if (action !== undefined) tap?.(action, messageId === undefined ? {} : { messageId });
  };
}
