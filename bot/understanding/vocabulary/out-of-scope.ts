import type { Understanding } from "#models/conversations/understanding.ts";
import type { Words } from "./term.ts";

/** Asked for by these words: copies without a licence. What is broken because of them is a fault like another. */
const pirated =
  /แคร็?[กค]ก?|(?<![a-z])crack(?:ed)?(?![a-z])|key\s?gen|คีย์เจน|เถื่อน|ตัวเต็ม.{0,20}ฟรี|ฟรี.{0,20}ตัวเต็ม|ไม่มีลิขสิทธิ์|(?:ขอ|อยากได้|หา)(?:รหัส)?\s?(?:คีย์|key|serial|ซีเรียล)(?!บอร์ด|การ์ด|\s?board)/;
const otherMeaning = /(?:จอ|กระจก|หน้าปัด|เคส|ฝา).{0,8}(?:แคร็?[กค]|crack)|(?:ขึ้น|เตือน|แจ้ง|บอก)(?:ว่า|เตือน)|เว็บ.{0,6}เถื่อน/;

/** Whether a text asks for software without a licence. `text` is in lower case. */
export const asksForPirated = (text: string): boolean => pirated.test(text) && !otherMeaning.test(text);

export type OtherService = Exclude<NonNullable<Understanding["outOfScope"]>, "licence">;

/** What other people look after: air conditioning, mains electricity, water. */
export const outOfScopeWords: Record<OtherService, Words> = {
  air: "เครื่องปรับอากาศ | แอร์ | พัดลมเพดาน | พัดลมติดผนัง | ล้างแอร์ | air condition",
  electricity:
    "ไฟดับ | ไฟฟ้าดับ | ไฟตก | หลอดไฟ | ปลั๊กไฟ | ปลั๊ก | เบรกเกอร์ | สวิตช์ไฟ | สวิทช์ไฟ | ไฟห้อง | ไฟถนน | มิเตอร์ไฟ | หม้อแปลง | ไฟฟ้าในห้อง | ระบบไฟฟ้า | โคมไฟ | ไฟทางเดิน | สายไฟฟ้า | ไฟไม่มา | ไฟฟ้า",
  water:
    "น้ำประปา | ประปา | ท่อน้ำ | ท่อแตก | น้ำไม่ไหล | ก๊อกน้ำ | ห้องน้ำตัน | ส้วม | ชักโครก | น้ำรั่ว | ปั๊มน้ำ | ตู้น้ำ | เครื่องกรองน้ำ | หลังคารั่ว | ท่อตัน | แทงค์น้ำ | แท็งก์น้ำ",
};
