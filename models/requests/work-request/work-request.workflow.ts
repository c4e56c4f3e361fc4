import { dateField } from "#models/fields/kinds/date.ts";
import { photosField } from "#models/fields/kinds/photos.ts";
import { personField } from "#models/fields/kinds/picked.ts";
import { ratingField } from "#models/fields/kinds/rating.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm, type Form } from "#models/requests/define-form.ts";
import { type DecisionStep, decisions, firstTells } from "#models/workflows/decisions.ts";
import { composeWorkflow, type State, type Transition } from "#models/workflows/define-workflow.ts";
import { assignee, centreHead, director, groupHead, groupStaff, requester, system } from "#models/workflows/rule.ts";
import { cancelled, givingUp, groupWorkers, heads, reasonForm, staffNotes, tellingOn } from "#models/workflows/staff-notes.ts";

const id = "work_request";

const steps: [DecisionStep] = [
  { id: "head", waits: "รอหัวหน้ากลุ่มงานอนุมัติ", who: [groupHead, centreHead, director], does: "approve", signs: "หัวหน้ากลุ่มงาน" },
];
const decided = decisions(steps, { of: id, leadsTo: "approved" });
const deciding = Object.keys(decided.states).filter((state) => !decided.states[state]?.final);
const granted = ["approved", "assigned", "accepted"];
const workers = [assignee, ...heads];

const handOn = (form: string, title: string, question: string): Form =>
  defineForm({
    id: form,
    version: 1,
    title,
    fields: {
      person: personField({ label: "ผู้รับงาน", question }),
      note: textField({ label: "ข้อความถึงผู้รับงาน", question: "มีข้อความฝากไหมคะ", max: 500, optional: true }),
    },
  }) as Form;

const acceptance = defineForm({
  id: "work_request-accept",
  version: 1,
  title: "รับงาน",
  fields: { plannedOn: dateField({ label: "นัดทำวันที่", question: "นัดทำวันไหนคะ", optional: true }) },
}) as Form;

const result = defineForm({
  id: "work_request-finish",
  version: 1,
  title: "ผลการดำเนินการ",
  fields: {
    done: textField({ label: "สิ่งที่ทำ", question: "ทำอะไรไปบ้างคะ", max: 1000 }),
    materials: textField({ label: "วัสดุที่ใช้", question: "ใช้วัสดุอะไรบ้างคะ", max: 500, optional: true }),
    photos: photosField({ label: "รูปหลังทำ", question: "ส่งรูปหลังทำได้เลยนะคะ มีรูปไหมคะ", optional: true }),
  },
}) as Form;

const rating = defineForm({
  id: "work_request-rate",
  version: 1,
  title: "ความพึงพอใจ",
  fields: {
    stars: ratingField({ label: "คะแนน", question: "ให้คะแนนงานครั้งนี้กี่ดาวคะ" }),
    words: textField({ label: "ความเห็น", question: "อยากบอกอะไรทีมงานไหมคะ", max: 500, optional: true }),
  },
}) as Form;

const states: Record<string, State> = {
  ...decided.states,
  approved: {
    label: "อนุมัติแล้ว รอผู้รับงาน",
    tone: "waiting",
    next: "เจ้าหน้าที่จะรับงานและนัดวัน",
    staffNext: "รอคนรับงาน",
    clock: "runs",
    untouched: true,
    makesRecord: true,
  },
  assigned: {
    label: "มอบหมายแล้ว",
    tone: "waiting",
    next: "ผู้รับมอบหมายจะรับงานและนัดวัน",
    staffNext: "รอผู้รับมอบหมายรับงาน",
    clock: "runs",
    untouched: true,
  },
  accepted: { label: "กำลังดำเนินการ", tone: "plain", next: "เจ้าหน้าที่กำลังทำงานให้", staffNext: "ทำให้เสร็จ แล้วแจ้งผล", clock: "runs" },
  done: {
    label: "ทำเสร็จ รอยืนยัน",
    tone: "done",
    next: "ตรวจงานแล้วบอกผลได้เลย",
    staffNext: "รอผู้ขอยืนยัน",
    clock: "stops",
    asks: { of: requester, question: "งานเรียบร้อยไหมคะ", transitions: ["confirm", "not-done"] },
    timeouts: [
      { transition: "close-unanswered", workingDays: 3, since: "shown" },
      { transition: "close-unanswered", workingDays: 10, since: "entered" },
    ],
  },
  confirmed: {
    label: "เรียบร้อยแล้ว รอคะแนน",
    tone: "done",
    next: "ให้คะแนนงานได้เลย",
    staffNext: "รอคะแนนจากผู้ขอ",
    clock: "stops",
    final: true,
    asks: { of: requester, question: "ให้คะแนนงานครั้งนี้กี่ดาวคะ", transitions: ["rate"] },
    timeouts: [{ transition: "close-unrated", workingDays: 3, since: "entered" }],
  },
  closed: { label: "ปิดงานแล้ว", tone: "muted", next: "ขอใหม่ได้ทุกเมื่อ", staffNext: "จบงานแล้ว", clock: "stops", final: true },
  undone: {
    label: "ทำให้ไม่ได้",
    tone: "muted",
    next: "ดูเหตุผลได้ในเรื่องนี้ สอบถามเจ้าหน้าที่ได้เลย",
    staffNext: "จบงานแล้ว",
    clock: "stops",
    final: true,
    offersContact: true,
  },
  cancelled,
};

const transitions: Record<string, Transition> = {
  ...tellingOn(decided.transitions, "approved", [
    { to: groupStaff, event: "new-work" },
    { to: groupHead, event: "new-work" },
  ]),
  accept: {
    label: "รับงาน",
    deed: "รับงาน",
    reply: "รับงาน {number} แล้วค่ะ",
    from: ["approved", "assigned"],
    to: "accepted",
    who: groupWorkers,
    form: acceptance,
    assigns: "actor",
    primary: true,
    tells: [{ to: requester, event: "progress" }],
  },
  assign: {
    label: "มอบหมาย",
    deed: "มอบหมายงาน",
    reply: "มอบ {number} แล้วค่ะ",
    from: granted,
    to: "assigned",
    who: heads,
    form: handOn("work_request-assign", "มอบหมายงาน", "มอบให้ใครดีคะ"),
    assigns: { answer: "person" },
    primary: true,
    tells: [{ to: assignee, event: "assigned" }],
  },
  forward: {
    label: "ส่งต่อ",
    deed: "ส่งต่องาน",
    reply: "มอบ {number} แล้วค่ะ",
    from: ["assigned", "accepted"],
    to: "assigned",
    who: [assignee],
    form: handOn("work_request-forward", "ส่งต่องาน", "ส่งต่อให้ใครดีคะ"),
    assigns: { answer: "person" },
    tells: [{ to: assignee, event: "assigned" }],
  },
  finish: {
    label: "ทำเสร็จ",
    deed: "ดำเนินการเสร็จ",
    reply: "บันทึกผลแล้วค่ะ {number} รอผู้ขอยืนยัน",
    from: ["accepted"],
    to: "done",
    who: workers,
    form: result,
    signs: "ผู้ดำเนินการ",
    primary: true,
    tells: [{ to: requester, event: "result" }],
  },
  "cannot-do": {
    label: "ทำให้ไม่ได้",
    deed: "ทำให้ไม่ได้",
    reply: "บันทึกแล้วค่ะ {number} ทำให้ไม่ได้",
    from: granted,
    to: "undone",
    who: workers,
    form: reasonForm("work_request-cannot-do", "เหตุที่ทำให้ไม่ได้", "ทำให้ไม่ได้เพราะอะไรคะ"),
    tells: [{ to: requester, event: "result" }],
  },
  confirm: {
    label: "เรียบร้อย",
    deed: "ยืนยันว่าเรียบร้อย",
    reply: "ขอบคุณค่ะ {number} เรียบร้อยแล้ว",
    from: ["done"],
    to: "confirmed",
    who: [requester],
    signs: "ผู้ตรวจรับงาน",
    primary: true,
  },
  "not-done": {
    label: "ยังไม่เรียบร้อย",
    deed: "บอกว่ายังไม่เรียบร้อย",
    reply: "ขออภัยค่ะ ส่ง {number} กลับให้เจ้าหน้าที่แล้ว",
    from: ["done", "confirmed", "closed"],
    to: "accepted",
    who: [requester],
    within: { days: 7 },
    form: reasonForm("work_request-not-done", "ยังไม่เรียบร้อย", "ยังไม่เรียบร้อยตรงไหนคะ", "สิ่งที่ยังไม่เรียบร้อย"),
    primary: true,
    tells: [
      { to: assignee, event: "reopened" },
      { to: groupHead, event: "reopened" },
    ],
  },
  rate: {
    label: "ให้คะแนน",
    deed: "ให้คะแนน",
    reply: "ขอบคุณมากค่ะ {number} ปิดงานแล้ว",
    from: ["confirmed"],
    to: "closed",
    who: [requester],
    form: rating,
    primary: true,
  },
  "close-unanswered": {
    label: "ปิดงานอัตโนมัติ",
    deed: "ปิดงานเพราะไม่มีคำตอบ",
    reply: "",
    from: ["done"],
    to: "closed",
    who: [system],
  },
  "close-unrated": { label: "ปิดงานอัตโนมัติ", deed: "ปิดงาน", reply: "", from: ["confirmed"], to: "closed", who: [system] },
  "give-up": givingUp(["approved", "assigned"]),
  ...staffNotes(id, {
    open: [...deciding, ...granted, "done"],
    ended: ["confirmed", "closed", "undone", "refused", "withdrawn", "cancelled"],
  }),
};

/** Work that the centre is asked for: granted by the head, taken, done, confirmed and rated. */
export const workRequestWorkflow = composeWorkflow({
  id,
  version: 1,
  initial: decided.initial,
  worker: groupStaff,
  tells: firstTells(steps),
  states,
  transitions,
});
