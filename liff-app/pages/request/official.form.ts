import { dateField } from "#models/fields/kinds/date.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";

/** ที่ and วันที่ as they stand in the office's register. */
export const officialForm = defineForm({
  id: "official_number",
  version: 1,
  title: "เลขที่หนังสือ",
  fields: {
    number: textField({ label: "ที่", question: "เลขที่หนังสืออะไรคะ", max: 60, help: "ตามทะเบียนหนังสือ เช่น ศธ 04000/123" }),
    date: dateField({ label: "ลงวันที่", question: "ลงวันที่เท่าไรคะ" }),
  },
});
