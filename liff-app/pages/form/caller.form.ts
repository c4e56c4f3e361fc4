import { phoneField } from "#models/fields/kinds/phone.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";

/** For whom staff report: on the telephone, or at the counter. */
export const callerForm = defineForm({
  id: "caller",
  version: 1,
  title: "ผู้แจ้ง",
  fields: {
    name: textField({ label: "ชื่อผู้แจ้ง", max: 120, needsWords: true }),
    phone: phoneField({ label: "เบอร์โทรผู้แจ้ง", optional: true }),
  },
});
