import type { messagingApi } from "@line/bot-sdk";
import type { Action, BotMessage, ChatMessage } from "./types.ts";

export interface Button {
  label: string;
  action: Action;
  /** The message it stands on; none for the rich menu. */
  messageId?: string;
  isQuickReply?: boolean;
  /** The words of the card it stands on, to tell equal buttons of a carousel apart. */
  card?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function words(node: unknown): string {
  if (Array.isArray(node)) return node.map(words).filter(Boolean).join(" ");
  if (!isObject(node)) return "";
  const parts = [node.title, node.text].filter((part) => typeof part === "string");
  const inner = [node.header, node.hero, node.body, node.footer, node.contents].map(words);
  return [...parts, ...inner].filter(Boolean).join(" ");
}

export const isAction = (value: unknown): value is Action => isObject(value) && typeof value.type === "string";

/** A label as the person sees it: the action's own, else the words it stands on. */
function labelOf(action: Action, node: unknown): string {
  return action.label ?? (words(node) || ("text" in action ? (action.text ?? "") : ""));
}

/** Walks Flex and templates alike: wherever an `action` hangs on something, that can be tapped. */
function collect(node: unknown, found: { label: string; action: Action }[]): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, found);
    return;
  }
  if (!isObject(node)) return;
  for (const action of [node.action, node.defaultAction]) if (isAction(action)) found.push({ label: labelOf(action, node), action });
  if (Array.isArray(node.actions))
    for (const action of node.actions) if (isAction(action)) found.push({ label: labelOf(action, {}), action });
  for (const part of [node.header, node.hero, node.body, node.footer, node.contents]) collect(part, found);
}

/** The tappable places of one message, in reading order (without its quick replies). */
export function buttonsOf(content: BotMessage): { label: string; action: Action; card: string }[] {
  return cardsOf(content).flatMap((one) => {
    const found: { label: string; action: Action }[] = [];
    collect(one, found);
    const card = words(one);
    return found.map((button) => ({ ...button, card }));
  });
}

/** The bubbles or columns of a message: one card, or several side by side. */
function cardsOf(content: BotMessage): object[] {
  if (content.type === "flex") return content.contents.type === "carousel" ? content.contents.contents : [content.contents];
  if (content.type !== "template") return [];
  return "columns" in content.template ? content.template.columns : [content.template];
}

export function quickRepliesOf(content: BotMessage): { label: string; action: Action }[] {
  const items = content.quickReply?.items ?? [];
  return items.flatMap(({ action }) => (action === undefined ? [] : [{ label: action.label ?? "", action }]));
}

/** A label as the rich menu's picture says it. */
function menuLabel(action: Action): string {
  if (action.label !== undefined) return action.label;
  if (action.type === "message") return action.text ?? "";
  return action.type === "postback" ? (action.displayText ?? action.data ?? "") : "";
}

export function menuButtons(menu: messagingApi.RichMenuRequest | undefined): Button[] {
  return (menu?.areas ?? []).flatMap(({ action }) => (action === undefined ? [] : [{ label: menuLabel(action), action }]));
}

/** The first button with this label, on a card with these words. */
export function findButton(buttons: readonly Button[], label: string, on?: string): Button | undefined {
  const isOnCard = (card = "") => on === undefined || card.includes(on);
  return buttons.find((button) => button.label.trim() === label.trim() && isOnCard(button.card));
}

/** What can be pressed in a chat now, newest first. Quick replies show on the last message only, until one is tapped. */
export function visibleButtons(transcript: readonly ChatMessage[]): Button[] {
  const buttons: Button[] = [];
  const last = transcript.at(-1);
  if (last?.from.kind === "bot" && !last.quickReplyUsed) {
    const items = quickRepliesOf(last.content as BotMessage);
    buttons.push(...items.map((item) => ({ ...item, messageId: last.id, isQuickReply: true })));
  }
  for (const message of transcript.toReversed()) {
    if (message.from.kind !== "bot") continue;
    buttons.push(...buttonsOf(message.content as BotMessage).map((item) => ({ ...item, messageId: message.id })));
  }
  return buttons;
}
