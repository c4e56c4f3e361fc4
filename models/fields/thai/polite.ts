import { tidyText } from "./normalise.ts";

const particles =
  "ครับผม|ครับ|คร้าบ|คับ|ค้าบ|ขอรับ|นะค่ะ|นะคะ|ค่ะ|คะ|(?<!มี|เสีย|ตั้ง|เซ็ต|เซต|บาง|ล้าง)ค่า|จ้ะ|จ๊ะ|จ้า|จ๋า|ฮะ|ฮับ|(?<!ระ)งับ|(?<!สถา|ช|แ)นะ|(?<!ห)น้า|เด้อ|ด้วย|หน่อย|(?<=\\s|ครับ|ค่ะ|คะ|หน่อย|ด้วย|นะ)ๆ|ล่ะ|อ่ะ|เลย|ขอบคุณมาก|ขอบคุณ|ขอบพระคุณ";
const greetings =
  "สวัสดีตอนเช้า|สวัสดี|หวัดดี|ดีค่ะ|ดีครับ|ดีจ้า|เรียนแอดมิน|แอดมิน|แอด|เรียนเจ้าหน้าที่|เรียน|คุณครู|พี่ช่าง|พี่|ขออนุญาต|ขอโทษ|รบกวน|สอบถาม|hello|hi|คือว่า|คือ";
const edge = "[\\s,.!?~^:;…\"'()]";
const atEnd = new RegExp(`(?:${edge}|${particles})+$`, "i");
const atStart = new RegExp(
  `^(?:${edge}|(?:${greetings})(?=$|${edge}|ครับ|ค่ะ|คะ|จ้า|ช่าง)|(?:ครับผม|ครับ|นะคะ|ค่ะ|คะ|จ้า)(?=$|${edge}|[ก-๙]))+`,
  "i",
);
const pictures = /(?:\p{Extended_Pictographic}|[\u200D\uFE0F\p{Emoji_Modifier}])+/gu;

/** Takes politeness particles, greetings, punctuation and emoji off both ends; empty where nothing else was said. */
export function stripPoliteness(text: string): string {
  const bare = tidyText(text.replace(pictures, " "));
  return bare.replace(atStart, "").replace(atEnd, "").trim();
}
