import type { Answers } from "#models/requests/define-form.ts";
import { lastDayOf } from "#models/requests/parts/last-day.ts";
import { type DecisionStep, decisions, firstTells } from "#models/workflows/decisions.ts";
import { composeWorkflow, type State, type Transition } from "#models/workflows/define-workflow.ts";
import { assignee, centreHead, director, groupHead, groupStaff, requester, system } from "#models/workflows/rule.ts";
import { cancelled, givingUp, groupWorkers, heads, reasonForm, staffNotes, tellingOn } from "#models/workflows/staff-notes.ts";
import { damagedReturnForm, extendForm, lendForm, returnForm, settleForm, wantsLongerForm } from "./borrow.forms.ts";

const id = "borrow";

const steps: [DecisionStep, DecisionStep] = [
  { id: "head", waits: "รอหัวหน้ากลุ่มงานอนุมัติ", who: [groupHead, centreHead, director], does: "approve", signs: "หัวหน้ากลุ่มงาน" },
  {
    id: "director",
    waits: "รอ ผอ. อนุมัติ",
    who: [director],
    does: "approve",
    signs: "ผู้อนุมัติ",
    only: ({ offSite }) => offSite === true,
  },
];
const decided = decisions(steps, { of: id, leadsTo: "approved" });
const deciding = Object.keys(decided.states).filter((state) => !decided.states[state]?.final);
const daySince = (answers: Answers, since: string): string | null => {
  const day = lastDayOf(answers);
  return day !== null && day >= since ? day : null;
};
const out = ["lent", "overdue", "extension-asked"];

const states: Record<string, State> = {
  ...decided.states,
  approved: {
    label: "อนุมัติแล้ว รอรับของ",
    tone: "plain",
    next: "มารับของที่ศูนย์ได้ในวันที่ขอยืม เวลาราชการ",
    staffNext: "เตรียมของ แล้วบันทึกเมื่อส่งมอบ",
    clock: "runs",
    untouched: true,
    makesRecord: true,
  },
  lent: {
    label: "ยืมอยู่",
    tone: "plain",
    next: "คืนตามกำหนด ถ้าต้องใช้ต่อกด ขอยืมต่อ ก่อนครบกำหนด",
    staffNext: "รอคืนตามกำหนด",
    clock: "stops",
    timeouts: [{ transition: "fall-due", after: lastDayOf }],
  },
  "extension-asked": {
    label: "ขอยืมต่อ รอพิจารณา",
    tone: "waiting",
    next: "หัวหน้ากลุ่มงานจะพิจารณา ระหว่างรอยังคืนตามกำหนดเดิม",
    staffNext: "พิจารณาให้ยืมต่อหรือให้คืน",
    clock: "stops",
    asks: { of: groupHead, question: "ให้ยืมต่อไหมคะ", transitions: ["extend", "decline-extension"] },
    // What was overdue when more time was asked for has fallen due already.
    timeouts: [{ transition: "fall-due", after: (answers, since = "") => daySince(answers, since) }],
  },
  overdue: {
    label: "เกินกำหนดคืน",
    tone: "high",
    next: "ขอให้นำมาคืนโดยเร็ว หรือกด ขอยืมต่อ",
    staffNext: "ติดตามให้คืน",
    clock: "stops",
  },
  settling: {
    label: "รอตกลงเรื่องของที่คืน",
    tone: "high",
    next: "เจ้าหน้าที่จะติดต่อเรื่องของที่ชำรุดหรือไม่ครบ",
    staffNext: "ตกลงเรื่องซ่อมหรือชดใช้กับผู้ยืม",
    clock: "stops",
    offersContact: true,
  },
  "given-back": {
    label: "รับคืนแล้ว รอยืนยัน",
    tone: "done",
    next: "ตรวจผลการรับคืนแล้วกดยืนยันได้เลย",
    staffNext: "รอผู้ยืมยืนยัน",
    clock: "stops",
    asks: { of: requester, question: "ผลการรับคืนถูกต้องไหมคะ", transitions: ["confirm-return", "dispute"] },
    timeouts: [{ transition: "close-silently", workingDays: 5, since: "entered" }],
  },
  closed: { label: "คืนแล้ว", tone: "muted", next: "ยืมครั้งต่อไปได้ทุกเมื่อ", staffNext: "จบเรื่องแล้ว", clock: "stops", final: true },
  cancelled,
};

const transitions: Record<string, Transition> = {
  ...tellingOn(decided.transitions, "approved", [{ to: groupStaff, event: "new-work" }]),
  lend: {
    label: "ส่งมอบของ",
    deed: "ส่งมอบของให้ผู้ยืม",
    reply: "บันทึกการส่งมอบ {number} แล้วค่ะ",
    from: ["approved"],
    to: "lent",
    who: groupWorkers,
    form: lendForm,
    assigns: "actor",
    signs: "ผู้ส่งมอบ",
    primary: true,
    tells: [{ to: requester, event: "progress" }],
  },
  "fall-due": {
    label: "ครบกำหนดคืน",
    deed: "ครบกำหนดคืนแล้วยังไม่ได้รับคืน",
    reply: "",
    from: ["lent", "extension-asked"],
    to: "overdue",
    who: [system],
    tells: [
      { to: requester, event: "deadline" },
      { to: assignee, event: "deadline" },
    ],
  },
  "ask-extension": {
    label: "ขอยืมต่อ",
    deed: "ขอยืมต่อ",
    reply: "ส่งคำขอยืมต่อของ {number} แล้วค่ะ",
    from: ["lent", "overdue"],
    to: "extension-asked",
    who: [requester],
    form: wantsLongerForm,
    primary: true,
    tells: [
      { to: groupHead, event: "decision" },
      { to: assignee, event: "progress" },
    ],
  },
  extend: {
    label: "ให้ยืมต่อ",
    deed: "ให้ยืมต่อ",
    reply: "เลื่อนกำหนดคืน {number} แล้วค่ะ",
    from: out,
    to: "lent",
    who: heads,
    form: extendForm,
    decides: "approve",
    amends: { until: "until" },
    tells: [{ to: requester, event: "progress" }],
  },
  "decline-extension": {
    label: "ไม่ให้ยืมต่อ",
    deed: "ไม่ให้ยืมต่อ",
    reply: "แจ้งผู้ยืมของ {number} แล้วค่ะ",
    from: ["extension-asked"],
    to: { back: true },
    who: heads,
    decides: "refuse",
    form: reasonForm("borrow-decline-extension", "ไม่ให้ยืมต่อ", "ให้ยืมต่อไม่ได้เพราะอะไรคะ"),
    tells: [{ to: requester, event: "progress" }],
  },
  "take-back": {
    label: "รับคืน",
    deed: "รับคืนและตรวจรับ",
    reply: "บันทึกการรับคืน {number} แล้วค่ะ",
    from: out,
    to: "given-back",
    who: groupWorkers,
    form: returnForm,
    signs: "ผู้ตรวจรับ",
    primary: true,
    tells: [{ to: requester, event: "result" }],
  },
  "take-back-damaged": {
    label: "รับคืนไม่เรียบร้อย",
    deed: "รับคืน ของชำรุดหรือไม่ครบ",
    reply: "บันทึกแล้วค่ะ {number} รอตกลงเรื่องของที่คืน",
    from: [...out, "given-back"],
    to: "settling",
    who: groupWorkers,
    form: damagedReturnForm,
    signs: "ผู้ตรวจรับ",
    tells: [{ to: requester, event: "progress" }],
  },
  settle: {
    label: "ตกลงกันแล้ว",
    deed: "ตกลงเรื่องของที่คืนแล้ว",
    reply: "บันทึกแล้วค่ะ {number} ตกลงเรื่องของที่คืนแล้ว",
    from: ["settling"],
    to: "given-back",
    who: groupWorkers,
    form: settleForm,
    primary: true,
    tells: [{ to: requester, event: "result" }],
  },
  "confirm-return": {
    label: "ถูกต้อง",
    deed: "ยืนยันการคืน",
    reply: "ขอบคุณค่ะ {number} คืนเรียบร้อยแล้ว",
    from: ["given-back"],
    to: "closed",
    who: [requester],
    signs: "ผู้คืน",
    primary: true,
    tells: [{ to: assignee, event: "progress" }],
  },
  dispute: {
    label: "ยังไม่ถูกต้อง",
    deed: "แจ้งว่าผลการรับคืนยังไม่ถูกต้อง",
    reply: "ส่ง {number} ให้เจ้าหน้าที่ตรวจอีกครั้งแล้วค่ะ",
    from: ["given-back"],
    to: "settling",
    who: [requester],
    form: reasonForm("borrow-dispute", "ผลการรับคืนยังไม่ถูกต้อง", "ผลการรับคืนไม่ถูกต้องตรงไหนคะ", "สิ่งที่ไม่ถูกต้อง"),
    primary: true,
    tells: [{ to: assignee, event: "reopened" }],
  },
  "close-silently": {
    label: "ปิดเรื่องอัตโนมัติ",
    deed: "ปิดเรื่องเพราะไม่มีคำตอบ",
    reply: "",
    from: ["given-back"],
    to: "closed",
    who: [system],
  },
  "give-up": givingUp(["approved"]),
  ...staffNotes(id, {
    open: [...deciding, "approved", ...out, "settling", "given-back"],
    ended: ["closed", "refused", "withdrawn", "cancelled"],
  }),
};

/** A loan: decided, handed over, due on its day, given back and looked at. */
export const borrowWorkflow = composeWorkflow({
  id,
  version: 1,
  initial: decided.initial,
  worker: groupStaff,
  tells: firstTells(steps),
  states,
  transitions,
});
