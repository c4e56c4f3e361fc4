import type { Category } from "#models/conversations/understanding.ts";
import { groupOfDuty } from "#models/requests/parts/duty-field.ts";

/** What the centre can be asked to do, besides repairing. */
export const workKinds = {
  install: "ติดตั้งอุปกรณ์หรือระบบ",
  move: "ย้าย",
  wiring: "เดินสาย",
  program: "ลงโปรแกรม",
  develop: "พัฒนา/ปรับปรุงโปรแกรม",
  website: "เว็บไซต์และข่าว",
  media: "ผลิตสื่อ",
  lms: "บทเรียน LMS",
  training: "อบรม",
  other: "งานอื่น",
} as const;

export type WorkKind = keyof typeof workKinds;
type Area = "computer" | "website" | "media";

const duties: Record<WorkKind, { process: number; category: Category }> = {
  install: { process: 2, category: "computer" },
  move: { process: 2, category: "computer" },
  wiring: { process: 2, category: "network" },
  program: { process: 2, category: "software" },
  develop: { process: 10, category: "system" },
  website: { process: 11, category: "website" },
  media: { process: 13, category: "media" },
  lms: { process: 17, category: "media" },
  training: { process: 5, category: "other" },
  other: { process: 2, category: "other" },
};
const trainingProcess: Record<Area, number> = { computer: 5, website: 11, media: 16 };

type Work = { kind?: WorkKind; trainingArea?: Area };

/** The manual's process that such work counts for. */
export function processOfWork({ kind = "other", trainingArea }: Work): number {
  return kind === "training" && trainingArea ? trainingProcess[trainingArea] : duties[kind].process;
}

/** The group of work that does it. */
export const groupOfWork = (work: Work): 1 | 2 | 3 => groupOfDuty(`p${processOfWork(work)}`, 1);

export const categoryOfWork = ({ kind = "other" }: Work): Category => duties[kind].category;

// The first that fits a sentence; what is more special stands first.
const said: [RegExp, WorkKind][] = [
  [/อบรม|สอนใช้|วิทยากร/, "training"],
  [/lms|บทเรียนออนไลน์|ห้องเรียนออนไลน์|คอร์สออนไลน์/i, "lms"],
  [/ลงข่าว|เว็บ|เพจ|ประชาสัมพันธ์|โพสต์/, "website"],
  [/ทำสื่อ|ผลิตสื่อ|สื่อการสอน|ตัดต่อ|ถ่ายวิดีโอ|ทำคลิป/, "media"],
  [/(?:พัฒนา|ปรับปรุง|เขียน|สร้าง|ทำ)(?:โปรแกรม|ระบบ|แอป)/, "develop"],
  [/(?:ลง|ติดตั้ง|อัปเกรด|อัพเกรด)\s?(?:โปรแกรม|windows|วินโดว|office|ออฟฟิศ|ไดรเวอร์|แอป)/i, "program"],
  [/เดินสาย|ลากสาย|เพิ่มจุด/, "wiring"],
  [/ย้าย/, "move"],
  [/ติดตั้ง/, "install"],
];

/** The kind of work that a sentence asks for, if it says. */
export function workKindIn(text: string): WorkKind | null {
  return said.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
