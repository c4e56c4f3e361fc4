import { stripPoliteness } from "#models/fields/thai/polite.ts";
import type { Span } from "./place.ts";
import type { Reading } from "./reading.ts";

const report = "(?:ขอ|จะ|อยาก|อยากจะ|มา)?\\s?(?:แจ้งซ่อม|แจ้งปัญหา|แจ้งเสีย|แจ้งเรื่อง|แจ้งว่า|แจ้ง|รายงาน|รบกวนซ่อม|ช่วยซ่อม|ซ่อม)";
const lead = new RegExp(
  `^(?:[\\s,.:;!?-]+|${report}|คือว่า|คือ|ว่า|ของ|ที่(?!\\s?ชาร์จ)|ตรง|ใน|อยู่|เครื่อง(?=\\s|$)|ตัว(?=\\s|$)|มัน(?!ไม่ใช่)|ก็|ค่ะ|คะ|ครับ|นะ(?=\\s)|ทาง|ณ|ผม(?=\\s)|พอดี|รบกวน(?=\\s|ช่าง|เจ้า|ดู|แจ้ง|ขอ)|ช่วยด้วย|ด่วน(?:มาก|ที่สุด|จี๋)?(?=\\s|ค่ะ|ครับ|จ้า|คอม|ปริ้น|เน็ต)|เร่งด่วน|ช่วย(?=\\s)|เจ้าหน้าที่|ช่าง|แอดมิน)`,
);
const trail =
  /(?:[\s,.:;!?-]+|(?:รบกวน|ช่วย|ขอให้|อยากให้|ฝาก)(?:ช่าง|เจ้าหน้าที่|ทาง)?(?:ช่วย)?(?:มา)?(?:ดู|แก้ไข|แก้|ซ่อม|ตรวจสอบ|เช็ค|เช็ก|เข้ามาดู)(?:ให้)?(?:หน่อย|ที|ด้วย)?(?:ได้ไหม|ได้มั้ย|ได้มั๊ย)?|(?:ช่าง)?(?:ช่วย)?มาดูให้|ให้|ด้วย|ที่(?=$)|ใน(?=$)|ตรง(?=$)|ของ(?=$)|ขอช่าง|ซ่อมให้|โทร\.?|เบอร์|ติดต่อ)$/;
const bare =
  /^(?:มัน)?(?:เสีย|พัง|มีปัญหา|เจ๊ง|ชำรุด|ขัดข้อง|เดี้ยง|broken|มีอาการ|เป็นอะไร(?:ไม่รู้)?|ปัญหา|แล้ว|อีก|ซ่อม|เครื่อง|ตัว|ห้อง|อยู่|ครู|ใหม่|เก่า|มาก|1|หนึ่ง|\s)*$/i;

/** Thai runs together again where the place stood without spaces; else one space is left. */
function cutOut(text: string, { start, end }: Span): string {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return /[ก-๎]$/.test(before) && /^[ก-๎]/.test(after) ? before + after : `${before} ${after}`;
}

/** "คอมครูเปิดไม่ติด": taken off, the device would leave its owner as the one who does not start. */
const owner = /^\s?(?:ของ)?(?:ครู|ผอ|รอง|นักเรียน|เด็ก|พี่|น้อง|หนู|ผม)/;

/** Takes off one kind of edge after the other until none is left. */
function trimEdges(text: string, device: string): string {
  let before = "";
  let rest = text;
  while (rest !== before) {
    before = rest;
    rest = stripPoliteness(rest).replace(lead, "").replace(trail, "").trim();
    const afterDevice = rest.slice(device.length);
    if (device !== "" && rest.toLowerCase().startsWith(device) && !owner.test(afterDevice)) rest = afterDevice;
  }
  return rest.replace(/\s+/g, " ").trim();
}

/** What is wrong in the person's own words: without place, greeting, request and the device that opens the sentence. */
export function findSymptom(reading: Reading, away: readonly Span[], device: Span | null): string | null {
  const name = device ? reading.text.slice(device.start, device.end) : "";
  const words = [...away].sort((a, b) => b.start - a.start).reduce(cutOut, reading.shown);
  const rest = trimEdges(words, name);
  return bare.test(rest) || !/\p{L}.*\p{L}/u.test(rest) ? null : rest.slice(0, 500);
}
