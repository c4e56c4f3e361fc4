import type { messagingApi } from "@line/bot-sdk";
import type { Card, CardRow } from "#models/messages/message.ts";
import { flexAction } from "./actions.ts";
import { limits } from "./limits.ts";
import type { LinkMaker } from "./link-maker.ts";
import { pictureUrl } from "./link-maker.ts";
import { short, shortLine } from "./text.ts";
import { ink, tones } from "./tones.ts";

type Bubble = messagingApi.FlexBubble;
type Component = messagingApi.FlexComponent;

/** How much of a card is shown. Each denser one is tried only when LINE's bytes run out. */
type Density = { rows: number; value: number; title: number; note: number; actions: number; hasPicture: boolean };

/** More than five buttons fill a small phone's screen; what is left over is offered under the chat. */
export const cardActions = 5;

const densities: readonly [Density, ...Density[]] = [
  { rows: 24, value: 600, title: 200, note: 600, actions: cardActions, hasPicture: true },
  { rows: 16, value: 120, title: 120, note: 200, actions: cardActions, hasPicture: true },
  { rows: 8, value: 60, title: 80, note: 80, actions: 3, hasPicture: true },
  { rows: 2, value: 40, title: 40, note: 40, actions: 1, hasPicture: false },
];

function words(text: string, more: Omit<messagingApi.FlexText, "type" | "text"> = {}): messagingApi.FlexText {
  // Thai marks above and below a line need the spacing, and wrapped text is never cut.
  return { type: "text", text, wrap: true, lineSpacing: "4px", ...more };
}

function toneBand(card: Card, density: Density): messagingApi.FlexBox {
  const tone = tones[card.tone ?? "plain"];
  const stateWord = shortLine(card.subtitle ?? "", density.title) || tone.word;
  const bar: Component = { type: "box", layout: "vertical", height: "5px", backgroundColor: tone.bar, contents: [] };
  if (stateWord === null) return { type: "box", layout: "vertical", paddingAll: "none", contents: [bar] };
  const state = words(stateWord, { size: "sm", weight: "bold", color: tone.ink });
  const band: Component = {
    type: "box",
    layout: "vertical",
    backgroundColor: tone.band,
    paddingTop: "8px",
    paddingBottom: "8px",
    paddingStart: "16px",
    paddingEnd: "16px",
    contents: [state],
  };
  return { type: "box", layout: "vertical", paddingAll: "none", contents: [bar, band] };
}

/** "แก้ไข" beside a row; the box around the word gives a thumb room. */
function editLink(row: CardRow, links: LinkMaker): Component[] {
  const action = row.edit === undefined ? null : flexAction(row.edit, links);
  if (action === null) return [];
  const link = words("แก้ไข", { size: "sm", weight: "bold", color: ink.link, align: "end", flex: 0 });
  return [
    { type: "box", layout: "vertical", flex: 0, paddingStart: "8px", paddingTop: "2px", paddingBottom: "6px", action, contents: [link] },
  ];
}

function renderRow(row: CardRow, links: LinkMaker, density: Density): Component[] {
  const label = shortLine(row.label, 60);
  const value = short(row.value, density.value);
  if (label === "" && value === "") return [];
  const labelPart = label === "" ? [] : [words(label, { size: "sm", color: ink.label, flex: 3 })];
  const valuePart = words(value === "" ? "–" : value, { size: "sm", color: ink.strong, flex: 6 });
  return [{ type: "box", layout: "horizontal", spacing: "md", contents: [...labelPart, valuePart, ...editLink(row, links)] }];
}

function renderRows(rows: CardRow[], links: LinkMaker, density: Density): Component[] {
  const shown = rows.slice(0, density.rows).flatMap((row) => renderRow(row, links, density));
  const left = rows.length - density.rows;
  return left > 0 ? [...shown, words(`และอีก ${left} บรรทัด`, { size: "sm", color: ink.label })] : shown;
}

function noteBox(note: string): Component {
  const contents = [words(note, { size: "sm", color: ink.label })];
  return { type: "box", layout: "vertical", backgroundColor: ink.note, cornerRadius: "8px", paddingAll: "10px", contents };
}

/** The title; one that leads somewhere is inked as a link, and the box around it gives a thumb room. */
function heading(card: Card, links: LinkMaker, density: Density): Component[] {
  const title = cardTitle(card, density.title);
  if (title === "") return [];
  const action = card.opens && density.actions > 1 ? flexAction(card.opens, links) : null;
  if (action === null) return [words(title, { size: "lg", weight: "bold", color: ink.strong })];
  const link = words(title, { size: "lg", weight: "bold", color: ink.link });
  return [{ type: "box", layout: "vertical", paddingTop: "4px", paddingBottom: "4px", action, contents: [link] }];
}

function body(card: Card, links: LinkMaker, density: Density): messagingApi.FlexBox {
  const rows = renderRows(card.rows, links, density);
  const note = short(card.note ?? "", density.note);
  const parts = [...heading(card, links, density), ...rows, ...(note === "" ? [] : [noteBox(note)])];
  return { type: "box", layout: "vertical", spacing: "md", paddingAll: "16px", contents: parts.length > 0 ? parts : [words("–")] };
}

function button(action: messagingApi.Action, isFirst: boolean): Component {
  const look = isFirst ? { style: "primary" as const, color: ink.button } : { style: "secondary" as const, color: ink.quietButton };
  // A button's label does not wrap in LINE: a long one shrinks instead of losing its end.
  return { type: "button", ...look, height: "sm", adjustMode: "shrink-to-fit", action };
}

function footer(card: Card, links: LinkMaker, density: Density): Pick<Bubble, "footer"> {
  const actions = card.actions.flatMap((action) => flexAction(action, links) ?? []).slice(0, density.actions);
  if (actions.length === 0) return {};
  const contents = actions.map((action, index) => button(action, index === 0));
  return { footer: { type: "box", layout: "vertical", spacing: "sm", paddingAll: "16px", paddingTop: "none", contents } };
}

function hero(card: Card, links: LinkMaker): Pick<Bubble, "hero"> {
  const url = card.picture === undefined ? null : pictureUrl(card.picture, links, limits.mediaUrl);
  return url === null ? {} : { hero: { type: "image", url, size: "full", aspectRatio: "20:13", aspectMode: "cover" } };
}

function renderAt(card: Card, links: LinkMaker, size: "mega" | "kilo", density: Density): Bubble {
  return {
    type: "bubble",
    size,
    header: toneBand(card, density),
    ...(density.hasPicture ? hero(card, links) : {}),
    body: body(card, links, density),
    ...footer(card, links, density),
  };
}

/** The card's title on one line, from its state where it has none. */
export function cardTitle(card: Card, graphemes: number): string {
  return shortLine(card.title, graphemes);
}

/** Buttons that a card cannot show: beyond its five, or only possible under the chat. */
export function leftOverActions(card: Card, links: LinkMaker): Card["actions"] {
  const possible = card.actions.filter((action) => flexAction(action, links) !== null);
  return card.actions.filter((action) => !possible.slice(0, cardActions).includes(action));
}

/** Bytes of a value as JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** Never less than the JSON's bytes: three for each UTF-16 unit, and what the frame, a row, its edit and a button cost at most. */
function bytesAtMost({ title, subtitle = "", note = "", rows, actions, opens }: Card): number {
  const words = rows.reduce((sum, row) => sum + row.label.length + row.value.length, title.length + subtitle.length + note.length);
  const edits = rows.reduce((sum, row) => sum + (row.edit ? 1 : 0), 0);
  return 3_500 + 3 * words + 500 * rows.length + 3_000 * edits + 2_500 * (actions.length + (opens ? 1 : 0));
}

/** A card as a bubble of at most `bytes`; the densest form is given back where even that is larger. */
export function renderBubble(card: Card, links: LinkMaker, size: "mega" | "kilo", bytes: number = limits.bubbleBytes): Bubble {
  const [first, ...denser] = densities;
  let bubble = renderAt(card, links, size, first);
  // Counting means writing the JSON, which for the usual small card costs more than making it.
  if (bytesAtMost(card) <= bytes) return bubble;
  for (const density of denser) {
    if (jsonBytes(bubble) <= bytes) return bubble;
    bubble = renderAt(card, links, size, density);
  }
  return bubble;
}
