import { looseLetters } from "#models/fields/thai/loose-match.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";

const loose = (words: string): string => words.split(" ").map(looseLetters).join("|");
// What may stand before the word that tells.
const openings = loose(
  "ขอ อยากได้ อยาก จะ ต้องการ ช่วย รบกวน ให้ มา มี หา กรอก ส่ง เขียน ได้ แบบฟอร์ม ฟอร์ม แบบ ใบ บันทึก ช่าง เจ้าหน้าที่ ศูนย์ ครู ผม หนู ดิฉัน เรา โรงเรียน ทาง คำร้อง คำขอ",
);
/** Letters that only lead up to what is wanted. */
export const onlyOpens = new RegExp(`^(?:${openings})*$`);
const asking = loose("ไหม มั้ย บ้าง อะไร อันไหน ไหน ทั้งหมด ดู ตรง อยู่ ที่ หน่อย เปิด เอกสาร รวม ของ ศูนย์ form หรือเปล่า รายการ เลือก");
const onlyAsks = new RegExp(`^(?:${openings}|${asking})*$`);

/** Whether somebody asks for a form without saying what for: "มีแบบฟอร์มอะไรบ้าง". */
export const saysNoNeed = (text: string): boolean => onlyAsks.test(looseLetters(stripPoliteness(text)));
