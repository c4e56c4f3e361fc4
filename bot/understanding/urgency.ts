import type { Category, Intent, Urgency } from "#models/conversations/understanding.ts";
import type { Reading } from "./reading.ts";
import type { UrgencyCue } from "./vocabulary/urgency.ts";

const withUrgency: readonly Intent[] = ["report_repair", "request_form", "borrow", "consult"];
const stopped = /ไม่|ล่ม|หลุด|ดับ|down|พัง|เสีย/;
const shared: readonly (Category | null)[] = ["network", "system", "website", "power", "telecom"];
// สอบ inside another word says nothing about an exam.
const examToday = /ใช้สอบ|กำลังสอบ|สอบอยู่|ห้องสอบ/;
const calm: readonly Urgency[] = ["low", "normal"];

/** How urgent, by domain rules: what is blocked and by when. "ด่วน" alone raises one level at most. */
export function decideUrgency(reading: Reading, intent: Intent, category: Category | null): Urgency | null {
  if (!withUrgency.includes(intent)) return null;
  const level = byCircumstance(reading, intent, category);
  if (level === "high" || level === "critical") return level;
  const has = (cue: UrgencyCue) => reading.urgency.has(cue);
  if (has("notUrgent")) return "low";
  if (has("urgent")) return calm.indexOf(level) === 0 ? "normal" : "high";
  return level;
}

function byCircumstance(reading: Reading, intent: Intent, category: Category | null): Urgency {
  const has = (cue: UrgencyCue) => reading.urgency.has(cue);
  const soon = has("soon") || examToday.test(reading.text);
  if (reading.danger.length > 0 && intent === "report_repair") return "critical";
  if (has("everybody") && shared.includes(category) && stopped.test(reading.text)) return "critical";
  if (has("server") && stopped.test(reading.text)) return "critical";
  if ((has("exam") || has("deadline")) && soon) return "critical";
  if (has("manyPeople") || has("everybody")) return "high";
  if ((has("event") || has("needed")) && soon) return "high";
  if ((has("deadline") || has("exam") || has("needed") || has("event")) && has("thisWeek")) return "high";
  if (category === "data" && has("dataLoss")) return "high";
  if (intent === "consult") return "low";
  return has("cosmetic") && intent === "report_repair" ? "low" : "normal";
}
