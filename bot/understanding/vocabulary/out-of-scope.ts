import type { Understanding } from "#models/conversations/understanding.ts";
import type { Words } from "./term.ts";

/** What other people look after: air conditioning, mains electricity, water. */
export const outOfScopeWords: Record<NonNullable<Understanding["outOfScope"]>, Words> = {
  air: "เครื่องปรับอากาศ | แอร์ | พัดลมเพดาน | พัดลมติดผนัง | ล้างแอร์ | air condition",
  electricity:
    "ไฟดับ | ไฟฟ้าดับ | ไฟตก | หลอดไฟ | ปลั๊กไฟ | ปลั๊ก | เบรกเกอร์ | สวิตช์ไฟ | สวิทช์ไฟ | ไฟห้อง | ไฟถนน | มิเตอร์ไฟ | หม้อแปลง | ไฟฟ้าในห้อง | ระบบไฟฟ้า | โคมไฟ | ไฟทางเดิน | สายไฟฟ้า | ไฟไม่มา | ไฟฟ้า",
  water:
    "น้ำประปา | ประปา | ท่อน้ำ | ท่อแตก | น้ำไม่ไหล | ก๊อกน้ำ | ห้องน้ำตัน | ส้วม | ชักโครก | น้ำรั่ว | ปั๊มน้ำ | ตู้น้ำ | เครื่องกรองน้ำ | หลังคารั่ว | ท่อตัน | แทงค์น้ำ | แท็งก์น้ำ",
};
