import type { Field } from "#models/fields/field.ts";
import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import { type Answers, type Form, isShown } from "#models/requests/define-form.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { approvedTotal } from "#models/requests/purchase/purchase.form.ts";
import type { Life } from "#scripts/demo/seed/life.ts";
import { peopleIn, type World } from "#scripts/demo/seed/world.ts";

/** What people write beside a deed, by the question. */
const said: Record<string, string[]> = {
  "return.reason": ["รายละเอียดยังไม่ครบ ขอเพิ่มเหตุผลและจำนวนที่ใช้จริง", "ขอให้ระบุวันและสถานที่ให้ชัดเจน"],
  "refuse.reason": ["ซ้ำกับเรื่องที่ยื่นไว้แล้ว", "เกินกำลังของศูนย์ในช่วงนี้ ขอให้ยื่นใหม่ไตรมาสหน้า"],
  "ask-extension.reason": ["ต้องใช้ต่ออีกระยะ งานยังไม่เสร็จ", "เลื่อนวันจัดงานออกไป"],
  reason: ["ผู้ยื่นแจ้งว่าไม่จำเป็นแล้ว", "ตรวจแล้วยังดำเนินการไม่ได้ในตอนนี้"],
  words: ["เห็นสมควร", "โปรดใช้ด้วยความระมัดระวัง", "ดำเนินการได้", "เรียบร้อยดีค่ะ"],
  note: ["ฝากดูให้ทันวันที่ขอ"],
  assets: ["6730-001-0002/66", "7440-005-0011/67", "6720-002-0004/65"],
  condition: ["สภาพดี ใช้งานได้ปกติ", "มีรอยขีดข่วนเล็กน้อย ใช้งานได้"],
  accessories: ["สายไฟ รีโมต กระเป๋า", "สาย HDMI 1 เส้น"],
  detail: ["ครบตามที่ส่งมอบ", "ตรวจแล้วเปิดติด"],
  how: ["ซ่อมแล้ว ใช้งานได้ตามเดิม", "ชดใช้เป็นของชนิดเดียวกันแล้ว"],
  why: ["ของในคลังมีไม่ครบ"],
  page: ["12", "27", "41"],
  voucher: ["บ.14/2570", "บ.22/2570"],
  done: ["ดำเนินการตามที่ขอ ทดสอบแล้วใช้งานได้", "ทำเสร็จตามกำหนด แนะนำวิธีใช้ให้ครูแล้ว"],
  seller: ["ร้านตัวอย่างหนึ่ง", "บริษัท ตัวอย่างการค้า จำกัด"],
  orderNumber: ["ตัวอย่าง 8/2570"],
  committee: ["นางอรุณี เมฆชวนฝัน, นายมานะ ทรายหัวเราะดี, นางสาวชบา ใบไม้ชวนฝัน"],
  rights: ["อ่านชุดข้อมูลที่ขอผ่านบัญชีของผู้ขอ"],
};

/** How somebody fills what a deed asks for; null where the sample data has no words for one of its questions. */
export function deedAnswers(world: World, life: Life, form: Form, at: Date): Answers | null {
  const answers: Answers = {};
  for (const [key, field] of Object.entries(form.fields)) {
    if (!isShown(form, key, answers)) continue;
    if (field.optional && !world.random.chance(0.4)) continue;
    const value = writtenBy(world, life, wordsFor(form, key), key, field, at);
    if (value !== undefined) answers[key] = value;
  }
  const parsed = parseAnswers(form, answers, { today: bangkokDate(at), request: life.answers });
  return parsed.ok ? parsed.answers : null;
}

/** A question is answered by what the deed is: the form's name ends with it. */
function wordsFor({ id }: Form, key: string): string[] | undefined {
  const own = Object.keys(said).find((name) => name.endsWith(`.${key}`) && id.endsWith(`-${name.split(".")[0]}`));
  return said[own ?? key];
}

function writtenBy(world: World, life: Life, words: string[] | undefined, key: string, field: Field, at: Date): unknown {
  const { random } = world;
  const today = bangkokDate(at);
  switch (field.kind) {
    case "text":
      return words && random.pick(words);
    case "choice":
      return random.chance(0.8) ? field.choices?.[0]?.value : random.pick(field.choices ?? []).value;
    case "date":
      // What is still to come, or what has been done today.
      return key === "on" ? today : addDays([today, String(life.answers.until ?? "")].sort().at(-1) ?? today, random.between(3, 10));
    case "yes-no":
      return true;
    case "rating":
      return random.pick([5, 5, 5, 4, 4, 3]);
    case "money":
      return typeof life.answers.budget === "number" ? Math.floor(approvedTotal(life.answers) * 0.95) : undefined;
    case "person": {
      const { id, name } = random.pick(peopleIn(world, "staff", life.facts.group));
      return { id, name };
    }
    default:
      return undefined;
  }
}
