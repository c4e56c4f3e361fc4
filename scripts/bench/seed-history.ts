import type { MongoClient } from "mongodb";
import { systemIds } from "#bot/platform/ids.ts";
import type { Category, Urgency } from "#models/conversations/understanding.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { SchoolDocument } from "#models/documents/school.document.ts";
import type { TimelineEntryDocument } from "#models/documents/timeline-entry.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { createRandom, type Random } from "#scripts/demo/seed/random.ts";

/** The work in hand does not grow with the years: what an office of this size leaves open at any time. */
export const openAtOnce = 400;
const schools = 200;
const teachers = 3_000;
/**
 * One who reported in a young office has as many finished requests as one after ten years, and so has their school: a page
 * of them is full in both, and only what lies behind it has grown.
 */
export const firstReporters = 15;
const requestsEach = 33;
/** Above the numbers in people's and schools' names, so that a number finds its request alone. */
const firstTail = 10_000;
const technicians = 8;
const batch = 2_000;
const dayMs = 86_400_000;

const devices: [string, Category][] = [
  ["เครื่องพิมพ์", "printer"],
  ["คอมพิวเตอร์", "computer"],
  ["อินเทอร์เน็ต", "network"],
  ["โปรเจคเตอร์", "av"],
  ["ระบบ DMC", "system"],
];
const symptoms = ["กระดาษติด", "เปิดไม่ติด", "เข้าใช้งานไม่ได้", "ช้ามาก", "ภาพไม่ขึ้น", "หมึกจาง", "จอฟ้า", "หลุดบ่อย"];
const places = ["ห้องธุรการ", "ห้องพักครู", "ห้องคอมพิวเตอร์", "อาคาร 2 ชั้น 3", "ห้องสมุด"];
const urgencies: Urgency[] = ["normal", "normal", "normal", "normal", "low", "high", "critical"];

/** People of the bench, as their ids are made. */
export const teacherId = (index: number) => `teacher-${index % teachers}`;
export const technicianId = (index: number) => `technician-${index % technicians}`;

/** The number of the index-th request, as people are told it. */
export const numberOf = (index: number) => `ซ-2570-${String(firstTail + index).padStart(6, "0")}`;

/** Fills an empty database with an office's schools, people and so many requests, all but the newest 400 finished. */
export async function seedHistory(client: MongoClient, requests: number, now: Date): Promise<void> {
  const db = client.db();
  await db.collection<SchoolDocument>("schools").insertMany(Array.from({ length: schools }, (_, index) => schoolOf(index)));
  await db
    .collection<PersonDocument>("people")
    .insertMany(Array.from({ length: teachers + technicians }, (_, index) => personOf(index, now)));
  const random = createRandom(7);
  for (let at = 0; at < requests; at += batch) {
    const stories = Array.from({ length: Math.min(batch, requests - at) }, (_, index) => storyOf(at + index, requests, now, random));
    await db.collection<RequestDocument>("requests").insertMany(
      stories.map(({ request }) => request),
      { ordered: false },
    );
    await db.collection<TimelineEntryDocument>("timeline").insertMany(
      stories.flatMap(({ entries }) => entries),
      { ordered: false },
    );
  }
}

function schoolOf(index: number): SchoolDocument {
  const name = `โรงเรียนบ้านทดสอบ ${index}`;
  return {
    _id: `school-${index}`,
    name,
    district: `อำเภอ ${index % 6}`,
    zone: "ABCD"[index % 4] ?? "A",
    phone: null,
    searchTokens: searchTokens([name]),
  };
}

function personOf(index: number, now: Date): PersonDocument {
  const isTechnician = index >= teachers;
  const name = isTechnician ? `ช่าง ลำดับที่${index - teachers}` : `ครู ลำดับที่${index}`;
  const group = 1 + ((index - teachers) % 3);
  return {
    _id: isTechnician ? technicianId(index - teachers) : teacherId(index),
    name,
    position: isTechnician ? "นักวิชาการคอมพิวเตอร์" : "ครู",
    school: { code: `school-${index % schools}`, name: `โรงเรียนบ้านทดสอบ ${index % schools}` },
    phone: null,
    grants: isTechnician
      ? [{ role: "staff", scope: { kind: "group", group, zones: [] }, from: new Date(0), until: null, actingFor: null }]
      : [],
    acceptedNotice: null,
    recentPlaces: [],
    awayUntil: null,
    searchTokens: searchTokens([name]),
    createdAt: now,
    updatedAt: now,
  };
}

/** Request and timeline of the index-th of so many, spread evenly over the years before now. */
function storyOf(index: number, of: number, now: Date, random: Random): { request: RequestDocument; entries: TimelineEntryDocument[] } {
  const isOpen = index >= of - openAtOnce;
  const createdAt = isOpen
    ? new Date(now.getTime() - random.between(0, 6 * dayMs))
    : new Date(now.getTime() - 7 * dayMs - Math.round(((of - index) / of) * 3_650 * dayMs));
  const [device, category] = random.pick(devices);
  const symptom = random.pick(symptoms);
  const place = random.pick(places);
  const reporters = isOpen ? teachers : Math.min(teachers, Math.max(firstReporters, Math.floor((of - openAtOnce) / requestsEach)));
  const teacher = random.between(0, reporters - 1);
  const technician = random.between(0, technicians - 1);
  const group = 1 + (technician % 3);
  const isTaken = !isOpen || random.chance(0.75);
  const school = { code: `school-${teacher % schools}`, name: `โรงเรียนบ้านทดสอบ ${teacher % schools}`, zone: "A" };
  const id = systemIds.next();
  const number = numberOf(index);
  const requester = { id: teacherId(teacher), name: `ครู ลำดับที่${teacher}`, phone: null };
  const subject = `${device} ${symptom} · ${place}`;
  const state = isOpen ? (isTaken ? random.pick(["accepted", "repairing", "waiting-parts", "asked"]) : "submitted") : "closed";
  const deeds = isOpen ? (isTaken ? ["แจ้งเรื่อง", "รับเรื่อง"] : ["แจ้งเรื่อง"]) : ["แจ้งเรื่อง", "รับเรื่อง", "ซ่อมเสร็จ", "ให้คะแนน"];
  const request: RequestDocument = {
    _id: id,
    draftId: systemIds.next(),
    formId: "repair",
    formVersion: 1,
    workflowVersion: 1,
    number,
    code: "REP",
    year: 2570,
    tail: firstTail + index,
    answers: { device, symptom, place, category, urgency: "normal", school: { code: school.code, name: school.name } },
    filed: [
      { field: "device", label: "อุปกรณ์", shown: device },
      { field: "symptom", label: "อาการ", shown: symptom },
      { field: "place", label: "สถานที่", shown: place },
    ],
    subject,
    category,
    urgency: random.pick(urgencies),
    process: 2,
    group,
    school,
    requester,
    filedById: requester.id,
    assignee: isTaken ? { id: technicianId(technician), name: `ช่าง ลำดับที่${technician}` } : null,
    state,
    previousState: null,
    stateSince: createdAt,
    isOpen,
    revision: deeds.length,
    answersRevision: 1,
    followUps: [],
    awaits: state === "asked" ? requester.id : null,
    awaitsWords: null,
    shownAt: null,
    startBy: new Date(createdAt.getTime() + dayMs),
    finishBy: new Date(createdAt.getTime() + 5 * dayMs),
    nextDueAt: null,
    nextDue: null,
    searchTokens: searchTokens([number, subject, school.name, requester.name]),
    createdAt,
    updatedAt: createdAt,
  };
  const entries = deeds.map(
    (deed, at): TimelineEntryDocument => ({
      _id: systemIds.next(),
      requestId: id,
      sequence: at + 1,
      at: new Date(createdAt.getTime() + at * 3_600_000),
      actor: {
        id: at === 0 ? requester.id : technicianId(technician),
        name: at === 0 ? requester.name : `ช่าง ลำดับที่${technician}`,
        position: "",
        actingFor: null,
      },
      transition: at === 0 ? "submit" : "accept",
      deed,
      from: null,
      to: state,
      answers: {},
      filed: [],
      audience: "all",
    }),
  );
  return { request, entries };
}
