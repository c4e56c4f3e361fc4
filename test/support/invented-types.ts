import { consentField } from "#models/fields/kinds/consent.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { phoneField } from "#models/fields/kinds/phone.ts";
import { schoolField } from "#models/fields/kinds/picked.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { defineRequestType } from "#models/requests/define-request-type.ts";
import { decisions, firstTells } from "#models/workflows/decisions.ts";
import { defineWorkflow, type State } from "#models/workflows/define-workflow.ts";
import { centreHead, dataOwner, director, groupHead, groupStaff, requester, system } from "#models/workflows/rule.ts";

const withMore = (decided: Record<string, State>, more: Record<string, State>): Record<string, State> => ({ ...decided, ...more });

/** Chairs that are lent out: the head approves, the director as well where there are many; then staff hand them out. */
const chairSteps: Parameters<typeof decisions>[0] = [
  { id: "head", waits: "รอหัวหน้าอนุมัติ", who: [groupHead, centreHead, director], does: "approve", signs: "ผู้อนุมัติ" },
  { id: "director", waits: "รอ ผอ. อนุมัติ", who: [director], does: "approve", signs: "ผอ.", only: ({ count }) => Number(count) > 50 },
];
const chairDecisions = decisions(chairSteps, { of: "chairs", leadsTo: "approved" });

export const chairs = defineRequestType({
  form: defineForm({
    id: "chairs",
    version: 1,
    title: "ขอยืมเก้าอี้",
    fields: {
      event: textField({ label: "งาน", max: 100 }),
      count: numberField({ label: "จำนวน", min: 1, max: 500 }),
      day: dateField({ label: "วันที่ใช้" }),
      school: schoolField({ label: "โรงเรียน", optional: true }),
      phone: phoneField({ label: "เบอร์โทร", optional: true }),
      papers: filesField({ label: "เอกสารแนบ", optional: true }),
      promise: consentField({ label: "รับรอง", statement: "จะคืนเก้าอี้ครบทุกตัว", optional: true }),
    },
    rules: [{ at: "count", message: "งานใหญ่สุด 400 ตัวค่ะ เช่น 120", holds: ({ count }) => (count ?? 0) <= 400 }],
    examples: [
      {
        event: "ประชุมผู้ปกครอง",
        count: 20,
        day: "2026-12-22",
        school: { code: null, name: "โรงเรียนบ้านตัวอย่าง" },
        phone: "081-234-5678",
        papers: ["sample-file"],
        promise: true,
      },
    ],
  }),
  workflow: defineWorkflow({
    id: "chairs",
    version: 1,
    initial: chairDecisions.initial,
    worker: groupStaff,
    tells: firstTells(chairSteps),
    states: withMore(chairDecisions.states, {
      approved: { label: "อนุมัติแล้ว", tone: "plain", next: "รอรับเก้าอี้", clock: "runs", makesRecord: true },
      lent: {
        label: "ให้ยืมแล้ว",
        tone: "plain",
        next: "คืนเมื่อใช้เสร็จ",
        clock: "stops",
        timeouts: [{ transition: "overdue", after: ({ day }) => (typeof day === "string" ? day : null) }],
      },
      overdue: { label: "เลยวันคืน", tone: "high", next: "ขอเก้าอี้คืนนะคะ", clock: "stops" },
      back: { label: "คืนแล้ว", tone: "done", next: "จบแล้ว", clock: "stops", final: true },
    }),
    transitions: {
      ...chairDecisions.transitions,
      lend: { label: "ให้ยืม", deed: "ให้ยืม", reply: "ค่ะ", from: ["approved"], to: "lent", who: [groupStaff], assigns: "actor" },
      overdue: { label: "เลยวันคืน", deed: "เลยวันคืน", reply: "", from: ["lent"], to: "overdue", who: [system] },
      return: { label: "รับคืน", deed: "รับคืน", reply: "ค่ะ", from: ["lent", "overdue"], to: "back", who: [groupStaff] },
      move: {
        label: "เลื่อนวันคืน",
        deed: "เลื่อนวันคืน",
        reply: "ค่ะ",
        from: ["lent", "overdue"],
        to: { stay: true },
        who: [groupStaff],
        form: defineForm({ id: "chairs-move", version: 1, title: "เลื่อนวันคืน", fields: { until: dateField({ label: "ถึงวันที่" }) } }),
        amends: { until: "day" },
      },
    },
  }),
  conversation: {
    startsOn: { intents: [], phrases: ["ขอยืมเก้าอี้"] },
    opening: "ขอยืมเก้าอี้ได้เลยค่ะ",
    steps: [{ field: "event" }, { field: "count" }, { field: "day" }],
  },
  code: { thai: "กอ", ascii: "CHR" },
  name: "ขอยืมเก้าอี้",
  icon: "borrow",
  about: "เก้าอี้ของสำนักงาน",
  keywords: ["เก้าอี้"],
  processes: [16],
  subject: ({ event, count }) => `เก้าอี้ ${count ?? ""} ตัว ${event ?? ""}`,
  group: () => 1,
});

/** What staff write when chairs are delivered: it goes on from the loan, with its papers. */
export const delivery = defineRequestType({
  form: defineForm({
    id: "delivery",
    version: 1,
    title: "ใบส่งของ",
    fields: {
      what: textField({ label: "รายการ", max: 200 }),
      papers: filesField({ label: "เอกสาร", optional: true }),
    },
    examples: [{ what: "เก้าอี้ 20 ตัว", papers: ["sample-file"] }],
  }),
  workflow: defineWorkflow({
    id: "delivery",
    version: 1,
    initial: "written",
    worker: groupStaff,
    tells: [],
    states: {
      written: { label: "เขียนแล้ว", tone: "plain", next: "รอส่ง", clock: "runs" },
      sent: { label: "ส่งแล้ว", tone: "done", next: "จบแล้ว", clock: "stops", final: true },
    },
    transitions: { send: { label: "ส่ง", deed: "ส่ง", reply: "ค่ะ", from: ["written"], to: "sent", who: [groupStaff] } },
  }),
  conversation: { startsOn: { intents: [], phrases: ["ใบส่งของ"] }, opening: "ใบส่งของค่ะ", steps: [] },
  code: { thai: "สข", ascii: "DLV" },
  name: "ใบส่งของ",
  icon: "summary",
  about: "ส่งของที่ให้ยืม",
  keywords: ["ส่งของ"],
  processes: [16],
  openTo: "staff",
  subject: ({ what }) => what ?? "",
  group: () => 1,
  continues: [
    {
      from: "chairs",
      states: ["approved", "lent"],
      prefill: (earlier, { number }) => ({
        what: `ของเรื่อง ${number}`,
        ...(Array.isArray(earlier.papers) ? { papers: earlier.papers.map(String) } : {}),
      }),
    },
  ],
});

const badgeSteps: Parameters<typeof decisions>[0] = [
  { id: "owner", waits: "รอเจ้าของข้อมูลอนุมัติ", who: [dataOwner, centreHead], does: "approve", signs: "เจ้าของข้อมูล" },
];
const badgeDecisions = decisions(badgeSteps, { of: "badge", leadsTo: "issued" });

/** A right to use a system until a day, with a card that shows it. */
export const badge = defineRequestType({
  form: defineForm({
    id: "badge",
    version: 1,
    title: "ขอบัตรใช้ระบบ",
    fields: { system: textField({ label: "ระบบ", max: 40 }), until: dateField({ label: "ใช้ถึงวันที่" }) },
    examples: [{ system: "DMC", until: "2026-12-31" }],
  }),
  workflow: defineWorkflow({
    id: "badge",
    version: 1,
    initial: badgeDecisions.initial,
    worker: groupStaff,
    tells: firstTells(badgeSteps),
    states: withMore(badgeDecisions.states, {
      issued: {
        label: "ออกบัตรแล้ว",
        tone: "done",
        next: "ใช้ได้เลย",
        clock: "stops",
        timeouts: [{ transition: "expire", after: ({ until }) => (typeof until === "string" ? until : null) }],
      },
      expired: { label: "หมดอายุ", tone: "muted", next: "ขอใหม่ได้", clock: "stops", final: true },
      revoked: { label: "เพิกถอน", tone: "muted", next: "ติดต่อศูนย์", clock: "stops", final: true },
    }),
    transitions: {
      ...badgeDecisions.transitions,
      expire: { label: "หมดอายุ", deed: "บัตรหมดอายุ", reply: "", from: ["issued"], to: "expired", who: [system] },
      revoke: {
        label: "เพิกถอน",
        deed: "เพิกถอนบัตร",
        reply: "ค่ะ",
        from: ["issued"],
        to: "revoked",
        who: [groupStaff],
        tells: [{ to: requester, event: "result" }],
      },
    },
  }),
  conversation: {
    startsOn: { intents: [], phrases: ["ขอบัตรใช้ระบบ"] },
    opening: "ขอบัตรใช้ระบบค่ะ",
    steps: [{ field: "system" }, { field: "until" }],
  },
  code: { thai: "บร", ascii: "BDG" },
  name: "ขอบัตรใช้ระบบ",
  icon: "card",
  about: "สิทธิ์ใช้ระบบของเขต",
  keywords: ["บัตร"],
  processes: [6],
  subject: ({ system: name }) => `บัตร ${name ?? ""}`,
  group: () => 1,
  system: ({ system: name }) => name ?? null,
  card: {
    manualTitles: [],
    name: "บัตรผู้ใช้งาน",
    validIn: ["issued"],
    rows: ({ system: name }) => [{ label: "ระบบ", value: name ?? "" }],
    until: ({ until }) => until ?? null,
  },
});
