import type { Field } from "#models/fields/field.ts";
import { phoneField } from "#models/fields/kinds/phone.ts";
import { type SchoolValue, schoolField } from "#models/fields/kinds/picked.ts";

/** The head that every form of the office has, filled from the requester's profile: from where, and how to reach them. */
export function requesterFields(): { school: Field<SchoolValue>; phone: Field<string> } {
  return {
    school: schoolField({ label: "โรงเรียน/หน่วยงาน", question: "อยู่โรงเรียนหรือหน่วยงานไหนคะ พิมพ์ชื่อบางส่วนได้เลยค่ะ" }),
    phone: phoneField({ label: "เบอร์โทร", question: "โทรหาได้ที่เบอร์ไหนคะ", optional: true }),
  };
}

/** How examples fill them: plainly invented. */
export const sampleRequester = { school: { code: null, name: "โรงเรียนบ้านตัวอย่าง" }, phone: "081-234-5678" };
