import sharp from "sharp";
import { expect } from "vitest";
import { ChatModel } from "#models/documents/chat.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { readMessage } from "#scripts/simulator/readable.ts";
import type { LineUser } from "./simulator.ts";

/** The request number in a text, as people are told it. */
export function numberIn(text: string): string {
  const [number] = /ซ-\d{4}-\d{6}/.exec(text) ?? [];
  if (!number) throw new Error(`there is no number in: ${text}`);
  return number;
}

/** A picture as a phone makes it; another shade is another picture. */
export function photoOf(shade = 120, side = 200): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background: { r: shade, g: 80, b: 40 } } })
    .jpeg()
    .toBuffer();
}

/** A registered person reports by a sentence that says everything, and gets a number. */
export async function reports(user: LineUser, sentence = "ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ"): Promise<string> {
  const asked = await user.asks(sentence);
  if (!asked.includes("[ยืนยัน]")) expect(await user.asks("ข้าม")).toContain("[ยืนยัน]");
  return numberIn(await user.asks("ยืนยัน"));
}

/** Presses แก้ไข on that line of the summary. */
export async function edits(user: LineUser, line: string): Promise<string> {
  const button = (await user.buttons()).find(({ action }) => "displayText" in action && action.displayText === `แก้ไข${line}`);
  if (!button?.messageId) throw new Error(`no แก้ไข for ${line} in:\n${await user.screen(3)}`);
  await user.does({ do: "tap", action: button.action, messageId: button.messageId });
  return user.hearsText();
}

/** Opens a request by its number and presses one of its buttons, wherever it stands: on the card or behind ทำอย่างอื่น. */
export async function does(user: LineUser, number: string, label: string): Promise<string> {
  const card = await user.asks(number);
  if (!card.includes(`[${label}]`)) expect(await user.pressesAndHears("ทำอย่างอื่น", { on: number })).toContain(`[${label}]`);
  return user.pressesAndHears(label);
}

/** Presses the newest button whose label begins so: schools and people carry where they are behind their name. */
export async function picks(user: LineUser, start: string): Promise<string> {
  const button = (await user.buttons()).find(({ label }) => label.startsWith(start));
  if (!button) throw new Error(`no button ${start}… in:\n${await user.screen(2)}`);
  return user.pressesAndHears(button.label);
}

/** A technician's "เสร็จ" with cause and fix; parts, cost and picture are left out. */
export async function finishes(technician: LineUser, number: string): Promise<string> {
  expect(await does(technician, number, "ซ่อมเสร็จ")).toContain("สาเหตุ");
  expect(await technician.asks("ลูกยางดึงกระดาษสึก")).toContain("แก้อย่างไร");
  for (const answer of ["เปลี่ยนลูกยาง", "ข้าม", "ข้าม"]) await technician.asks(answer);
  return technician.asks("ข้าม");
}

/** A request as it is stored. */
export async function storedRequest(number: string) {
  const request = await RequestModel.findOne({ number }).lean();
  if (!request) throw new Error(`${number} is not stored`);
  return request;
}

/** What happened to a request, oldest first, as stored. */
export async function timelineOf(number: string) {
  const { _id } = await storedRequest(number);
  return TimelineEntryModel.find({ requestId: _id }).sort({ sequence: 1 }).lean();
}

/** What a person was or is to be told of a request. */
export async function noticesOf(number: string, personId: string) {
  const { _id } = await storedRequest(number);
  return NoticeModel.find({ requestId: _id, personId }).sort({ revision: 1 }).lean();
}

/** The files of a request's answers, as stored. */
export function filesOf(ids: unknown) {
  return FileModel.find({ _id: { $in: Array.isArray(ids) ? ids : [] } }).lean();
}

/** Which menu a person's chat was last given. */
export async function menuOf(userId: string): Promise<string | null> {
  return (await ChatModel.findById(userId).lean())?.menu ?? null;
}

/** The words of what was pushed to a person so far. */
export async function pushesTo(user: LineUser): Promise<string[]> {
  const transcript = await user.transcript();
  return transcript.filter(({ from }) => from.kind === "bot" && from.via === "push").map(readMessage);
}
