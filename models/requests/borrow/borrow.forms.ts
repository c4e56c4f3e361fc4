import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { photosField } from "#models/fields/kinds/photos.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm, type Form, type Known } from "#models/requests/define-form.ts";
import { lastDayOf } from "#models/requests/parts/last-day.ts";

const pictures = (label: string, question: string) => photosField({ label, question, optional: true, max: 5 });

const laterMessage = "ต้องเป็นวันหลังวันนี้และหลังกำหนดคืนเดิมนะคะ เช่น อีก 7 วัน";
const isLater = (day: string | undefined, { today = "", request = {} }: Known) =>
  (day ?? "") > today && (day ?? "") > (lastDayOf(request) ?? "");

/** What is handed over, as it is. */
export const lendForm = defineForm({
  id: "borrow-lend",
  version: 1,
  title: "ส่งมอบของยืม",
  fields: {
    assets: textField({
      label: "หมายเลขพัสดุที่ส่งมอบ",
      question: "ส่งมอบหมายเลขพัสดุอะไรบ้างคะ",
      help: "ตามสติกเกอร์ เช่น 6730-001-0002/66",
      max: 500,
    }),
    condition: textField({ label: "สภาพตอนส่งมอบ", question: "สภาพตอนส่งมอบเป็นอย่างไรคะ", max: 500 }),
    accessories: textField({ label: "อุปกรณ์ที่ไปด้วย", question: "มีอุปกรณ์อะไรไปด้วยบ้างคะ", max: 500, optional: true }),
    photos: pictures("รูปตอนส่งมอบ", "ส่งรูปตอนส่งมอบได้เลยนะคะ มีรูปไหมคะ"),
  },
}) as Form;

/** More time is wanted. */
export const wantsLongerForm = defineForm({
  id: "borrow-ask-extension",
  version: 1,
  title: "ขอยืมต่อ",
  fields: {
    wantedUntil: dateField({ label: "ขอยืมต่อถึงวันที่", question: "ขอยืมต่อถึงวันไหนคะ" }),
    reason: textField({ label: "เหตุผล", question: "ยืมต่อเพราะอะไรคะ", max: 500 }),
  },
  rules: [{ at: "wantedUntil", message: laterMessage, holds: ({ wantedUntil }, known) => isLater(wantedUntil, known) }],
}) as Form;

/** More time is given. */
export const extendForm = defineForm({
  id: "borrow-extend",
  version: 1,
  title: "ให้ยืมต่อ",
  fields: {
    until: dateField({ label: "กำหนดคืนใหม่", question: "ให้ยืมต่อถึงวันไหนคะ" }),
    note: textField({ label: "ข้อความถึงผู้ยืม", question: "มีข้อความถึงผู้ยืมไหมคะ", max: 500, optional: true }),
  },
  rules: [{ at: "until", message: laterMessage, holds: ({ until }, known) => isLater(until, known) }],
}) as Form;

const returned = (id: string, title: string, conditions: Record<string, string>) =>
  defineForm({
    id,
    version: 1,
    title,
    fields: {
      on: dateField({ label: "รับคืนวันที่", question: "รับคืนวันไหนคะ", past: true }),
      condition: choiceField({ label: "สภาพของที่คืน", question: "สภาพของที่คืนเป็นอย่างไรคะ", choices: conditions }),
      detail: textField({
        label: "รายละเอียดการตรวจรับ",
        question: "ตรวจรับแล้วมีอะไรต้องบันทึกไหมคะ",
        max: 1000,
        optional: true,
      }),
      photos: pictures("รูปตอนรับคืน", "ส่งรูปตอนรับคืนได้เลยนะคะ มีรูปไหมคะ"),
    },
  }) as Form;

/** Everything is back as it went out; who fills this has looked. */
export const returnForm = returned("borrow-return", "รับคืน", { good: "เรียบร้อย ครบถ้วน", worn: "ใช้งานได้ มีร่องรอยการใช้" });

/** Something is broken or missing. */
export const damagedReturnForm = returned("borrow-return-damaged", "รับคืนไม่เรียบร้อย", {
  broken: "ชำรุด",
  incomplete: "ไม่ครบ",
  lost: "สูญหาย",
});

/** How what was broken or missing was made good. */
export const settleForm = defineForm({
  id: "borrow-settle",
  version: 1,
  title: "ตกลงเรื่องของที่คืน",
  fields: { how: textField({ label: "ผลการตกลง", question: "ตกลงกันอย่างไรคะ เช่น ซ่อมแล้ว ชดใช้แล้ว", max: 500 }) },
}) as Form;
