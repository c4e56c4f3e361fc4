import { dateField } from "#models/fields/kinds/date.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { defineForm, type Form } from "#models/requests/define-form.ts";
import { type DecisionStep, decisions, firstTells } from "#models/workflows/decisions.ts";
import { composeWorkflow, type State, type Transition } from "#models/workflows/define-workflow.ts";
import { assignee, centreHead, director, groupHead, groupStaff, requester, system } from "#models/workflows/rule.ts";
import { cancelled, givingUp, groupWorkers, reasonForm, staffNotes, tellingOn } from "#models/workflows/staff-notes.ts";

const id = "material_use";

const steps: [DecisionStep] = [
  { id: "head", waits: "รอหัวหน้ากลุ่มงานอนุมัติ", who: [groupHead, centreHead, director], does: "approve", signs: "ผู้สั่งจ่าย" },
];
const decided = decisions(steps, { of: id, leadsTo: "approved" });

/** How many of a thing a table lists in all; none where it does not name it. */
function countOf(rows: unknown, name: string): number {
  const same = (Array.isArray(rows) ? (rows as { name?: string; quantity?: number }[]) : []).filter(
    (row) => plainName(row.name) === plainName(name),
  );
  return same.length === 0 ? -1 : same.reduce((sum, { quantity = 0 }) => sum + quantity, 0);
}
const plainName = (name = ""): string => name.replace(/\s+/g, "");

const payment = defineForm({
  id: "material_use-pay-out",
  version: 1,
  title: "จ่ายวัสดุ",
  fields: {
    inFull: yesNoField({ label: "จ่ายตามที่ขอ", question: "จ่ายครบตามที่ขอไหมคะ", yes: "ครบ", no: "ไม่ครบ" }),
    paid: rowsField({
      label: "จ่ายจริง",
      question: "จ่ายจริงอะไรบ้างคะ",
      columns: {
        name: textField({ label: "รายการ", max: 200, min: 2 }),
        quantity: numberField({ label: "จ่ายจริง", min: 0, max: 10_000, whole: true }),
        unit: textField({ label: "หน่วย", max: 40 }),
      },
      max: 60,
    }),
    why: textField({ label: "เหตุที่จ่ายไม่ครบ", question: "จ่ายไม่ครบเพราะอะไรคะ", max: 500 }),
    voucher: textField({ label: "เลขที่ใบเบิก", question: "ใบเบิกเลขที่เท่าไรคะ", max: 60, optional: true }),
  },
  shownWhen: { paid: ({ inFull }) => inFull === false, why: ({ inFull }) => inFull === false },
  rules: [
    {
      at: "paid",
      message: "ใช้ชื่อตามใบขอ จำนวนไม่เกินที่ขอนะคะ เช่น ขอกระดาษ A4 5 รีม จ่ายกระดาษ A4 3 รีม",
      holds: ({ paid }, { request }) =>
        request === undefined || (paid ?? []).every(({ name = "" }) => countOf(paid, name) <= countOf(request.items, name)),
    },
  ],
}) as Form;

const booking = defineForm({
  id: "material_use-book",
  version: 1,
  title: "ลงบัญชีวัสดุ",
  fields: {
    page: textField({ label: "บัญชีวัสดุหน้า/แผ่นที่", question: "ลงบัญชีวัสดุแผ่นไหนคะ", max: 60 }),
    on: dateField({ label: "ลงบัญชีวันที่", question: "ลงบัญชีวันไหนคะ", past: true }),
  },
}) as Form;

const states: Record<string, State> = {
  ...decided.states,
  approved: {
    label: "อนุมัติแล้ว รอจ่ายของ",
    tone: "plain",
    next: "เจ้าหน้าที่จะเตรียมของและแจ้งเมื่อจ่าย",
    staffNext: "เตรียมของแล้วบันทึกการจ่าย",
    clock: "runs",
    untouched: true,
    makesRecord: true,
  },
  paid: {
    label: "จ่ายแล้ว รอยืนยันรับ",
    tone: "done",
    next: "ตรวจนับของแล้วกดยืนยันได้เลย",
    staffNext: "รอผู้เบิกยืนยันรับ แล้วลงบัญชี",
    clock: "stops",
    asks: { of: requester, question: "ได้รับของครบตามที่จ่ายไหมคะ", transitions: ["receive", "not-received"] },
    timeouts: [{ transition: "receive-silently", workingDays: 5, since: "entered" }],
  },
  received: {
    label: "รับของแล้ว",
    tone: "done",
    next: "เรียบร้อยแล้ว เจ้าหน้าที่จะลงบัญชีวัสดุ",
    staffNext: "ลงบัญชีวัสดุ",
    clock: "stops",
  },
  booked: { label: "ลงบัญชีแล้ว", tone: "muted", next: "เบิกครั้งต่อไปได้ทุกเมื่อ", staffNext: "จบเรื่องแล้ว", clock: "stops", final: true },
  cancelled,
};

const transitions: Record<string, Transition> = {
  ...tellingOn(decided.transitions, "approved", [{ to: groupStaff, event: "new-work" }]),
  "pay-out": {
    label: "จ่ายของ",
    deed: "จ่ายวัสดุ",
    reply: "บันทึกการจ่าย {number} แล้วค่ะ รอผู้เบิกยืนยันรับ",
    from: ["approved"],
    to: "paid",
    who: groupWorkers,
    form: payment,
    assigns: "actor",
    signs: "ผู้จ่าย",
    primary: true,
    tells: [{ to: requester, event: "result" }],
  },
  receive: {
    label: "ได้รับแล้ว",
    deed: "ยืนยันว่าได้รับของ",
    reply: "ขอบคุณค่ะ {number} บันทึกการรับแล้ว",
    from: ["paid"],
    to: "received",
    who: [requester],
    signs: "ผู้รับ",
    primary: true,
    tells: [{ to: assignee, event: "progress" }],
  },
  "not-received": {
    label: "ยังไม่ครบ",
    deed: "บอกว่ายังได้ของไม่ครบ",
    reply: "ขออภัยค่ะ ส่ง {number} กลับให้เจ้าหน้าที่แล้ว",
    from: ["paid"],
    to: "approved",
    who: [requester],
    form: reasonForm("material_use-not-received", "ยังได้ของไม่ครบ", "ขาดอะไรไปบ้างคะ", "ของที่ขาด"),
    primary: true,
    tells: [{ to: assignee, event: "reopened" }],
  },
  "receive-silently": {
    label: "รับของอัตโนมัติ",
    deed: "ถือว่าได้รับแล้วเพราะไม่มีคำตอบ",
    reply: "",
    from: ["paid"],
    to: "received",
    who: [system],
  },
  book: {
    label: "ลงบัญชี",
    deed: "ลงบัญชีวัสดุ",
    reply: "ลงบัญชี {number} แล้วค่ะ",
    from: ["received"],
    to: "booked",
    who: groupWorkers,
    form: booking,
    signs: "ผู้ลงบัญชี",
    primary: true,
  },
  "give-up": givingUp(["approved"]),
  ...staffNotes(id, {
    open: [...Object.keys(decided.states).filter((state) => !decided.states[state]?.final), "approved", "paid", "received"],
    ended: ["booked", "refused", "withdrawn", "cancelled"],
  }),
};

export const materialUseWorkflow = composeWorkflow({
  id,
  version: 1,
  initial: decided.initial,
  worker: groupStaff,
  tells: firstTells(steps),
  states,
  transitions,
});
