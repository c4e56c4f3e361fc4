import type { Card, Message } from "#models/messages/message.ts";
import { limits } from "./limits.ts";
import { clean, cleanLine, split } from "./text.ts";

type Text = Extract<Message, { kind: "text" }>;

/** Nothing of it could be seen: LINE refuses empty texts. */
function isEmpty(message: Message): boolean {
  if (message.kind === "text") return clean(message.text) === "";
  if (message.kind === "cards") return message.cards.length === 0 && clean(message.title) === "";
  return false;
}

/** A long text as several; what belongs to the message as a whole goes with its last part. */
function inParts(message: Message): Message[] {
  if (message.kind !== "text") return [message];
  const text = clean(message.text);
  if (text.length <= limits.text) return [{ ...message, text }];
  const parts = split(text, limits.text);
  const { choices: _, asks: __, ...rest } = message;
  return parts.map((part, index) => (index === parts.length - 1 ? { ...message, text: part } : { ...rest, text: part }));
}

/** What two messages carry besides their words, as one. */
function marks(a: Message, b: Message): Pick<Message, "choices" | "asks" | "shows" | "essential"> {
  const choices = b.choices ?? a.choices;
  const shows = [...(a.shows ?? []), ...(b.shows ?? [])];
  return {
    ...(choices ? { choices } : {}),
    ...(shows.length > 0 ? { shows } : {}),
    ...(a.asks || b.asks ? { asks: true } : {}),
    ...(a.essential || b.essential ? { essential: true } : {}),
  };
}

function cardsOf(message: Message): Card[] | null {
  if (message.kind === "card") return [message.card];
  return message.kind === "cards" ? message.cards : null;
}

function titleOf(message: Message): string {
  return message.kind === "cards" ? message.title : "";
}

/** One message for two neighbours of a kind, where that loses nothing. */
function joined(a: Message, b: Message): Message | null {
  if (a.kind === "text" && b.kind === "text") {
    const text = `${a.text}\n\n${b.text}`;
    return text.length <= limits.text ? { kind: "text", text, ...marks(a, b) } : null;
  }
  const [before, after] = [cardsOf(a), cardsOf(b)];
  if (before === null || after === null || before.length + after.length > limits.carouselBubbles) return null;
  return { kind: "cards", title: titleOf(a) || titleOf(b), cards: [...before, ...after], ...marks(a, b) };
}

/** Joins neighbours, the earliest first, until five are left; the last message stays by itself as long as it can. */
function joinNeighbours(messages: Message[]): Message[] {
  const list = [...messages];
  for (let at = 0; at + 1 < list.length && list.length > limits.messages; ) {
    const [a, b] = [list[at], list[at + 1]];
    const one = a && b ? joined(a, b) : null;
    if (one === null) at += 1;
    else list.splice(at, 2, one);
  }
  return list;
}

function isNeeded(message: Message, index: number, all: Message[]): boolean {
  return index === all.length - 1 || message.asks === true || message.essential === true;
}

/** Leaves out what is not needed: pictures first, then from the back, so that the opening still makes sense. */
function dropUnneeded(messages: Message[]): Message[] {
  const needed = new Set(messages.filter(isNeeded));
  const optional = messages.filter((message) => !needed.has(message)).reverse();
  const order = [...optional.filter((m) => m.kind === "picture"), ...optional.filter((m) => m.kind !== "picture")];
  const dropped = new Set(order.slice(0, Math.max(0, messages.length - limits.messages)));
  return messages.filter((message) => !dropped.has(message));
}

function cardWords(card: Card): string {
  const rows = card.rows.map((row) => `${cleanLine(row.label)}: ${cleanLine(row.value)}`);
  return [cleanLine(card.title), cleanLine(card.subtitle ?? ""), ...rows, clean(card.note ?? "")].filter(Boolean).join("\n");
}

function wordsOf(message: Message): string {
  if (message.kind === "text") return message.text;
  if (message.kind === "picture") return clean(message.alt);
  return [clean(titleOf(message)), ...(cardsOf(message) ?? []).map(cardWords)].filter(Boolean).join("\n\n");
}

/** The last way out, where more than five are all needed: everything before the last as words, each with its fair share. */
function asWords(messages: Message[]): Message[] {
  const last = messages.at(-1) as Message;
  const before = messages.slice(0, -1);
  const room = limits.messages - 1;
  const all = before.map(wordsOf).filter(Boolean);
  const share = Math.max(1, Math.floor((limits.text * room * 0.6) / all.length) - 2);
  const isTight = all.join("\n\n").length > limits.text * room * 0.6;
  const text = (isTight ? all.map((part) => split(part, share)[0] ?? "") : all).filter(Boolean).join("\n\n");
  const shows = before.flatMap((message) => message.shows ?? []);
  const asking = before.findLast((message) => message.asks);
  const carried: Omit<Text, "kind" | "text"> = {
    ...(shows.length > 0 ? { shows } : {}),
    ...(asking ? { asks: true } : {}),
    ...(asking?.choices ? { choices: asking.choices } : {}),
  };
  const parts = split(text, limits.text).slice(0, room);
  return [...parts.map((part): Message => ({ kind: "text", text: part, ...carried })), last];
}

/** At most five messages with something in each. Never loses the last, the question or an essential one. */
export function fold(messages: Message[]): Message[] {
  const parts = messages.filter((message) => !isEmpty(message)).flatMap(inParts);
  if (parts.length <= limits.messages) return parts;
  const fewer = joinNeighbours(parts);
  if (fewer.length <= limits.messages) return fewer;
  const needed = dropUnneeded(fewer);
  return needed.length <= limits.messages ? needed : asWords(needed);
}
