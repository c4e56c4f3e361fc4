import type { messagingApi } from "@line/bot-sdk";
import { toArabicDigits } from "#models/fields/thai/digits.ts";
import type { Action } from "#models/messages/message.ts";
import { writePress } from "#models/messages/press.ts";
import { limits } from "./limits.ts";
import type { LinkMaker } from "./link-maker.ts";
import { short, shortLine } from "./text.ts";

type PressAction = Extract<Action, { kind: "press" }>;

const wordless: Record<Action["kind"], string> = {
  press: "เลือก",
  say: "เลือก",
  call: "โทร",
  open: "เปิด",
  page: "เปิด",
  "pick-date": "เลือกวัน",
  camera: "ถ่ายรูป",
  album: "เลือกรูป",
};

const schemes = new Set(["http:", "https:", "line:", "tel:"]);

/** The address as LINE takes it, percent-encoded; null when LINE would refuse it. */
function uriOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return schemes.has(protocol) && href.length <= limits.uri ? href : null;
}

/** "๐๓๘ ๕๑๑ ๒๒๒ ต่อ ๑๒" dials 038511222: an extension cannot be dialled by a link. */
function telOf(phone: string): string | null {
  const digits = toArabicDigits(phone)
    .match(/\+?\d[\d\s().-]*/)?.[0]
    .replace(/[^+\d]/g, "");
  return digits !== undefined && digits.length >= 3 && digits.length <= 16 ? `tel:${digits}` : null;
}

/** A press too long for a postback is said instead: the words are matched against the open question. */
function renderPress(action: PressAction, label: string): messagingApi.Action | null {
  const data = writePress(action.press);
  const displayText = short(action.says ?? label, limits.displayTextGraphemes, limits.displayTextGraphemes);
  if (data.length <= limits.postbackData) return { type: "postback", label, data, ...(displayText === "" ? {} : { displayText }) };
  return displayText === "" ? null : { type: "message", label, text: displayText };
}

function renderPicker(action: Extract<Action, { kind: "pick-date" }>, label: string): messagingApi.Action | null {
  const data = writePress(action.press);
  return data.length <= limits.postbackData ? { type: "datetimepicker", label, data, mode: action.mode } : null;
}

function renderSay(text: string, label: string): messagingApi.Action {
  const said = short(text, limits.messageTextGraphemes, limits.messageTextGraphemes);
  return { type: "message", label, text: said === "" ? label : said };
}

function renderOpen(url: string | null, label: string): messagingApi.Action | null {
  const uri = url === null ? null : uriOf(url);
  return uri === null ? null : { type: "uri", label, uri };
}

type Concrete = Exclude<Action, { kind: "page" }>;

/** LINE's action, or null for one that LINE could not carry out (no address, no telephone number). */
function renderAction(action: Concrete, label: string): messagingApi.Action | null {
  switch (action.kind) {
    case "press":
      return renderPress(action, label);
    case "pick-date":
      return renderPicker(action, label);
    case "say":
      return renderSay(action.text, label);
    case "call": {
      const uri = telOf(action.phone);
      return uri === null ? null : { type: "uri", label, uri };
    }
    case "open":
      return renderOpen(action.url, label);
    case "camera":
      return { type: "camera", label };
    case "album":
      return { type: "cameraRoll", label };
  }
}

function labelOf(action: Action, graphemes: number): string {
  return shortLine(action.label, graphemes) || wordless[action.kind];
}

/** A page of the mini-app by its address; without a mini-app what stands in its place, by its own words. */
function render(action: Action, graphemes: number, links: LinkMaker): messagingApi.Action | null {
  if (action.kind !== "page") return renderAction(action, labelOf(action, graphemes));
  const opened = renderOpen(links.page(action.page), labelOf(action, graphemes));
  return opened ?? (action.otherwise ? renderAction(action.otherwise, labelOf(action.otherwise, graphemes)) : null);
}

/** An action under the chat: labels of 20 grapheme clusters. */
export function quickReplyAction(action: Action, links: LinkMaker): messagingApi.Action | null {
  return render(action, limits.labelGraphemes, links);
}

/** An action in a card: labels of 40; the camera and the album open from quick replies only. */
export function flexAction(action: Action, links: LinkMaker): messagingApi.Action | null {
  const rendered = render(action, limits.flexLabelGraphemes, links);
  return rendered?.type === "camera" || rendered?.type === "cameraRoll" ? null : rendered;
}
