import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { numberField } from "#models/fields/kinds/number.ts";
import { photosField } from "#models/fields/kinds/photos.ts";
import { placeField, textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { requesterFields, sampleRequester } from "#models/requests/parts/requester-fields.ts";
import { type WorkKind, workKinds } from "./work-kinds.ts";

type Kind = { kind?: WorkKind };
const isOneOf =
  (...kinds: WorkKind[]) =>
  ({ kind }: Kind) =>
    kind !== undefined && kinds.includes(kind);

export const workRequestForm = defineForm({
  id: "work_request",
  version: 1,
  title: "ขอให้ดำเนินการ",
  manualTitles: ["แบบบันทึกขอให้ดำเนินการ"],
  fields: {
    kind: choiceField({ label: "ประเภทงาน", question: "ขอให้ทำงานประเภทไหนคะ", choices: workKinds }),
    detail: textField({
      label: "รายละเอียดงาน",
      question: "ขอให้ทำอะไรบ้างคะ เล่าได้เลยค่ะ",
      help: "ยิ่งละเอียดยิ่งเตรียมของไปถูกค่ะ เช่น ติดตั้ง Wi-Fi ให้ใช้ได้ทั้งชั้น 2",
      needsWords: true,
      max: 2000,
    }),
    program: textField({ label: "ชื่อโปรแกรม", question: "โปรแกรมชื่ออะไรคะ", max: 120 }),
    licence: choiceField({
      label: "ลิขสิทธิ์โปรแกรม",
      question: "โปรแกรมนี้มีลิขสิทธิ์แบบไหนคะ",
      help: "ศูนย์ติดตั้งให้เฉพาะโปรแกรมที่ใช้ได้ถูกต้องตามลิขสิทธิ์ค่ะ ไม่ต้องส่งรหัสหรือคีย์มา",
      choices: { owned: "มีลิขสิทธิ์แล้ว", free: "โปรแกรมฟรี/โอเพนซอร์ส", unsure: "ไม่แน่ใจ ให้ช่างตรวจ" },
    }),
    machines: numberField({ label: "จำนวนเครื่อง", question: "ลงกี่เครื่องคะ", min: 1, max: 2_000, whole: true, unit: "เครื่อง" }),
    points: numberField({ label: "จำนวนจุด", question: "กี่จุดคะ", min: 1, max: 1_000, whole: true, unit: "จุด" }),
    place: placeField({ label: "สถานที่", question: "อยู่ห้องหรืออาคารไหนคะ" }),
    moveTo: placeField({ label: "ย้ายไปที่", question: "ย้ายไปห้องหรืออาคารไหนคะ" }),
    today: textField({
      label: "วิธีทำงานปัจจุบัน",
      question: "ตอนนี้ทำงานนี้อย่างไรอยู่คะ",
      help: "เช่น กรอกใน Excel แล้วส่งทาง LINE",
      max: 1000,
      optional: true,
    }),
    users: textField({ label: "ผู้ใช้งาน", question: "ใครเป็นผู้ใช้บ้างคะ", max: 200, optional: true }),
    page: textField({ label: "หน้าเว็บหรือหมวดข่าว", question: "ลงที่หน้าเว็บหรือหมวดไหนคะ", max: 300 }),
    lesson: textField({ label: "วิชาและระดับชั้น", question: "วิชาและระดับชั้นไหนคะ", max: 200 }),
    source: textField({
      label: "แหล่งที่มาและสิทธิ์ใช้สื่อ",
      question: "ภาพหรือสื่อที่ใช้มาจากไหนคะ",
      help: "เช่น ครูทำเอง หรือ ได้รับอนุญาตจากเจ้าของ เพื่อไม่ให้ละเมิดลิขสิทธิ์ค่ะ",
      max: 500,
    }),
    trainingArea: choiceField({
      label: "เรื่องที่อบรม",
      question: "อบรมเรื่องไหนคะ",
      choices: { computer: "คอมพิวเตอร์และเครือข่าย", website: "เว็บไซต์และประชาสัมพันธ์", media: "สื่อและนวัตกรรม" },
    }),
    people: numberField({ label: "จำนวนผู้เข้าอบรม", question: "ผู้เข้าอบรมกี่คนคะ", min: 1, max: 2_000, whole: true, unit: "คน" }),
    neededOn: dateField({ label: "วันที่ต้องการ", question: "ต้องการให้เสร็จวันไหนคะ" }),
    photos: photosField({ label: "รูปสถานที่หรืองาน", question: "ส่งรูปให้ดูได้เลยนะคะ หลายรูปก็ได้ มีรูปไหมคะ", optional: true }),
    attachments: filesField({ label: "ไฟล์แนบ", help: "เช่น เนื้อหาข่าว แบบแปลน รายชื่อผู้เข้าอบรม", optional: true }),
    ...requesterFields(),
  },
  shownWhen: {
    program: isOneOf("program"),
    licence: isOneOf("program"),
    machines: isOneOf("program"),
    points: isOneOf("install", "wiring"),
    place: isOneOf("install", "move", "wiring", "program", "training", "other"),
    moveTo: isOneOf("move"),
    today: isOneOf("develop"),
    users: isOneOf("develop"),
    page: isOneOf("website"),
    lesson: isOneOf("media", "lms"),
    source: isOneOf("website", "media", "lms"),
    trainingArea: isOneOf("training"),
    people: isOneOf("training"),
  },
  sections: [
    {
      title: "งานที่ขอ",
      fields: [
        "kind",
        "detail",
        "program",
        "licence",
        "machines",
        "points",
        "place",
        "moveTo",
        "today",
        "users",
        "page",
        "lesson",
        "source",
        "trainingArea",
        "people",
        "neededOn",
      ],
    },
    { title: "รูปและไฟล์", fields: ["photos", "attachments"] },
    { title: "ผู้ขอ", fields: ["school", "phone"] },
  ],
  examples: [
    {
      kind: "wiring",
      detail: "เดินสายแลนจากห้องเซิร์ฟเวอร์ไปห้องสมุด พร้อมติดตั้งจุดกระจาย Wi-Fi",
      points: 6,
      place: "ห้องสมุด อาคาร 3",
      neededOn: "2026-12-18",
      photos: ["sample-photo"],
      attachments: ["sample-file"],
      ...sampleRequester,
    },
    {
      kind: "move",
      detail: "ย้ายเครื่องคอมพิวเตอร์ 12 เครื่องพร้อมต่อสายให้ใช้งานได้",
      place: "ห้องคอมพิวเตอร์เดิม อาคาร 1",
      moveTo: "ห้องคอมพิวเตอร์ใหม่ อาคาร 2",
      neededOn: "2026-12-11",
      ...sampleRequester,
    },
    {
      kind: "program",
      detail: "ลงโปรแกรมตัดต่อภาพให้ห้องคอมพิวเตอร์",
      program: "GIMP",
      licence: "free",
      machines: 20,
      place: "ห้องคอมพิวเตอร์ อาคาร 2",
      neededOn: "2026-12-09",
      ...sampleRequester,
    },
    {
      kind: "develop",
      detail: "ทำระบบจองห้องประชุมออนไลน์ แทนการจดในสมุด",
      today: "จดในสมุดที่ห้องธุรการ",
      users: "บุคลากรในสำนักงานเขต ประมาณ 80 คน",
      neededOn: "2026-12-30",
      ...sampleRequester,
    },
    {
      kind: "website",
      detail: "ลงข่าวกิจกรรมวันวิชาการพร้อมภาพ 5 ภาพ",
      page: "ข่าวประชาสัมพันธ์",
      source: "ภาพถ่ายโดยครูของโรงเรียน",
      neededOn: "2026-12-04",
      ...sampleRequester,
    },
    {
      kind: "lms",
      detail: "เปิดรายวิชาใหม่ในระบบ LMS และนำบทเรียนเข้า 8 บท",
      lesson: "วิทยาการคำนวณ ป.4",
      source: "ครูผู้สอนจัดทำเอง",
      neededOn: "2026-12-21",
      ...sampleRequester,
    },
    {
      kind: "training",
      detail: "อบรมการใช้ตารางคำนวณทำสรุปผลการเรียน",
      place: "ห้องอบรม อาคาร 2",
      trainingArea: "computer",
      people: 30,
      neededOn: "2026-12-24",
      ...sampleRequester,
    },
  ],
});
