import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { moneyField } from "#models/fields/kinds/number.ts";
import { photosField } from "#models/fields/kinds/photos.ts";
import { personField, schoolField } from "#models/fields/kinds/picked.ts";
import { ratingField } from "#models/fields/kinds/rating.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm } from "#models/requests/define-form.ts";
import { defineWorkflow } from "#models/workflows/define-workflow.ts";
import { assignee, centreHead, groupHead, groupStaff, requester, system } from "#models/workflows/rule.ts";
import { categoryLabels, urgencyLabels } from "./categories.ts";

const open = [
  "submitted",
  "assigned",
  "accepted",
  "inspecting",
  "fixing-remotely",
  "repairing",
  "waiting-parts",
  "sent-out",
  "asked",
] as const;
const working = ["accepted", "inspecting", "fixing-remotely", "repairing", "waiting-parts", "sent-out"] as const;
const heads = [groupHead, centreHead];
const workers = [assignee, ...heads];

const reason = (id: string, label: string, question: string) =>
  defineForm({ id, version: 1, title: label, fields: { reason: textField({ label, question, max: 500 }) } });

const pickPerson = defineForm({
  id: "repair-assign",
  version: 1,
  title: "มอบหมายงาน",
  fields: {
    person: personField({ label: "ผู้รับงาน", question: "มอบให้ใครดีคะ" }),
    note: textField({ label: "ข้อความถึงผู้รับงาน", question: "มีข้อความฝากไหมคะ", max: 500, optional: true }),
  },
});

const finish = defineForm({
  id: "repair-done",
  version: 1,
  title: "ผลการซ่อม",
  fields: {
    cause: textField({ label: "สาเหตุ", question: "สาเหตุคืออะไรคะ", max: 500 }),
    fix: textField({ label: "วิธีแก้", question: "แก้อย่างไรคะ", max: 1000 }),
    parts: textField({ label: "อะไหล่ที่ใช้", question: "ใช้อะไหล่อะไรบ้างคะ", max: 500, optional: true }),
    cost: moneyField({ label: "ค่าใช้จ่าย (บาท)", question: "ค่าใช้จ่ายกี่บาทคะ", optional: true }),
    photos: photosField({ label: "รูปหลังซ่อม", question: "ส่งรูปหลังซ่อมได้เลยนะคะ มีรูปไหมคะ", optional: true }),
  },
});

const addition = defineForm({
  id: "repair-add",
  version: 1,
  title: "ข้อมูลเพิ่มเติม",
  fields: {
    words: textField({ label: "ข้อความ", question: "ข้อมูลเพิ่มเติมคืออะไรคะ พิมพ์หรือส่งรูปก็ได้ค่ะ", max: 1000, optional: true }),
    photos: photosField({ label: "รูป", question: "มีรูปไหมคะ", optional: true }),
  },
  rules: [{ at: "words", message: "พิมพ์ข้อความหรือส่งรูปอย่างใดอย่างหนึ่งนะคะ", holds: (a) => Boolean(a.words ?? a.photos) }],
});

const correction = defineForm({
  id: "repair-correct",
  version: 1,
  title: "แก้ข้อมูลงาน",
  fields: {
    category: choiceField({ label: "ประเภทงาน", choices: categoryLabels, question: "ประเภทงานที่ถูกคืออะไรคะ", optional: true }),
    urgency: choiceField({ label: "ความเร่งด่วน", choices: urgencyLabels, question: "ความเร่งด่วนที่ถูกคืออะไรคะ", optional: true }),
    school: schoolField({ label: "โรงเรียน", question: "โรงเรียนที่ถูกคือโรงเรียนไหนคะ", optional: true }),
    device: textField({ label: "อุปกรณ์", question: "อุปกรณ์ที่ถูกคืออะไรคะ", max: 80, optional: true }),
  },
  rules: [{ at: "category", message: "เลือกอย่างน้อยหนึ่งช่องที่จะแก้นะคะ", holds: (a) => Object.keys(a).length > 0 }],
});

export const repairWorkflow = defineWorkflow({
  id: "repair",
  version: 1,
  initial: "submitted",
  worker: groupStaff,
  tells: [
    { to: groupStaff, event: "new-work" },
    { to: groupHead, event: "new-work" },
  ],
  states: {
    submitted: { label: "รอรับเรื่อง", tone: "waiting", next: "เจ้าหน้าที่จะรับเรื่องและติดต่อกลับ", clock: "runs", untouched: true },
    assigned: { label: "มอบหมายช่างแล้ว", tone: "waiting", next: "ช่างจะรับงานและติดต่อกลับ", clock: "runs", untouched: true },
    accepted: { label: "รับเรื่องแล้ว", tone: "plain", next: "ช่างจะตรวจสอบอาการ", clock: "runs", untouched: true },
    inspecting: { label: "กำลังตรวจสอบ", tone: "plain", next: "ช่างกำลังหาสาเหตุ", clock: "runs" },
    "fixing-remotely": { label: "กำลังแก้ทางไกล", tone: "plain", next: "ช่างกำลังแก้ให้จากสำนักงาน", clock: "runs" },
    repairing: { label: "กำลังซ่อม", tone: "plain", next: "ช่างกำลังซ่อม", clock: "runs" },
    "waiting-parts": { label: "รออะไหล่ / งบประมาณ", tone: "waiting", next: "ซ่อมต่อเมื่อได้อะไหล่หรืองบประมาณ", clock: "stops" },
    "sent-out": { label: "ส่งซ่อมภายนอก", tone: "waiting", next: "รอร้านหรือศูนย์บริการซ่อม", clock: "runs" },
    asked: {
      label: "รอข้อมูลจากผู้แจ้ง",
      tone: "waiting",
      next: "ช่างทำต่อเมื่อได้คำตอบ",
      clock: "stops",
      asks: { of: requester, question: "ช่างขอข้อมูลเพิ่มค่ะ", transitions: ["answer"] },
    },
    done: {
      label: "ซ่อมเสร็จ รอยืนยัน",
      tone: "done",
      next: "ลองใช้แล้วบอกผลได้เลย",
      clock: "stops",
      asks: { of: requester, question: "ใช้งานได้แล้วไหมคะ", transitions: ["confirm-fixed", "not-fixed"] },
      timeouts: [
        { transition: "close-unanswered", workingDays: 3, since: "shown" },
        { transition: "close-unanswered", workingDays: 10, since: "entered" },
      ],
    },
    confirmed: {
      label: "หายแล้ว รอคะแนน",
      tone: "done",
      next: "ให้คะแนนการซ่อมได้เลย",
      clock: "stops",
      final: true,
      asks: { of: requester, question: "ให้คะแนนการซ่อมครั้งนี้กี่ดาวคะ", transitions: ["rate"] },
      timeouts: [{ transition: "close-unrated", workingDays: 3, since: "entered" }],
    },
    closed: { label: "ปิดงานแล้ว", tone: "muted", next: "ถ้ากลับมาเสียอีก กด ยังไม่หาย ภายใน 7 วัน", clock: "stops", final: true },
    unrepairable: { label: "ซ่อมไม่ได้ เสนอจำหน่าย", tone: "muted", next: "เจ้าหน้าที่จะแนะนำขั้นตอนต่อไป", clock: "stops", final: true },
    withdrawn: { label: "ยกเลิกแล้ว", tone: "muted", next: "แจ้งใหม่ได้ทุกเมื่อ", clock: "stops", final: true },
  },
  transitions: {
    accept: {
      label: "รับเรื่อง",
      deed: "รับเรื่อง",
      reply: "รับงาน {number} แล้วค่ะ",
      from: ["submitted", "assigned"],
      to: "accepted",
      who: [groupStaff, ...heads],
      assigns: "actor",
      primary: true,
      tells: [{ to: requester, event: "progress" }],
    },
    inspect: {
      label: "เริ่มตรวจสอบ",
      deed: "เริ่มตรวจสอบ",
      reply: "บันทึกแล้วค่ะ {number} กำลังตรวจสอบ",
      from: ["accepted", "waiting-parts", "sent-out"],
      to: "inspecting",
      who: workers,
      primary: true,
      tells: [{ to: requester, event: "progress" }],
    },
    "fix-remotely": {
      label: "แก้ทางไกล",
      deed: "แก้ทางไกล",
      reply: "บันทึกแล้วค่ะ {number} กำลังแก้ทางไกล",
      from: ["accepted", "inspecting"],
      to: "fixing-remotely",
      who: workers,
      tells: [{ to: requester, event: "progress" }],
    },
    repair: {
      label: "ลงมือซ่อม",
      deed: "ซ่อมเอง",
      reply: "บันทึกแล้วค่ะ {number} กำลังซ่อม",
      from: ["accepted", "inspecting", "fixing-remotely", "waiting-parts", "sent-out"],
      to: "repairing",
      who: workers,
      tells: [{ to: requester, event: "progress" }],
    },
    "wait-parts": {
      label: "รออะไหล่ / งบ",
      deed: "รออะไหล่หรืองบประมาณ",
      reply: "บันทึกแล้วค่ะ {number} รออะไหล่หรืองบประมาณ",
      from: ["accepted", "inspecting", "fixing-remotely", "repairing", "sent-out"],
      to: "waiting-parts",
      who: workers,
      form: defineForm({
        id: "repair-wait-parts",
        version: 1,
        title: "รออะไหล่หรืองบประมาณ",
        fields: {
          what: textField({ label: "สิ่งที่รอ", question: "รออะไหล่หรืองบอะไรคะ", max: 500 }),
          until: dateField({ label: "คาดว่าได้วันที่", question: "คาดว่าจะได้วันไหนคะ", optional: true }),
        },
      }),
      tells: [{ to: requester, event: "progress" }],
    },
    "send-out": {
      label: "ส่งซ่อมภายนอก",
      deed: "ส่งซ่อมภายนอก",
      reply: "บันทึกแล้วค่ะ {number} ส่งซ่อมภายนอก",
      from: ["accepted", "inspecting", "fixing-remotely", "repairing", "waiting-parts"],
      to: "sent-out",
      who: workers,
      form: defineForm({
        id: "repair-send-out",
        version: 1,
        title: "ส่งซ่อมภายนอก",
        fields: {
          vendor: textField({ label: "ร้านหรือศูนย์บริการ", question: "ส่งซ่อมที่ไหนคะ", max: 200 }),
          back: dateField({ label: "คาดว่าได้คืนวันที่", question: "คาดว่าได้คืนวันไหนคะ", optional: true }),
        },
      }),
      tells: [{ to: requester, event: "progress" }],
    },
    done: {
      label: "ซ่อมเสร็จ",
      deed: "ซ่อมเสร็จ",
      reply: "บันทึกผลแล้วค่ะ {number} รอผู้แจ้งยืนยัน",
      from: ["accepted", "inspecting", "fixing-remotely", "repairing", "waiting-parts", "sent-out"],
      to: "done",
      who: workers,
      form: finish,
      primary: true,
      tells: [{ to: requester, event: "result" }],
    },
    "cannot-repair": {
      label: "ซ่อมไม่ได้",
      deed: "ซ่อมไม่ได้ เสนอจำหน่าย",
      reply: "บันทึกแล้วค่ะ {number} ซ่อมไม่ได้ เสนอจำหน่าย",
      from: ["accepted", "inspecting", "repairing", "waiting-parts", "sent-out"],
      to: "unrepairable",
      who: workers,
      form: reason("repair-cannot", "เหตุที่ซ่อมไม่ได้", "ซ่อมไม่ได้เพราะอะไรคะ"),
      tells: [{ to: requester, event: "result" }],
    },
    ask: {
      label: "ขอข้อมูลเพิ่ม",
      deed: "ขอข้อมูลเพิ่ม",
      reply: "ส่งคำถามให้ผู้แจ้งแล้วค่ะ {number}",
      from: [...working],
      to: "asked",
      who: workers,
      form: reason("repair-ask", "คำถาม", "อยากถามผู้แจ้งว่าอะไรคะ"),
      tells: [{ to: requester, event: "asked" }],
    },
    answer: {
      label: "ตอบช่าง",
      deed: "ให้ข้อมูลเพิ่ม",
      reply: "ส่งคำตอบให้ช่างแล้วค่ะ {number}",
      from: ["asked"],
      to: { back: true },
      who: [requester],
      form: addition,
      primary: true,
      tells: [{ to: assignee, event: "answered" }],
    },
    "go-on": {
      label: "ทำต่อโดยไม่รอคำตอบ",
      deed: "ทำต่อโดยไม่รอคำตอบ",
      reply: "ทำต่อได้เลยค่ะ {number}",
      from: ["asked"],
      to: { back: true },
      who: workers,
    },
    assign: {
      label: "มอบหมาย",
      deed: "มอบหมายงาน",
      reply: "มอบหมาย {number} แล้วค่ะ",
      from: [...open],
      to: "assigned",
      who: heads,
      form: pickPerson,
      assigns: { answer: "person" },
      primary: true,
      tells: [{ to: assignee, event: "assigned" }],
    },
    forward: {
      label: "ส่งต่อ",
      deed: "ส่งต่องาน",
      reply: "ส่งต่อ {number} แล้วค่ะ",
      from: ["assigned", ...working],
      to: "assigned",
      who: [assignee],
      form: pickPerson,
      assigns: { answer: "person" },
      tells: [{ to: assignee, event: "assigned" }],
    },
    correct: {
      label: "แก้ข้อมูลงาน",
      deed: "แก้ข้อมูลงาน",
      reply: "แก้ข้อมูล {number} แล้วค่ะ",
      from: [...open],
      to: { stay: true },
      who: [groupStaff, ...workers],
      form: correction,
      amends: { category: "category", urgency: "urgency", school: "school", device: "device" },
    },
    note: {
      label: "บันทึกภายใน",
      deed: "บันทึกภายใน",
      reply: "บันทึกแล้วค่ะ {number}",
      from: [...open, "done", "confirmed", "closed", "unrepairable", "withdrawn"],
      to: { stay: true },
      who: [groupStaff, ...workers],
      form: defineForm({
        id: "repair-note",
        version: 1,
        title: "บันทึกภายใน",
        fields: { words: textField({ label: "บันทึก", question: "บันทึกว่าอะไรคะ (ผู้แจ้งไม่เห็น)", max: 1000 }) },
      }),
      staffOnly: true,
    },
    add: {
      label: "เพิ่มข้อมูล / รูป",
      deed: "เพิ่มข้อมูล",
      reply: "เพิ่มข้อมูลใน {number} แล้วค่ะ",
      from: [...open],
      to: { stay: true },
      who: [requester],
      form: addition,
      tells: [{ to: assignee, event: "progress" }],
    },
    withdraw: {
      label: "ยกเลิกรายการ",
      deed: "ยกเลิกโดยผู้แจ้ง",
      reply: "ยกเลิก {number} แล้วค่ะ แจ้งใหม่ได้ทุกเมื่อ",
      from: ["submitted", "assigned", "accepted"],
      to: "withdrawn",
      who: [requester],
      confirm: "ยกเลิกรายการ {number} ใช่ไหมคะ",
      tells: [{ to: assignee, event: "progress" }],
    },
    reject: {
      label: "ยกเลิกโดยเจ้าหน้าที่",
      deed: "ยกเลิกโดยเจ้าหน้าที่",
      reply: "ยกเลิก {number} แล้วค่ะ",
      from: [...open],
      to: "withdrawn",
      who: heads,
      form: reason("repair-reject", "เหตุที่ยกเลิก", "ยกเลิกเพราะอะไรคะ"),
      tells: [{ to: requester, event: "result" }],
    },
    "confirm-fixed": {
      label: "หายแล้ว",
      deed: "ผู้แจ้งยืนยันว่าหายแล้ว",
      reply: "ดีใจด้วยค่ะ {number} เรียบร้อยแล้ว",
      from: ["done"],
      to: "confirmed",
      who: [requester],
      primary: true,
    },
    "not-fixed": {
      label: "ยังไม่หาย",
      deed: "ผู้แจ้งบอกว่ายังไม่หาย",
      reply: "ขออภัยค่ะ ส่ง {number} กลับให้ช่างแล้ว",
      from: ["done", "confirmed", "closed", "unrepairable"],
      to: "accepted",
      who: [requester],
      within: { days: 7 },
      form: defineForm({
        id: "repair-not-fixed",
        version: 1,
        title: "ยังไม่หาย",
        fields: { words: textField({ label: "อาการที่เหลือ", question: "ตอนนี้ยังเป็นอย่างไรอยู่คะ", max: 1000, optional: true }) },
      }),
      primary: true,
      tells: [
        { to: assignee, event: "reopened" },
        { to: groupHead, event: "reopened" },
      ],
    },
    rate: {
      label: "ให้คะแนน",
      deed: "ให้คะแนน",
      reply: "ขอบคุณมากค่ะ {number} ปิดงานแล้ว",
      from: ["confirmed"],
      to: "closed",
      who: [requester],
      form: defineForm({
        id: "repair-rate",
        version: 1,
        title: "ความพึงพอใจ",
        fields: {
          stars: ratingField({ label: "คะแนน", question: "ให้คะแนนการซ่อมครั้งนี้กี่ดาวคะ" }),
          words: textField({ label: "ความเห็น", question: "อยากบอกอะไรช่างไหมคะ", max: 500, optional: true }),
        },
      }),
      primary: true,
    },
    "close-unanswered": {
      label: "ปิดงานอัตโนมัติ",
      deed: "ปิดงานเพราะไม่มีคำตอบ",
      reply: "",
      from: ["done"],
      to: "closed",
      who: [system],
    },
    "close-unrated": { label: "ปิดงานอัตโนมัติ", deed: "ปิดงาน", reply: "", from: ["confirmed"], to: "closed", who: [system] },
  },
});
