import type { RequestIcon } from "./define-request-type.ts";

/** What people come for: forms stand under it by their pictogram, so that a new form finds its place by itself. */
export const needs = [
  { id: "borrow", name: "ยืม / ขอใช้ของ", about: "อุปกรณ์ สื่อ วัสดุสิ้นเปลือง" },
  { id: "work", name: "ซ่อม / ให้ทำงานให้", about: "ซ่อม ติดตั้ง ย้าย เดินสาย เว็บ อบรม" },
  { id: "buy", name: "ซื้อ / กำหนดสเปก", about: "จัดซื้อ สเปก เทียบข้อเสนอ" },
  { id: "access", name: "บัตร / สิทธิ์เข้าระบบ", about: "บัญชีผู้ใช้ DMC AMSS++ ข้อมูล" },
  { id: "follow", name: "ติดตาม / ประเมิน", about: "แบบสอบถาม ความเห็น ผลการใช้งาน" },
  { id: "report", name: "บันทึก / รายงาน", about: "สรุปผล ศึกษา พัฒนา รายงานประจำปี" },
] as const;

export type Need = (typeof needs)[number];
export type NeedId = Need["id"];

const needOfIcon: Record<RequestIcon, NeedId> = {
  borrow: "borrow",
  supplies: "borrow",
  repair: "work",
  work: "work",
  cart: "buy",
  spec: "buy",
  compare: "buy",
  card: "access",
  key: "access",
  survey: "follow",
  monitor: "follow",
  summary: "report",
  study: "report",
  develop: "report",
  report: "report",
};

/** The need that a form with this pictogram stands under. */
export const needOf = (icon: RequestIcon): NeedId => needOfIcon[icon];

/** The needs that some of the forms stand under, each with its forms, in the order in which they are shown. */
export function byNeed<F extends { icon: RequestIcon }>(forms: readonly F[]): { need: Need; forms: F[] }[] {
  return needs
    .map((need) => ({ need, forms: forms.filter(({ icon }) => needOf(icon) === need.id) }))
    .filter(({ forms: under }) => under.length > 0);
}
