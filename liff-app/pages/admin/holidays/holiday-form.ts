import { dateField } from "#models/fields/kinds/date.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";

/** A day, or several in a row, on which the office is closed. */
export const holidayForm = defineForm({
  id: "holiday",
  version: 1,
  title: "วันหยุด",
  fields: {
    from: dateField({ label: "วันที่หยุด" }),
    until: dateField({ label: "ถึงวันที่", help: "หยุดวันเดียว เว้นว่างได้", optional: true }),
    name: textField({ label: "ชื่อวันหยุด", max: 120 }),
  },
  rules: [{ at: "until", message: "วันสุดท้ายต้องไม่มาก่อนวันแรกนะคะ", holds: ({ from = "", until }) => until === undefined || until >= from }],
});
