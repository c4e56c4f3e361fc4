import type { messagingApi } from "@line/bot-sdk";
import { toArabicDigits } from "#models/fields/thai/digits.ts";
import type { Action } from "#models/messages/message.ts";
import { writePress } from "#models/messages/press.ts";
import { limits } from "./limits.ts";
import { short, shortLine } from "./text.ts";

type PressAction = Extract<Action, { kind: "press" }>;

const wordless: Record<Action["kind"], string> = {
  press: "เลือก",
  say: "เลือก",
  call: "โทร",
  open: "เปิด",
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

/** LINE's action, or null for one that LINE could not carry out (no address, no telephone number). */
function renderAction(action: Action, label: string): messagingApi.Action | null {
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
    case "open": {
      const uri = uriOf(action.url);
      return uri === null ? null : { type: "uri", label, uri };
    }
    case "camera":
      return { type: "camera", label };
    case "album":
      return { type: "cameraRoll", label };
  }
}

function labelOf(action: Action, graphemes: number): string {
  return shortLine(action.label, graphemes) || wordless[action.kind];
}

/** An action under the chat: labels of 20 grapheme clusters. */
export function quickReplyAction(action: Action): messagingApi.Action | null {
  return renderAction(action, labelOf(action, limits.labelGraphemes));
}

/** An action in a card: labels of 40; the camera and the album open from quick replies only. */
export function flexAction(action: Action): messagingApi.Action | null {
  if (isQuickReplyOnly(action)) return null;
  return renderAction(action, labelOf(action, limits.flexLabelGraphemes));
}

/** True for what LINE offers under the chat but not in a card. */
export function isQuickReplyOnly(action: Action): boolean {
  return action.kind === "camera" || action.kind === "album";
}
