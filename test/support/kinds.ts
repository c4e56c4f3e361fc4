import { choicesField } from "#models/fields/kinds/choices.ts";
import { consentField } from "#models/fields/kinds/consent.ts";
import { dateRangeField } from "#models/fields/kinds/date-range.ts";
import { dateTimeField } from "#models/fields/kinds/date-time.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { gridField } from "#models/fields/kinds/grid.ts";
import { moneyField, numberField, percentageField } from "#models/fields/kinds/number.ts";
import { phoneField } from "#models/fields/kinds/phone.ts";
import { photosField } from "#models/fields/kinds/photos.ts";
import { schoolField } from "#models/fields/kinds/picked.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { signatureField } from "#models/fields/kinds/signature.ts";
import { assetField, textField } from "#models/fields/kinds/text.ts";
import { timeField } from "#models/fields/kinds/time.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { defineRequestType, type RequestType } from "#models/requests/define-request-type.ts";
import { defineWorkflow } from "#models/workflows/define-workflow.ts";
import { groupHead } from "#models/workflows/rule.ts";

const items = () =>
  rowsField({
    label: "รายการของ",
    columns: {
      item: textField({ label: "รายการ", max: 60 }),
      amount: numberField({ label: "จำนวน", whole: true, min: 1 }),
      price: moneyField({ label: "ราคาต่อหน่วย" }),
    },
    computed: { sum: { label: "เงิน", kind: "money", of: ({ amount = 0, price = 0 }) => amount * price } },
    totals: ["sum"],
  });

const workflow = (id: string) =>
  defineWorkflow({
    id,
    version: 1,
    initial: "waiting",
    worker: groupHead,
    tells: [{ to: groupHead, event: "decision" }],
    states: {
      waiting: {
        label: "รอลงนาม",
        tone: "waiting",
        next: "หัวหน้ากลุ่มงานจะลงนาม",
        clock: "runs",
        asks: { of: groupHead, question: "ลงนามไหมคะ", transitions: ["sign"] },
      },
      signed: { label: "ลงนามแล้ว", tone: "done", next: "รับของได้", clock: "stops", final: true },
    },
    transitions: {
      sign: {
        label: "ลงนาม",
        deed: "ลงนาม",
        reply: "ลงนาม {number} แล้วค่ะ",
        from: ["waiting"],
        to: "signed",
        who: [groupHead],
        decides: "approve",
        primary: true,
        form: defineForm({
          id: `${id}-sign`,
          version: 1,
          title: "ลงนาม",
          fields: { signature: signatureField({ label: "ลายมือชื่อ" }) },
          examples: [{ signature: [[0, 0, 10, 10]] }],
        }),
      },
    },
  });

const shared = { icon: "work" as const, keywords: [], processes: [], urgency: () => "high" as const };

/** One field of every kind that came after the repair form, asked in the chat. */
export const everything = defineRequestType({
  ...shared,
  form: defineForm({
    id: "everything",
    version: 1,
    title: "ทดสอบทุกช่อง",
    fields: {
      jobs: choicesField({ label: "งาน", question: "งานอะไรบ้างคะ", choices: { set: "ติดตั้ง", move: "ย้ายเครื่อง", wire: "เดินสาย" } }),
      urgent: yesNoField({ label: "ความเร่ง", question: "เร่งด่วนไหมคะ", yes: "เร่ง", no: "ไม่เร่ง" }),
      at: timeField({ label: "เวลา", question: "มากี่โมงคะ" }),
      when: dateTimeField({ label: "นัดหมาย", question: "นัดเมื่อไรคะ" }),
      days: dateRangeField({ label: "ช่วงที่ใช้", question: "ใช้ช่วงไหนคะ" }),
      done: percentageField({ label: "ความคืบหน้า", question: "เสร็จไปเท่าไรคะ" }),
      cost: moneyField({ label: "งบ", question: "งบเท่าไรคะ" }),
      ratings: gridField({ label: "ความพอใจ", question: "พอใจแค่ไหนคะ", items: { speed: "ความเร็ว", manner: "ความสุภาพ", result: "ผลงาน" } }),
      asset: assetField({ label: "หมายเลขครุภัณฑ์", question: "หมายเลขครุภัณฑ์อะไรคะ" }),
      photos: photosField({ label: "รูปสติกเกอร์", question: "มีรูปสติกเกอร์ไหมคะ", optional: true }),
      terms: consentField({ label: "เงื่อนไข", statement: "ข้าพเจ้าจะคืนของตามกำหนด" }),
      files: filesField({ label: "ใบเสนอราคา", optional: true }),
      rows: items(),
      signature: signatureField({ label: "ลายมือชื่อผู้ขอ" }),
    },
    rules: [
      {
        at: "photos",
        message: "ถ่ายรูปสติกเกอร์ครุภัณฑ์ส่งมาด้วยนะคะ",
        holds: ({ asset, photos = [] }) => asset !== "ไม่ทราบ" || photos.length > 0,
      },
    ],
    examples: [
      {
        jobs: ["set"],
        urgent: true,
        at: "09:30",
        when: "2026-12-22T13:30",
        days: { from: "2026-12-22", until: "2026-12-25" },
        done: 50,
        cost: 1_250,
        ratings: { speed: 5, manner: 4, result: 5 },
        asset: "7440-001-0001/65",
        photos: ["sample-photo"],
        terms: true,
        files: ["sample-file"],
        rows: [{ item: "หมึกดำ", amount: 2, price: 350 }],
        signature: [[0, 0, 10, 10]],
      },
    ],
  }),
  workflow: workflow("everything"),
  conversation: {
    startsOn: { intents: [], phrases: ["ขอทดสอบทุกช่อง"] },
    opening: "ได้เลยค่ะ",
    steps: [
      { field: "jobs" },
      { field: "urgent" },
      { field: "at" },
      { field: "when" },
      { field: "days" },
      { field: "done" },
      { field: "cost" },
      { field: "ratings" },
      { field: "asset" },
      { field: "photos" },
      { field: "terms" },
      { field: "files" },
      { field: "rows" },
      { field: "signature" },
    ],
  },
  code: { thai: "ท", ascii: "ALL" },
  name: "ทดสอบทุกช่อง",
  about: "ทุกชนิดของช่อง",
  subject: ({ asset }) => `ของหมายเลข ${asset ?? ""}`,
});

/** A short form that is answered by typing alone. */
export const orders = defineRequestType({
  ...shared,
  form: defineForm({
    id: "orders",
    version: 1,
    title: "สั่งของ",
    fields: {
      things: choicesField({ label: "ของ", question: "ของอะไรบ้างคะ", choices: { ink: "หมึก", paper: "กระดาษ", cable: "สายแลน" } }),
      ratings: gridField({ label: "ความพอใจ", question: "พอใจแค่ไหนคะ", items: { speed: "ความเร็ว", manner: "ความสุภาพ" } }),
      meets: dateTimeField({ label: "นัดหมาย", question: "นัดวันไหน กี่โมงคะ" }),
      extra: yesNoField({ label: "ของแถม", question: "มีของแถมไหมคะ", yes: "มี", no: "ไม่มี", optional: true }),
      papers: filesField({ label: "เอกสาร", question: "แนบเอกสารไหมคะ", optional: true }),
    },
    examples: [{ things: ["ink"], ratings: { speed: 5, manner: 4 }, meets: "2026-12-22T13:30", extra: true, papers: ["sample-file"] }],
  }),
  workflow: workflow("orders"),
  conversation: {
    startsOn: { intents: [], phrases: ["ขอสั่งของ"] },
    opening: "สั่งได้เลยค่ะ",
    steps: [{ field: "things" }, { field: "ratings" }, { field: "meets" }, { field: "extra" }, { field: "papers" }],
  },
  code: { thai: "ส", ascii: "ORD" },
  name: "สั่งของ",
  about: "ของใช้",
  subject: () => "ของใช้",
});

/** Too long for the chat: no questions there. */
export const onPaper = defineRequestType({
  ...shared,
  form: defineForm({
    id: "on-paper",
    version: 1,
    title: "แบบยาว",
    fields: {
      school: schoolField({ label: "โรงเรียน" }),
      phone: phoneField({ label: "เบอร์โทร", optional: true }),
      rows: items(),
    },
    examples: [
      { school: { code: null, name: "โรงเรียนบ้านตัวอย่าง" }, phone: "081-234-5678", rows: [{ item: "หมึกดำ", amount: 2, price: 350 }] },
    ],
  }),
  workflow: workflow("on-paper"),
  conversation: { startsOn: { intents: [], phrases: ["ขอกรอกแบบยาว"] }, opening: "แบบนี้ยาวค่ะ", steps: [] },
  code: { thai: "ก", ascii: "LONG" },
  name: "แบบยาว",
  about: "รายการของที่ใช้",
  subject: () => "รายการของ",
});

/** The same for staff alone. */
export const officeOnly: RequestType = {
  ...onPaper,
  form: { ...onPaper.form, id: "office-only" },
  conversation: { ...onPaper.conversation, startsOn: { intents: [], phrases: ["ขอแบบของสำนักงาน"] } },
  code: { thai: "น", ascii: "OWN" },
  name: "แบบของสำนักงาน",
  openTo: "staff",
};
