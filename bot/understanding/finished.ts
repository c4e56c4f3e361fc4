import type { Intent, Understanding } from "#models/conversations/understanding.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";
import type { Reading } from "./reading.ts";

const saidPolitely = /(?:ครับ|คับ|ค้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|[.!?ๆ])\s*$/;
const hanging =
  /(?:คือ|คือว่า|ว่า|ที่|ของ|ใน|ตรง|และ|กับ|หรือ|เพราะ|แต่|ตอน|เวลา|ถ้า|พอ|จะ|ก็|เนื่องจาก|สำหรับ|โดย|ห้อง|อาคาร|อยาก|ขอ|รบกวน|ช่วย|มัน|,|แล้วก็|แบบว่า|ให้)\s*$/;
const menuWords = /^(?:แจ้งซ่อม|ติดตามสถานะ|ติดต่อเจ้าหน้าที่|ขอคำปรึกษา|ยกเลิก|ข้าม|ยืนยัน|แก้ไข)$/;

/** A thing's name and nothing else, however politely: what is wrong with it comes next. */
function saysOnlyDevice({ text, devices }: Reading, { device }: Understanding["entities"]): boolean {
  const said = stripPoliteness(text);
  return device !== undefined && devices.some(({ start, end }) => text.slice(start, end) === said);
}

/** False for an opening that is plainly cut ("คอมที่ห้อง", "คือว่า"): the rest is on its way. */
export function isFinished(reading: Reading, intent: Intent, entities: Understanding["entities"]): boolean {
  const { text } = reading;
  if (saysOnlyDevice(reading, entities)) return false;
  if (text === "" || text.length > 60 || saidPolitely.test(text) || menuWords.test(text)) return true;
  if (hanging.test(text)) return false;
  const nothingSaid = reading.symptoms.length === 0 && reading.danger.length === 0 && entities.number === undefined;
  return !(intent === "report_repair" && nothingSaid && !reading.cues.has("report") && entities.device !== undefined);
}
