import type { Action, Card, Message } from "./message.ts";
import type { Page } from "./page.ts";
import type { Press } from "./press.ts";

/** A plain statement. */
export function say(text: string, more: Omit<Extract<Message, { kind: "text" }>, "kind" | "text"> = {}): Message {
  return { kind: "text", text, ...more };
}

/** A question; its choices are offered as quick replies. */
export function ask(text: string, choices: Action[] = []): Message {
  return { kind: "text", text, asks: true, ...(choices.length > 0 ? { choices } : {}) };
}

/** One card. */
export function card(content: Card, more: Omit<Extract<Message, { kind: "card" }>, "kind" | "card"> = {}): Message {
  return { kind: "card", card: content, ...more };
}

/** A button that presses; the chat shows `says` (its label unless told otherwise) as the person's own words. */
export function press(label: string, what: Press, says: string = label): Extract<Action, { kind: "press" }> {
  return { kind: "press", label, press: what, says };
}

/** A button that begins a conversation. */
export function start(label: string, talk: string, args?: Record<string, string>): Action {
  return press(label, { to: "start", talk, ...(args ? { with: args } : {}) });
}

/** A button that opens a page of the mini-app; without a mini-app there is `otherwise`, or no button. */
export function openPage(label: string, page: Page, otherwise?: Exclude<Action, { kind: "page" }>): Action {
  return { kind: "page", label, page, ...(otherwise ? { otherwise } : {}) };
}
