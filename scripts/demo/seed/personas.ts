import type { Grant } from "#models/workflows/roles.ts";

/** LINE ids of the people whose phones the demo shows. */
export const lineUserIds = {
  teacher: `U${"1".repeat(32)}`,
  newcomer: `U${"2".repeat(32)}`,
  technician: `U${"3".repeat(32)}`,
  head: `U${"4".repeat(32)}`,
  colleague: `U${"5".repeat(32)}`,
  centreHead: `U${"6".repeat(32)}`,
  director: `U${"7".repeat(32)}`,
  schoolDirector: `U${"8".repeat(32)}`,
  dataOwner: `U${"9".repeat(32)}`,
  mediaHead: `U${"a".repeat(32)}`,
  mediaStaff: `U${"c".repeat(32)}`,
} as const;

type SeedGrant = Pick<Grant, "role" | "scope">;
export type OfficeMember = { id: string; name: string; position: string; lineUserId?: string; grants: SeedGrant[] };

const staff = (group: number, ...zones: string[]): SeedGrant => ({ role: "staff", scope: { kind: "group", group, zones } });
const head = (group: number): SeedGrant => ({ role: "group-head", scope: { kind: "group", group, zones: [] } });
const office = (role: Grant["role"]): SeedGrant => ({ role, scope: { kind: "office" } });

/** The people of the invented office. The teachers' personas stand with the schools (people.ts). */
export const officeMembers: OfficeMember[] = [
  {
    id: "p-director",
    name: "นายปรีชา ฟ้าขยันตื่น",
    position: "ผู้อำนวยการสำนักงานเขต",
    lineUserId: lineUserIds.director,
    grants: [office("director")],
  },
  {
    id: "p-centre-head",
    name: "นางอรุณี เมฆชวนฝัน",
    position: "ผู้อำนวยการศูนย์ ICT",
    lineUserId: lineUserIds.centreHead,
    grants: [office("centre-head"), office("admin")],
  },
  {
    id: "p-head-1",
    name: "นายวิชัย ลมไม่รีบร้อน",
    position: "หัวหน้ากลุ่มงานที่ 1",
    lineUserId: lineUserIds.head,
    grants: [head(1)],
  },
  { id: "p-head-2", name: "นางสาวกานดา ดาวพาเพลิน", position: "หัวหน้ากลุ่มงานที่ 2", grants: [head(2)] },
  { id: "p-head-3", name: "นางบุษบา รุ้งใสแจ๋ว", position: "หัวหน้ากลุ่มงานที่ 3", lineUserId: lineUserIds.mediaHead, grants: [head(3)] },
  {
    id: "p-technician-a",
    name: "นายมานะ ทรายหัวเราะดี",
    position: "นักวิชาการคอมพิวเตอร์",
    lineUserId: lineUserIds.technician,
    grants: [staff(1, "A", "B")],
  },
  {
    id: "p-technician-b",
    name: "นายสันติ คลื่นกอดอุ่น",
    position: "เจ้าหน้าที่คอมพิวเตอร์",
    lineUserId: lineUserIds.colleague,
    grants: [staff(1, "A", "B")],
  },
  { id: "p-technician-c", name: "นางสาวลัดดา หมอกยิ้มแฉ่ง", position: "นักวิชาการคอมพิวเตอร์", grants: [staff(1, "C", "D")] },
  { id: "p-technician-d", name: "นายชูชัย ฝนพักสายตา", position: "เจ้าหน้าที่คอมพิวเตอร์", grants: [staff(1, "C", "D")] },
  { id: "p-data-1", name: "นางสาวรัตนา น้ำค้างชอบอ่าน", position: "นักวิชาการคอมพิวเตอร์", grants: [staff(2), office("data-owner")] },
  { id: "p-data-2", name: "นายธงชัย เมฆหัวเราะดี", position: "เจ้าหน้าที่คอมพิวเตอร์", grants: [staff(2)] },
  { id: "p-media-1", name: "นายยุทธนา ตะวันเดินทางไกล", position: "นักวิชาการศึกษา", lineUserId: lineUserIds.mediaStaff, grants: [staff(3)] },
  { id: "p-media-2", name: "นางสาวชบา ใบไม้ชวนฝัน", position: "นักวิชาการศึกษา", grants: [staff(3)] },
  {
    id: "p-owner-dmc",
    name: "นางสาวพิกุล สายลมอ่านเพลิน",
    position: "นักวิเคราะห์นโยบายและแผน",
    lineUserId: lineUserIds.dataOwner,
    grants: [{ role: "data-owner", scope: { kind: "system", system: "dmc" } }],
  },
];
