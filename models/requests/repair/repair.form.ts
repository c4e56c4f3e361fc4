import { choiceField } from "#models/fields/kinds/choice.ts";
import { phoneField } from "#models/fields/kinds/phone.ts";
import { photosField } from "#models/fields/kinds/photos.ts";
import { schoolField } from "#models/fields/kinds/picked.ts";
import { assetField, placeField, textField } from "#models/fields/kinds/text.ts";
import { categoryLabels, urgencyLabels } from "#models/requests/categories.ts";
import { defineForm } from "#models/requests/define-form.ts";

// Nobody goes to a room for these; what is told of one is kept all the same.
const withoutPlace: ReadonlySet<string | undefined> = new Set(["account", "system", "website", "media", "procurement"]);
const online = /เว็บ|เพจ|เฟซ|เฟส|อีเมล|เมล|บัญชี|ระบบ|ไลน์|ลิงก์|สื่อ/;

/** Whether what is broken stands in a room. Of what has to do with security only a machine does. */
function standsSomewhere(category: string | undefined, device: string | undefined): boolean {
  if (category === "security") return device !== undefined && !online.test(device);
  return !withoutPlace.has(category);
}

export const repairForm = defineForm({
  id: "repair",
  version: 1,
  title: "แจ้งซ่อม",
  manualTitles: ["แบบแจ้งซ่อมวัสดุอุปกรณ์/แบบแจ้งซ่อมออนไลน์"],
  fields: {
    device: textField({
      label: "อุปกรณ์",
      question: "อุปกรณ์อะไรเสียคะ",
      help: "ไม่รู้ชื่อก็พิมพ์ว่า คอมพิวเตอร์ เครื่องพิมพ์ หรือ อินเทอร์เน็ต ได้ค่ะ",
      needsWords: true,
      max: 80,
    }),
    symptom: textField({ label: "อาการ", question: "อาการเป็นอย่างไรคะ", needsWords: true, max: 1000 }),
    place: placeField({ label: "สถานที่", question: "อยู่ห้องหรืออาคารไหนคะ" }),
    photos: photosField({ label: "รูปถ่าย", question: "ส่งรูปให้ช่างดูได้เลยนะคะ หลายรูปก็ได้ มีรูปไหมคะ", optional: true }),
    school: schoolField({ label: "โรงเรียน", question: "อยู่โรงเรียนไหนคะ พิมพ์ชื่อบางส่วนได้เลยค่ะ" }),
    category: choiceField({ label: "ประเภทงาน", choices: categoryLabels }),
    urgency: choiceField({ label: "ความเร่งด่วน", choices: urgencyLabels }),
    assetNumber: assetField({ label: "หมายเลขครุภัณฑ์", optional: true, question: "หมายเลขครุภัณฑ์บนสติกเกอร์คืออะไรคะ" }),
    phone: phoneField({ label: "เบอร์โทร", optional: true, question: "ช่างโทรหาได้ที่เบอร์ไหนคะ" }),
  },
  examples: [
    {
      device: "เครื่องพิมพ์",
      symptom: "กระดาษติดทุกครั้งที่พิมพ์หลายแผ่น",
      place: "ห้องธุรการ อาคาร 1",
      photos: ["sample-photo"],
      school: { code: null, name: "โรงเรียนบ้านตัวอย่าง" },
      category: "printer",
      urgency: "normal",
      assetNumber: "7440-001-0001/65",
      phone: "081-234-5678",
    },
  ],
  shownWhen: { place: ({ place, category, device }) => place !== undefined || standsSomewhere(category, device) },
});
