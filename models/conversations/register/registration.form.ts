import { phoneField } from "#models/fields/kinds/phone.ts";
import { schoolField } from "#models/fields/kinds/picked.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";

/** Who a person is: asked once, changed by "แก้ไขข้อมูลของฉัน". */
export const registrationForm = defineForm({
  id: "registration",
  version: 1,
  title: "ข้อมูลของฉัน",
  fields: {
    school: schoolField({ label: "โรงเรียน", question: "อยู่โรงเรียนไหนคะ พิมพ์ชื่อบางส่วนได้เลยค่ะ" }),
    name: textField({ label: "ชื่อ", question: "ขอชื่อและนามสกุลด้วยค่ะ ชื่ออะไรคะ", needsWords: true, max: 120, min: 2 }),
    position: textField({ label: "ตำแหน่ง", question: "ตำแหน่งอะไรคะ", needsWords: true, max: 80, min: 2 }),
    phone: phoneField({ label: "เบอร์โทร", question: "โทรหาได้ที่เบอร์ไหนคะ", optional: true }),
  },
});

/** One-tap answers to the position. */
export const commonPositions = ["ครู", "ผู้อำนวยการโรงเรียน", "ธุรการโรงเรียน", "ครูอัตราจ้าง", "เจ้าหน้าที่"];
