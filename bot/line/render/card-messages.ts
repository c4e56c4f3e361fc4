import type { messagingApi } from "@line/bot-sdk";
import type { Card } from "#models/messages/message.ts";
import { cardTitle, jsonBytes, renderBubble } from "./bubble.ts";
import { limits } from "./limits.ts";
import type { LinkMaker } from "./link-maker.ts";
import { shorten, shortLine } from "./text.ts";

/** What a notification and the chat list show of a message that is a card: about two lines of a phone. */
const altGraphemes = 200;

/** "ซ-2570-000123 รอรับเรื่อง เครื่องพิมพ์ ห้องธุรการ": the card's title, its state, then its values. */
function altOfCard(card: Card): string {
  const values = card.rows.slice(0, 3).map((row) => row.value);
  return [card.title, card.subtitle ?? "", ...values]
    .map((part) => shortLine(part, 80))
    .filter(Boolean)
    .join(" ");
}

function altText(parts: string[]): string {
  const alt = shorten(parts.filter(Boolean).join(" · "), altGraphemes, limits.altText);
  return alt === "" ? "ข้อความจากศูนย์ ICT" : alt;
}

/** One card as a Flex message. */
export function renderCard(card: Card, links: LinkMaker): messagingApi.FlexMessage {
  return { type: "flex", altText: altText([altOfCard(card)]), contents: renderBubble(card, links, "mega") };
}

function moreCard(count: number): Card {
  return { title: `ยังมีอีก ${count} รายการค่ะ`, tone: "muted", rows: [], actions: [] };
}

/** The bytes that a carousel spends beside its bubbles. */
const carouselFrame = 64;

/** As many whole bubbles as twelve and 50 KB allow; the last says how many are not shown. */
function renderBubbles(cards: Card[], links: LinkMaker): messagingApi.FlexBubble[] {
  const room = limits.carouselBytes - carouselFrame;
  const shownAtMost = cards.length > limits.carouselBubbles ? limits.carouselBubbles - 1 : cards.length;
  const more = renderBubble(moreCard(cards.length), links, "kilo");
  const share = Math.floor((room - jsonBytes(more)) / shownAtMost) - 1;
  const bubbles = cards.slice(0, shownAtMost).map((card) => renderBubble(card, links, "kilo", Math.min(share, limits.bubbleBytes)));
  let fitting = bubbles.length;
  while (fitting > 0 && jsonBytes([...bubbles.slice(0, fitting), more]) > room) fitting -= 1;
  const left = cards.length - fitting;
  return left === 0 ? bubbles : [...bubbles.slice(0, fitting), renderBubble(moreCard(left), links, "kilo")];
}

/** Several cards side by side; a single one gets the width of a single card. */
export function renderCards(title: string, cards: Card[], links: LinkMaker): messagingApi.FlexMessage {
  const [only] = cards;
  const alt = altText([
    shortLine(title, 80),
    ...cards.slice(0, 4).map((card) => `${cardTitle(card, 40)} ${shortLine(card.subtitle ?? "", 40)}`.trim()),
  ]);
  if (only !== undefined && cards.length === 1) return { type: "flex", altText: alt, contents: renderBubble(only, links, "mega") };
  return { type: "flex", altText: alt, contents: { type: "carousel", contents: renderBubbles(cards, links) } };
}
