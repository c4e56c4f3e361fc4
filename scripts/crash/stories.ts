import type { Random } from "./random.ts";

/** One thing a person does and what they must hear in answer. `{number}` stands for the number they were given. */
export type Step = {
  does: { says: string[] } | { taps: string };
  hears: string;
  /** these words may reach the chat once only */
  once?: true;
};

/** What one teacher lives through with the bot: the report, the repair by their technician, the end. */
export type Story = {
  report: Step[];
  repair: Step[];
  close: Step[];
  /** what the request's timeline must hold in the end */
  timeline: string[];
};

const says = (text: string, hears: string): Step => ({ does: { says: [text] }, hears });
const once = (step: Step): Step => ({ ...step, once: true });

const withdrawal: Step[] = [
  says("{number}", "{number}"),
  { does: { taps: "ยกเลิกรายการ" }, hears: "ยกเลิกรายการ {number} ใช่ไหมคะ" },
  once(says("ใช่", "ยกเลิก {number} แล้วค่ะ")),
];

const repair: Step[] = [
  says("{number}", "{number}"),
  once({ does: { taps: "รับเรื่อง" }, hears: "รับงาน {number} แล้วค่ะ" }),
  { does: { taps: "ซ่อมเสร็จ" }, hears: "สาเหตุคืออะไรคะ" },
  says("ลูกยางดึงกระดาษสึก", "แก้อย่างไรคะ"),
  says("เปลี่ยนลูกยาง", "อะไหล่"),
  says("ข้าม", "ค่าใช้จ่าย"),
  says("ข้าม", "รูปหลังซ่อม"),
  once(says("ข้าม", "บันทึกผลแล้วค่ะ {number}")),
];

const rating: Step[] = [
  once(says("หายแล้ว", "ดีใจด้วยค่ะ {number} เรียบร้อยแล้ว")),
  says("5 ดาว", "อยากบอกอะไรช่างไหมคะ"),
  once(says("ข้าม", "ขอบคุณมากค่ะ {number} ปิดงานแล้ว")),
];

/** A story for the n-th chat: some send two messages at a time, some have an emergency, some take their report back. */
export function storyOf(index: number, random: Random): Story {
  const [isHasty, isCritical, withdraws] = [random.chance(40), random.chance(20), random.chance(25)];
  const sentence = isCritical ? `เน็ตล่มทั้งโรงเรียนค่ะ ใช้ที่ห้อง ${index + 1}` : `ปริ้นเตอร์ห้อง ${index + 1} กระดาษติดค่ะ`;
  const report = [
    isHasty ? { does: { says: ["สวัสดีค่ะ", "ขอบคุณค่ะ"] }, hears: "" } : says("สวัสดีค่ะ", ""),
    says(sentence, "มีรูปไหมคะ"),
    says("ข้าม", "สรุปแจ้งซ่อม"),
    once(says("ยืนยัน", "รับเรื่องแล้วค่ะ เลขที่ ")),
    says("ซ่อมถึงไหนแล้วคะ", "{number}"),
  ];
  if (withdraws) return { report, repair: [], close: withdrawal, timeline: ["submit", "withdraw"] };
  return { report, repair, close: rating, timeline: ["submit", "accept", "done", "confirm-fixed", "rate"] };
}

/** How many steps a story has: the kills are spread over the sum. */
export const lengthOf = ({ report, repair, close }: Story): number => report.length + repair.length + close.length;
