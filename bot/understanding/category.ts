import type { Category, Intent, Understanding } from "#models/conversations/understanding.ts";
import type { Reading } from "./reading.ts";

const withCategory: readonly Intent[] = ["report_repair", "request_form", "borrow", "consult"];
const wifiPassword =
  /(?:รหัส|พาส|password)[^\s]{0,8}\s?(?:wi-?fi|ไวไฟ|ไวฟาย|เน็ต|เนต|อินเท)|(?:wi-?fi|ไวไฟ|ไวฟาย).{0,10}(?:ล็อ[กค]อิน|login)|(?:wi-?fi|ไวไฟ|ไวฟาย|เน็ต)[^\s]{0,8}\s?(?:รหัส|พาส|password)/;
const lostData = /(?:ไฟล์|ข้อมูล|รูป|เอกสาร|งาน|คะแนน|ตาราง)(?:(?!ไม่|ฟอนต์|ไอคอน).){0,25}หาย|(?:เซฟ|บันทึก)ทับ|(?:รูป|ไฟล์|งาน)อยู่ในนั้น/;
const newUser =
  /(?:สมัคร|รหัส|บัญชี|user|ยูส|เปิดสิทธิ์ให้).*(?:คนใหม่|ครูใหม่|บรรจุใหม่|ย้ายมาใหม่|ผู้ใช้ใหม่)|(?:คนใหม่|ครูใหม่|บรรจุใหม่).*(?:สมัคร|รหัส|บัญชี|user|ยูส)/;
const buying = /ซื้อ|สเปก|สเปค|สเป็|spec|งบ|ราคากลาง|รุ่นไหน|ยี่ห้อไหน|ยี่ห้ออะไร|คุณลักษณะ|หรือ.{1,20}ดีกว่า|tor\b|ใบเสนอราคา/;

const ofSecurity: ReadonlySet<NonNullable<Understanding["danger"]>> = new Set(["attack", "page", "account", "link", "password"]);

function add(scores: Map<Category, number>, category: Category, pull: number, earlier: number): void {
  // The strongest word decides; others of its kind and earlier ones only break ties.
  const before = scores.get(category) ?? 0;
  scores.set(category, Math.max(before, pull) + (before > 0 ? 0.3 : 0) + earlier);
}

/** What it is about, for the intents that have a category. */
export function decideCategory(reading: Reading, intent: Intent): Category | null {
  if (!withCategory.includes(intent)) return null;
  const scores = new Map<Category, number>();
  for (const [at, { tag }] of reading.devices.entries()) {
    if (tag.category === "procurement" && intent !== "consult" && intent !== "request_form") continue;
    add(scores, tag.category, tag.pull, at === 0 ? 0.4 : 0);
  }
  for (const { tag } of reading.symptoms)
    if (tag.category && !(tag.category === "security" && tag.topic && intent === "request_form"))
      add(scores, tag.category, tag.pull ?? 3, 0);
  if (reading.danger.some(({ tag }) => ofSecurity.has(tag))) add(scores, "security", 9, 0);
  if (reading.danger.some(({ tag }) => tag === "battery")) add(scores, "computer", 3.2, 0);
  if (intent === "report_repair" && lostData.test(reading.text)) add(scores, "data", 6.2, 0);
  if (wifiPassword.test(reading.text)) add(scores, "network", 9, 0);
  if ((intent === "consult" || intent === "request_form") && buying.test(reading.text)) add(scores, "procurement", 8, 0);
  if (intent === "request_form" && newUser.test(reading.text)) add(scores, "account", 7, 0);
  if (intent === "borrow") for (const category of ["account", "software", "data", "media"] as const) halve(scores, category);
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? "other";
}

function halve(scores: Map<Category, number>, category: Category): void {
  const score = scores.get(category);
  if (score !== undefined) scores.set(category, score / 2);
}
