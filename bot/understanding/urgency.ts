import type { Category, Intent, Urgency } from "#models/conversations/understanding.ts";
import type { Reading } from "./reading.ts";
import type { UrgencyCue } from "./vocabulary/urgency.ts";

const withUrgency: readonly Intent[] = ["report_repair", "request_form", "borrow", "consult"];
const stopped = /ไม่|ล่ม|หลุด|ดับ|down|พัง|เสีย/;
const shared: readonly (Category | null)[] = ["network", "system", "website", "power", "telecom"];
// สอบ inside another word says nothing about an exam.
const examToday = /ใช้สอบ|กำลังสอบ|สอบอยู่|ห้องสอบ/;
const mustBy = /ต้อง.{0,14}(?:ส่ง|ยืนยัน|ยื่น|คีย์|รายงาน|เสร็จ|กรอก|บันทึก)|ส่ง(?:(?!ไม่|ตั้งแต่).){0,20}(?:วันนี้|พรุ่งนี้|ก่อน|เย็นนี้|บ่ายนี้)/;
// Without another day named, the last one is today.
const isLastDay = /^(?!.*(?:หน้า|วันที่\s?\d|มะรืน|อีก\s?\d)).*วันสุดท้าย(?!ของ)/;
const onlyLooks = /พัดลม.{0,15}ดัง|(?:นาฬิกา|เวลา|วันที่).{0,10}(?:ไม่ตรง|ผิด)/;
const calm: readonly Urgency[] = ["low", "normal"];

/** How urgent, by domain rules: what is blocked and by when. "ด่วน" alone raises one level at most. */
export function decideUrgency(reading: Reading, intent: Intent, category: Category | null): Urgency | null {
  if (!withUrgency.includes(intent)) return null;
  const level = byCircumstance(reading, intent, category);
  if (level === "high" || level === "critical") return level;
  const has = (cue: UrgencyCue) => reading.urgency.has(cue);
  if (has("notUrgent") || has("slight")) return "low";
  if (has("urgent")) return calm.indexOf(level) === 0 ? "normal" : "high";
  return level;
}

function byCircumstance(reading: Reading, intent: Intent, category: Category | null): Urgency {
  const has = (cue: UrgencyCue) => reading.urgency.has(cue);
  const soon = has("soon") || examToday.test(reading.text);
  if (reading.danger.length > 0 && intent === "report_repair")
    return reading.danger.every(({ tag }) => tag === "link") ? "high" : "critical";
  if (has("everybody") && shared.includes(category) && stopped.test(reading.text)) return "critical";
  if (has("server") && stopped.test(reading.text)) return "critical";
  const deadline = has("deadline") || mustBy.test(reading.text);
  if (((has("exam") || deadline) && soon) || isLastDay.test(reading.text)) return "critical";
  if (intent !== "consult" && (has("manyPeople") || has("everybody"))) return "high";
  if ((has("event") || has("needed")) && soon) return "high";
  if ((deadline || has("exam") || has("needed") || has("event")) && has("thisWeek")) return "high";
  if (category === "data" && intent === "report_repair") return "high";
  if (intent === "consult") return "low";
  return intent === "report_repair" && isCosmetic(reading) ? "low" : "normal";
}

/** Slow or ugly, and nothing worse said beside it. */
function isCosmetic(reading: Reading): boolean {
  if (onlyLooks.test(reading.text)) return true;
  const marks = reading.urgency.get("cosmetic") ?? [];
  const worse = reading.symptoms.some((symptom) => !marks.some((mark) => mark.start < symptom.end && symptom.start < mark.end));
  return marks.length > 0 && !worse;
}
