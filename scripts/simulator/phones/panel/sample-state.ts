import { findButton, menuButtons, visibleButtons } from "#scripts/simulator/buttons.ts";
import { liffUrlOf, type Phone } from "#scripts/simulator/phones/live.ts";
import { readMessage } from "#scripts/simulator/readable.ts";
import type { GuideSample } from "#scripts/simulator/types.ts";
import type { UserActionInput } from "#scripts/simulator/user-actions.ts";

type ChatSample = Exclude<GuideSample, { does: "open" }>;

/** What the persona of a sample does in the chat. */
export function actionOf(sample: ChatSample): UserActionInput {
  if (sample.does === "follow") return { do: "follow" };
  if (sample.does === "say") return { do: "say", text: sample.text };
  return { do: "press", label: sample.label, ...(sample.on !== undefined && { on: sample.on }) };
}

export function wordsOf(sample: GuideSample): string {
  if (sample.does === "follow") return "กด “เพิ่มเพื่อน”";
  if (sample.does === "say") return `พิมพ์ “${sample.text}”`;
  if (sample.does === "open") return `เปิดมินิแอป ${sample.label}`;
  return `กด “${sample.label}”${sample.on === undefined ? "" : ` ที่ “${sample.on}”`}`;
}

/** Why a sample cannot be tried on the phone as it stands, for people; nothing when it can. */
export function obstacleTo(sample: GuideSample, phone: Phone): string | undefined {
  if (sample.does === "follow") return phone.isFriend ? "เป็นเพื่อนกับศูนย์แล้วค่ะ" : undefined;
  if (sample.does === "open") return liffUrlOf(phone, sample.path) === undefined ? "ยังไม่มีมินิแอปค่ะ" : undefined;
  if (!phone.isFriend) return `กด เพิ่มเพื่อน บนโทรศัพท์ของ${phone.persona.name}ก่อนนะคะ`;
  if (sample.does === "say") return isAsked(phone, sample.asked) ? undefined : "ทำข้อก่อนหน้านี้ก่อนนะคะ บอตยังไม่ได้ถามข้อนี้";
  const buttons = [...visibleButtons(phone.messages), ...menuButtons(phone.richMenu?.definition)];
  const place = sample.on === undefined ? "บนจอนี้" : `ของงาน “${sample.on}” บนจอนี้`;
  return findButton(buttons, sample.label, sample.on) ? undefined : `ยังไม่มีปุ่ม “${sample.label}” ${place} ทำข้อก่อนหน้านี้ก่อนนะคะ`;
}

function isAsked({ messages }: Phone, question: string | undefined): boolean {
  const last = messages.at(-1);
  return question === undefined || (last?.from.kind === "bot" && readMessage(last).includes(question));
}
