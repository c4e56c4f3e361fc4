import type { Answers } from "#models/requests/define-form.ts";
import type { Random } from "./random.ts";
import type { Trouble } from "./troubles.ts";

type Telling = { trouble: Trouble; random: Random; colleague: { id: string; name: string } };

const said = {
  note: ["โทรคุยกับครูแล้ว สะดวกช่วงบ่าย", "อะไหล่มีในคลัง เบิกได้เลย", "โรงเรียนนี้ควรตรวจสายไฟทั้งห้อง", "เครื่องหมดประกันแล้ว"],
  add: ["เมื่อเช้าเป็นอีกแล้วค่ะ", "ตอนนี้ย้ายเครื่องไปห้องข้าง ๆ แล้วค่ะ", "ครูเวรอยู่ถึงสี่โมงเย็นค่ะ"],
  ask: ["ไฟหน้าเครื่องติดสีอะไรคะ", "เครื่องรุ่นอะไรครับ ดูที่สติกเกอร์ด้านหลัง", "เครื่องอื่นในห้องใช้ได้ไหมครับ"],
  answer: ["ไฟสีส้มกะพริบค่ะ", "ลองเครื่องอื่นแล้วใช้ได้ปกติค่ะ", "เป็นตั้งแต่เมื่อวานค่ะ ก่อนหน้านั้นใช้ได้"],
  notFixed: ["กลับมาเป็นเหมือนเดิมค่ะ", "ใช้ได้ครึ่งวันแล้วเป็นอีกค่ะ"],
  waiting: ["รออะไหล่จากร้านที่สั่งไว้", "รองบประมาณไตรมาสหน้า", "รอเบิกวัสดุจากคลัง"],
  vendor: ["ร้านซ่อมคอมพิวเตอร์ตัวอย่าง", "ศูนย์บริการตัวอย่าง"],
  cannot: ["เมนบอร์ดเสีย ค่าซ่อมเกินราคาเครื่อง เสนอจำหน่าย", "ไม่มีอะไหล่รุ่นนี้แล้ว"],
  reject: ["แจ้งซ้ำกับรายการก่อนหน้า"],
  assign: ["ฝากดูให้ทันวันนี้", "โรงเรียนนี้อยู่ทางผ่าน"],
  praise: ["รวดเร็วมากค่ะ ขอบคุณช่างมาก", "อธิบายเข้าใจง่ายค่ะ", "แก้ได้ในครั้งเดียวเลยครับ", "มาช้าไปนิดแต่แก้ได้ค่ะ"],
} as const;

/** What a person fills in where a transition asks for something. */
export function transitionAnswers(transition: string, { trouble, random, colleague }: Telling): Answers {
  const { cause, fix, parts, cost } = trouble;
  switch (transition) {
    case "done":
      return { cause, fix, ...(parts ? { parts } : {}), ...(cost ? { cost } : {}) };
    case "wait-parts":
      return { what: parts ? `รอ${parts}` : random.pick(said.waiting) };
    case "send-out":
      return { vendor: random.pick(said.vendor) };
    case "cannot-repair":
      return { reason: random.pick(said.cannot) };
    case "reject":
      return { reason: random.pick(said.reject) };
    case "ask":
      return { reason: random.pick(said.ask) };
    case "answer":
      return { words: random.pick(said.answer) };
    case "add":
      return { words: random.pick(said.add) };
    case "note":
      return { words: random.pick(said.note) };
    case "not-fixed":
      return random.chance(0.7) ? { words: random.pick(said.notFixed) } : {};
    case "correct":
      return { urgency: random.pick(["normal", "high"]) };
    case "assign":
    case "forward":
      return { person: colleague, ...(random.chance(0.3) ? { note: random.pick(said.assign) } : {}) };
    case "rate":
      return { stars: random.pick([5, 5, 5, 5, 5, 4, 4, 4, 3, 2]), ...(random.chance(0.2) ? { words: random.pick(said.praise) } : {}) };
    default:
      return {};
  }
}
