import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { moneyField } from "#models/fields/kinds/number.ts";
import { photosField } from "#models/fields/kinds/photos.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { showNumber } from "#models/fields/thai/numbers.ts";
import { defineForm, type Form } from "#models/requests/define-form.ts";
import { type DecisionStep, decisions, firstTells } from "#models/workflows/decisions.ts";
import { composeWorkflow, type State, type Transition } from "#models/workflows/define-workflow.ts";
import { assignee, centreHead, director, groupHead, groupStaff, requester, system } from "#models/workflows/rule.ts";
import { cancelled, givingUp, groupWorkers, reasonForm, staffNotes, tellingOn } from "#models/workflows/staff-notes.ts";
import { approvedTotal } from "./purchase.form.ts";

const id = "purchase";

const steps: [DecisionStep, DecisionStep] = [
  { id: "head", waits: "รอหัวหน้ากลุ่มงานเห็นชอบ", who: [groupHead, centreHead, director], does: "endorse", signs: "หัวหน้ากลุ่มงาน" },
  { id: "director", waits: "รอ ผอ. อนุมัติ", who: [director], does: "approve", signs: "ผู้อนุมัติ" },
];
const decided = decisions(steps, { of: id, leadsTo: "approved" });
const deciding = Object.keys(decided.states).filter((state) => !decided.states[state]?.final);

/** The law lets an office choose its seller up to so many baht (กฎกระทรวงกำหนดวงเงินการจัดซื้อจัดจ้าง พ.ศ. 2560). */
const mostSpecific = 500_000;

const order = defineForm({
  id: "purchase-order",
  version: 1,
  title: "สั่งซื้อ",
  fields: {
    method: choiceField({
      label: "วิธีจัดซื้อ",
      question: "จัดซื้อด้วยวิธีไหนคะ",
      choices: { specific: "เฉพาะเจาะจง", selection: "คัดเลือก", invitation: "ประกาศเชิญชวนทั่วไป" },
    }),
    seller: textField({ label: "ผู้ขาย", question: "ซื้อจากใครคะ", max: 200 }),
    orderNumber: textField({ label: "เลขที่ใบสั่งซื้อ/สัญญา", question: "ใบสั่งซื้อหรือสัญญาเลขที่เท่าไรคะ", max: 80, optional: true }),
    dueOn: dateField({ label: "กำหนดส่งมอบ", question: "กำหนดส่งมอบวันไหนคะ", optional: true }),
  },
  rules: [
    {
      at: "method",
      message: `วิธีเฉพาะเจาะจงใช้ได้ไม่เกิน ${showNumber(mostSpecific)} บาท เลือกวิธีอื่นนะคะ เช่น คัดเลือก`,
      holds: ({ method }, { request }) => method !== "specific" || approvedTotal(request) <= mostSpecific,
    },
  ],
}) as Form;

const inspection = defineForm({
  id: "purchase-inspect",
  version: 1,
  title: "ตรวจรับ",
  fields: {
    on: dateField({ label: "ตรวจรับวันที่", question: "ตรวจรับวันไหนคะ", past: true }),
    paid: moneyField({ label: "ราคาที่ซื้อจริง", question: "ซื้อจริงรวมกี่บาทคะ" }),
    overReason: textField({
      label: "เหตุที่สูงกว่ายอดที่อนุมัติ",
      question: "ถ้าซื้อจริงสูงกว่ายอดที่อนุมัติ เพราะอะไรคะ",
      max: 500,
      optional: true,
    }),
    committee: textField({ label: "ผู้ตรวจรับ/กรรมการ", question: "ใครเป็นผู้ตรวจรับบ้างคะ", max: 500 }),
    assets: textField({ label: "หมายเลขครุภัณฑ์ที่ขึ้นทะเบียน", question: "ขึ้นทะเบียนหมายเลขอะไรคะ", max: 500, optional: true }),
    photos: photosField({ label: "รูปของที่ตรวจรับ", question: "ส่งรูปของที่ตรวจรับได้เลยนะคะ มีรูปไหมคะ", optional: true }),
  },
  rules: [
    {
      at: "overReason",
      message: "ราคาที่ซื้อจริงสูงกว่ายอดที่อนุมัติ บอกเหตุผลด้วยนะคะ เช่น ราคาตลาดปรับขึ้น อนุมัติเพิ่มแล้ว",
      holds: ({ paid = 0, overReason }, { request }) => request === undefined || overReason !== undefined || paid <= approvedTotal(request),
    },
  ],
}) as Form;

const states: Record<string, State> = {
  ...decided.states,
  approved: {
    label: "อนุมัติแล้ว รอจัดซื้อ",
    tone: "plain",
    next: "เจ้าหน้าที่จะดำเนินการจัดซื้อ",
    staffNext: "ส่งต่อพัสดุ แล้วบันทึกเมื่อสั่งซื้อ",
    clock: "runs",
    untouched: true,
    makesRecord: true,
  },
  ordered: {
    label: "สั่งซื้อแล้ว รอส่งมอบ",
    tone: "waiting",
    next: "รอผู้ขายส่งของ เจ้าหน้าที่จะแจ้งเมื่อตรวจรับ",
    staffNext: "ตรวจรับเมื่อของมาถึง",
    clock: "stops",
  },
  received: {
    label: "ตรวจรับแล้ว รอส่งมอบ",
    tone: "done",
    next: "มารับของหรือรอเจ้าหน้าที่นำส่ง แล้วกดยืนยันได้เลย",
    staffNext: "ส่งมอบให้ผู้ขอ รอยืนยันรับ",
    clock: "stops",
    asks: { of: requester, question: "ได้รับของที่ขอซื้อแล้วไหมคะ", transitions: ["confirm-received", "wrong"] },
    timeouts: [{ transition: "close-silently", workingDays: 10, since: "entered" }],
  },
  closed: { label: "รับของแล้ว", tone: "muted", next: "ขอซื้อครั้งต่อไปได้ทุกเมื่อ", staffNext: "จบเรื่องแล้ว", clock: "stops", final: true },
  unbought: {
    label: "จัดซื้อไม่ได้",
    tone: "muted",
    next: "ดูเหตุผลได้ในเรื่องนี้ ยื่นใหม่ได้เมื่อพร้อม",
    staffNext: "จบเรื่องแล้ว",
    clock: "stops",
    final: true,
    offersContact: true,
  },
  cancelled,
};

const transitions: Record<string, Transition> = {
  ...tellingOn(decided.transitions, "approved", [{ to: groupStaff, event: "new-work" }]),
  order: {
    label: "สั่งซื้อแล้ว",
    deed: "สั่งซื้อ",
    reply: "บันทึกการสั่งซื้อ {number} แล้วค่ะ",
    from: ["approved"],
    to: "ordered",
    who: groupWorkers,
    form: order,
    assigns: "actor",
    primary: true,
    tells: [{ to: requester, event: "progress" }],
  },
  inspect: {
    label: "ตรวจรับแล้ว",
    deed: "ตรวจรับ",
    reply: "บันทึกการตรวจรับ {number} แล้วค่ะ",
    from: ["approved", "ordered"],
    to: "received",
    who: groupWorkers,
    form: inspection,
    assigns: "actor",
    signs: "ผู้ตรวจรับ",
    primary: true,
    tells: [{ to: requester, event: "result" }],
  },
  "cannot-buy": {
    label: "จัดซื้อไม่ได้",
    deed: "จัดซื้อไม่ได้",
    reply: "บันทึกแล้วค่ะ {number} จัดซื้อไม่ได้",
    from: ["approved", "ordered"],
    to: "unbought",
    who: groupWorkers,
    form: reasonForm("purchase-cannot-buy", "เหตุที่จัดซื้อไม่ได้", "จัดซื้อไม่ได้เพราะอะไรคะ"),
    tells: [{ to: requester, event: "result" }],
  },
  "confirm-received": {
    label: "ได้รับแล้ว",
    deed: "ยืนยันว่าได้รับของ",
    reply: "ขอบคุณค่ะ {number} เรียบร้อยแล้ว",
    from: ["received"],
    to: "closed",
    who: [requester],
    signs: "ผู้รับของ",
    primary: true,
    tells: [{ to: assignee, event: "progress" }],
  },
  wrong: {
    label: "ยังไม่ถูกต้อง",
    deed: "บอกว่าของยังไม่ถูกต้อง",
    reply: "ขออภัยค่ะ ส่ง {number} กลับให้เจ้าหน้าที่แล้ว",
    from: ["received"],
    to: "ordered",
    who: [requester],
    form: reasonForm("purchase-wrong", "ของยังไม่ถูกต้อง", "ของยังไม่ถูกต้องตรงไหนคะ", "สิ่งที่ยังไม่ถูกต้อง"),
    primary: true,
    tells: [{ to: assignee, event: "reopened" }],
  },
  "close-silently": {
    label: "ปิดเรื่องอัตโนมัติ",
    deed: "ปิดเรื่องเพราะไม่มีคำตอบ",
    reply: "",
    from: ["received"],
    to: "closed",
    who: [system],
  },
  "give-up": givingUp(["approved"]),
  ...staffNotes(id, {
    open: [...deciding, "approved", "ordered", "received"],
    ended: ["closed", "unbought", "refused", "withdrawn", "cancelled"],
  }),
};

export const purchaseWorkflow = composeWorkflow({
  id,
  version: 1,
  initial: decided.initial,
  worker: groupStaff,
  tells: firstTells(steps),
  states,
  transitions,
});
