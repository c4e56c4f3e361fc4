import type { Intent } from "#models/conversations/understanding.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";
import type { Reading } from "./reading.ts";
import type { Cue } from "./vocabulary/intents.ts";

export type Decision = { intent: Intent; confidence: number };

/** What the rules look at, worked out once. */
type Facts = {
  text: string;
  has(cue: Cue): boolean;
  broken: boolean;
  /** Words that may be a fault or a thing to ask about ("ไวรัส", "รหัสผ่าน"). */
  topic: boolean;
  device: boolean;
  number: boolean;
  outside: boolean;
  /** A suspicious link was followed: what is asked after that is help, not advice. */
  followedLink: boolean;
};

// Something that was borrowed and is broken is a repair; "ยกเลิกไม่ได้" is a fault of a system.
const borrowedThing = /(?:ที่|เคย|ของที่|ซึ่ง)\s?(?:ขอ)?ยืม|ยืม(?:มา|ไป)/;
const returning = /คืน|ต่ออายุ|ขยายเวลา|ต่อเวลา|เลื่อน/;
const givesBack = /(?:มา|จะ|ส่ง|ขอ|ไป|นำ)คืน|ต่ออายุ|ขยายเวลา/;
const cancelFails = /ยกเลิก.{0,25}ไม่(?:ได้|สำเร็จ|ออก|ผ่าน)|ยกเลิกแล้ว.{0,12}ไม่/;
const serviceBlamed =
  /ช่าง|เจ้าหน้าที่|จนท|ศูนย์|บริการ|แอดมิน|คนดูแล|หน่วยงาน|แจ้งไป|แจ้งมา|แจ้งซ่อม|แจ้งหลาย|แจ้งกี่|รอมา|รอนาน|รอจน|ร้องเรียน|ไม่พอใจ|ผิดหวัง|เงียบ|ดอง|ซ่อมแล้ว|ซ่อมไม่ดี|ติชม|ตอบ|พูด|ระบบแจ้ง|ทำอะไรกัน|เสียเวลา|ติดต่อยาก|โทร|มักง่าย|ไม่มา|งาน(?:ช้า|แย่)|ทำงาน|โทรไป/;
const asksFor = /ให้(?:หน่อย|ด้วย|ที|ได้ไหม|ได้มั้ย|ได้มั๊ย|เครื่อง|ห้อง|ใหม่|ครู|ค่ะ|ครับ|$)|หน่อย|ใหม่|ขอ|อยาก|ต้องการ|ช่วย|รบกวน|จะ/;
const installs = /(?:ลง|ติดตั้ง|install|อัปเกรด|อัพเกรด|upgrade|ย้าย|เดินสาย|เพิ่มจุด)/;
const installFails =
  /(?:ลง|ติดตั้ง|install|อัปเกรด|อัพเกรด|upgrade|ขอ|เปิด|เบิก)[^\s]{0,30}(?:ไม่ได้|ไม่ผ่าน|ไม่สำเร็จ|ค้าง|error|ไม่ลง)|(?:ลง|ติดตั้ง|อัปเกรด|อัพเกรด|ย้าย)[^\s]{0,25}(?:แล้ว|เสร็จ)[^\s]{0,25}(?:ไม่|เสีย|ค้าง|ช้า|หาย|เพี้ยน|error)/;
const eitherOr = /หรือ.{1,30}ดี(?:กว่า|คะ|ครับ|ไหม|$|\s)/;
const asksInstall = /^(?:ช่วย|ขอ|รบกวน|อยาก|ฝาก)?\s?(?:ลง|ติดตั้ง|ย้าย|เดินสาย|เพิ่ม|ต่อสาย).*(?:ให้|หน่อย|ด้วย)/;
const howTo = /ทำ(?:ยังไง|ไง|อย่างไร)|วิธี|ยังไง|อย่างไร/;
const forgotten = /ลืม|จำ[^\s]{0,12}ไม่ได้|รีเซ็ต|รีเซ็ท|reset|ถูกระงับ|โดนระงับ|ปลดล็อ/;
const doForUs =
  /(?:อยากให้|ช่วย|ฝาก|รบกวน|ขอให้|ต้องการให้)(?:ช่าง|ทาง|เจ้าหน้าที่|ศูนย์)?\s?(?:ช่วย|มา)?\s?(?:ทำ|สร้าง|ออกแบบ|พัฒนา|ตัดต่อ|ลง|โพสต์|โพส|ติดตั้ง|ย้าย|เดิน|ผลิต|ถ่าย|จัดทำ|ตั้งค่า|อัปเดต|อัพเดต)/;
const newAccount =
  /(?:บัญชี|user|ยูส|ยูเซอ|อีเมล|อีเมล์|เมล|email|e-mail|account|ไอดี|รหัสผู้ใช้|username)[^\s]{0,12}\s?(?:ใหม่|ให้ครู|ให้บุคลากร)|(?:ขอ|สมัคร|สร้าง|เปิด|ออก|ทำ)\s?(?:เปิด|ใช้)?\s?(?:บัญชี|user|ยูส|ยูเซอ|อีเมล|เมล|email|e-mail|account|ไอดี|username|gmail|จีเมล)/;
const lostThing = /(?:ไฟล์|ข้อมูล|รูป|เอกสาร|งาน|เมาส์|โฟลเดอร์|สาย|ไอคอน|ภาพ|เสียง|สัญญาณ|เน็ต|เมล|อีเมล)[^\s]{0,10}หายแล้ว/;
// "กระดาษติด แล้วก็เน็ตหลุด": the word that follows belongs to the next trouble.
const thenMore = /ติด แล้ว|แล้วก็|แล้วยัง/;
const stillBroken = /ยังไม่หาย|ไม่หาย|ยังเป็น(?:อยู่|เหมือนเดิม)|เหมือนเดิม|เป็นอีก|เสียอีก|ยังใช้ไม่ได้|ยังไม่ได้เลย/;
const newcomer = /(?:บรรจุใหม่|ครูใหม่|คนใหม่|ย้ายมาใหม่).*ขอ|ขอ(?!ลืม).*(?:บรรจุใหม่|ครูใหม่|คนใหม่)/;
const hasNoAccount =
  /(?:บรรจุใหม่|ครูใหม่|คนใหม่|ย้ายมาใหม่|เพิ่งย้ายมา|เพิ่งบรรจุ).{0,20}(?:ไม่มี|ยังไม่ได้)\s?(?:รหัส|user|ยูส|บัญชี|อีเมล|เมล|ไอดี|account|สิทธิ์)|ยังไม่ได้(?:รับ)?\s?(?:รหัส|user|ยูส|บัญชี|อีเมล).*(?:บรรจุใหม่|ครูใหม่|ย้ายมา)/;
const mistyped = /^(?:ขอโทษ|ขออภัย|โทษที|โทดที|อ้าว|อุ้ย)?.{0,6}พิมพ?์?ผิด/;
const openHours =
  /(?:เปิด|ปิด)(?:ทำการ|ทำงาน|บริการ|ศูนย์|กัน)?(?:วันนี้|พรุ่งนี้|วันเสาร์|วันอาทิตย์)?\s?(?:ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า|กี่โมง|วันไหน)|เวลาทำการ|ทำการกี่โมง/;
const costs = /(?:ต้อง)?(?:เสีย|จ่าย|คิด|มี)(?:เงิน|ค่าใช้จ่าย|ค่าซ่อม|ค่าบริการ)(?:เอง)?\s?(?:ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า|เท่าไ)/;
const howLong = /ใช้เวลา.{0,14}(?:กี่|นาน|เท่าไ)/;
const understood = /^(?:โอเค|โอเช|โอเคร|ok|okay|okie|รับทราบ|ทราบแล้ว|เข้าใจแล้ว|ได้|ตกลง)(?:แล้ว)?(?:ตามนั้น|ตามนี้)?$/;
const reportsSome = /แจ้งซ่อม(?!ไป|ไว้|แล้ว|ถึง|เมื่อ|ครั้งก่อน|ตั้งแต่|หลาย|กี่)/;
const waits = /(?:ไป|ไว้|มา)(?:ตั้งแต่|เมื่อ|นาน|หลายวัน|\s?\d|สาม|สอง|สี่|ห้า|เจ็ด|อาทิตย์|สัปดาห์)|ยังไม่(?:มา|มีใคร|เห็น|ได้รับ|เสร็จ|ตอบ)/;
const doneYet = /(?:แก้ไข|อนุมัติ|ดำเนินการ|ซ่อม|ผ่าน|จัดส่ง|พิจารณา|รับเรื่อง).{0,12}(?:หรือยัง|รึยัง|ยัง(?:คะ|ค่ะ|ครับ|อ่ะ|$))/;
const technicianComes =
  /ช่าง(?:(?!ไม่).){0,20}(?:เข้า|มา).{0,15}(?:ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า|วันไหน|เมื่อไ|กี่โมง)|ใคร.{0,10}(?:รับผิดชอบ|ดูแล|รับ).{0,6}งาน/;
const asksState =
  /เสร็จยัง|เสร็จไหม|ได้เรื่อง|ยังอ่ะ|หรือยัง|รึยัง|ยังคะ|ยังครับ|ถึงไหน|เมื่อไ|เมื่อไหร่|วันไหน|กี่โมง|กี่วัน|ไหนแล้ว|คืบหน้า|สถานะ|ไงบ้าง|อย่างไรบ้าง|ติดตาม|ตามงาน|ตามเรื่อง|ว่าไง|ใครรับ|เช็ค|เช็ก|อยู่ไหน|นานไหม|รายการ|ประวัติ|งานของ|คิว|ดูงาน|ขอตาม|status|ผลเป็น|ทราบผล/;

type Rule = (facts: Facts) => Decision | null;
const sure = (intent: Intent, confidence = 0.95): Decision => ({ intent, confidence });

const cancels: Rule = ({ has, text }) => {
  if (!has("cancel") || cancelFails.test(text)) return null;
  return /^(?:ขอ)?ยกเลิก|ยกเลิก/.test(text) && /ยกเลิกสิทธิ์/.test(text) ? null : sure("cancel");
};
const wantsPerson: Rule = ({ has, broken, text }) => {
  if (!has("human") || (has("greet") && /อยู่ไหม|อยู่มั้ย/.test(text))) return null;
  if (/เบอร์ภายใน|บอท(?:ตอบ|ไม่)/.test(text) && broken && !/คุย|ติดต่อ/.test(text)) return null;
  return broken && !/คุย|ติดต่อ|ขอเบอร์|โทรกลับ|โทรหา|ขอสาย|บอท/.test(text) ? null : sure("human", 0.93);
};
const complains: Rule = ({ has, text, device, broken }) =>
  has("complain") && (serviceBlamed.test(text) || !(device && broken)) && !(device && !serviceBlamed.test(text))
    ? sure("complain", 0.9)
    : null;
const follows: Rule = ({ has, text, number, broken }) => {
  if (givesBack.test(text)) return null;
  if (number && (!broken || has("status"))) return sure("check_status", 0.92);
  if (technicianComes.test(text) || doneYet.test(text) || howLong.test(text)) return sure("check_status", 0.9);
  if (!has("status") && !/แจ้ง[^\s]{0,20}(?:ไป|ไว้)/.test(text)) return null;
  if (asksState.test(text) || waits.test(text)) return sure("check_status", 0.93);
  return broken ? null : sure("check_status", 0.8);
};
const solved: Rule = ({ has, text }) => {
  if (!has("solved") || thenMore.test(text) || lostThing.test(text) || stillBroken.test(text) || /แต่|ไม่ได้แล้ว|ไม่ติดแล้ว/.test(text))
    return null;
  return has("thanks") ? sure("thanks") : sure("other", 0.6);
};
const consults: Rule = ({ has, text, broken, followedLink }) => {
  if (followedLink) return null;
  if (costs.test(text) || eitherOr.test(text) || has("strongConsult")) return sure("consult", 0.93);
  if (!has("consult") || forgotten.test(text)) return null;
  if (!broken) return sure("consult", howTo.test(text) ? 0.9 : 0.8);
  return null;
};
const borrows: Rule = ({ has, text, broken }) => {
  if (!(has("borrow") || givesBack.test(text)) || (/ส่งคืน|คืน/.test(text) && /กู้คืน|คืนค่า|คืนนี้|เมื่อคืน|กลางคืน/.test(text) && !/ยืม/.test(text)))
    return null;
  if (broken && borrowedThing.test(text) && !returning.test(text) && !/ขอยืม/.test(text)) return null;
  return sure("borrow", 0.94);
};
const wantsForm: Rule = ({ has, text, broken }) => {
  if (hasNoAccount.test(text)) return sure("request_form");
  if ((newAccount.test(text) || newcomer.test(text)) && !forgotten.test(text) && !/ไม่ได้|ไม่ติด/.test(text)) return sure("request_form");
  if (!(has("form") || doForUs.test(text) || (!broken && asksInstall.test(text))) || forgotten.test(text) || installFails.test(text))
    return null;
  if (/แบบฟอร์ม|ขอใช้|ขอซื้อ|ขอสิทธิ์|ขอเบิก|ขอให้|ขอย้าย|ขออนุมัติ|ใบเบิก|ขอติดตั้ง|ขอเพิ่ม|เดินสาย|กำหนดสเปก|จัดทำ/.test(text))
    return sure("request_form", 0.92);
  if (doForUs.test(text) && (!broken || installs.test(text))) return sure("request_form", 0.9);
  if (installs.test(text) && asksFor.test(text)) return sure("request_form", 0.9);
  return broken ? null : sure("request_form", 0.85);
};
const reports: Rule = ({ broken, topic, device, text, has, outside }) => {
  if (broken && (device || outside)) return sure("report_repair");
  if (reportsSome.test(text) || (has("report") && device)) return sure("report_repair", 0.93);
  if (forgotten.test(text) || broken || topic) return sure("report_repair", 0.8);
  if (stillBroken.test(text)) return sure("report_repair", 0.7);
  return null;
};
const mistypes: Rule = ({ text, device }) => (mistyped.test(text) && !device ? sure("other", 0.7) : null);
const asksHours: Rule = ({ text, device, broken }) => (openHours.test(text) && !device && !broken ? sure("human", 0.85) : null);
const agrees: Rule = ({ text }) => (understood.test(stripPoliteness(text).replace(/\s/g, "")) ? sure("thanks", 0.6) : null);
const politeOnly: Rule = ({ has }) => (has("thanks") ? sure("thanks") : has("greet") ? sure("greet") : null);
const leftOver: Rule = ({ device, has, outside }) => {
  if (has("complain")) return sure("complain", 0.6);
  if (has("report")) return sure("report_repair", 0.7);
  return device || outside ? sure("report_repair", 0.5) : null;
};

/** Asked in this order; the first rule that knows decides. */
const rules: readonly Rule[] = [
  mistypes,
  agrees,
  cancels,
  solved,
  complains,
  wantsPerson,
  asksHours,
  follows,
  consults,
  borrows,
  wantsForm,
  reports,
  politeOnly,
  leftOver,
];

/** What the person wants. `number`: a request number stands in the message. */
export function decideIntent(reading: Reading, number: boolean): Decision {
  const { text } = reading;
  if (!/[\p{L}\p{N}]/u.test(text)) return { intent: "other", confidence: 0.3 };
  const facts: Facts = {
    text,
    has: (cue) => reading.cues.has(cue),
    broken: reading.symptoms.some(({ tag }) => tag.topic !== true) || reading.danger.length > 0,
    topic: reading.symptoms.some(({ tag }) => tag.topic),
    device: reading.devices.length > 0,
    number,
    outside: reading.outOfScope.length > 0,
    followedLink: reading.danger.some(({ tag }) => tag === "link"),
  };
  for (const rule of rules) {
    const decision = rule(facts);
    if (decision) return decision;
  }
  return { intent: "other", confidence: stripPoliteness(text) === "" ? 0.7 : 0.4 };
}
