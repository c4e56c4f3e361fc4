import { dateField } from "#models/fields/kinds/date.ts";
import { textField } from "#models/fields/kinds/text.ts";
import { defineForm, type Form } from "#models/requests/define-form.ts";
import { lastDayOf } from "#models/requests/parts/last-day.ts";
import { type DecisionStep, decisions, firstTells } from "#models/workflows/decisions.ts";
import { composeWorkflow } from "#models/workflows/define-workflow.ts";
import { centreHead, dataOwner, director, groupHead, groupStaff, requester, system } from "#models/workflows/rule.ts";
import { cancelled, givingUp, groupWorkers, reasonForm, staffNotes, tellingOn } from "#models/workflows/staff-notes.ts";

const id = "access_request";

// A system without an owner here is answered for by the head of the centre, whose own request by the head of the group.
const steps: [DecisionStep, DecisionStep] = [
  { id: "owner", waits: "รอเจ้าของข้อมูลเห็นชอบ", who: [dataOwner, centreHead, groupHead], does: "endorse", signs: "เจ้าของข้อมูล" },
  { id: "director", waits: "รอ ผอ. อนุมัติ", who: [director], does: "approve", signs: "ผู้อำนวยการเขตพื้นที่การศึกษา" },
];
const decided = decisions(steps, { of: id, leadsTo: "approved" });
const deciding = ["waiting-owner", "waiting-director", "returned"];

const opened = defineForm({
  id: "access_request-grant",
  version: 1,
  title: "เปิดสิทธิ",
  fields: {
    rights: textField({
      label: "สิทธิที่เปิด",
      question: "เปิดสิทธิอะไรให้คะ",
      help: "เช่น อ่านรายงานจำนวนนักเรียนใน DMC ไม่ต้องใส่รหัสผ่านค่ะ",
      max: 500,
    }),
    on: dateField({ label: "วันที่เปิดสิทธิ", question: "เปิดสิทธิวันไหนคะ", past: true }),
  },
}) as Form;

export const accessRequestWorkflow = composeWorkflow({
  id,
  version: 1,
  initial: decided.initial,
  worker: groupStaff,
  tells: firstTells(steps),
  states: {
    ...decided.states,
    approved: {
      label: "อนุมัติแล้ว รอเปิดสิทธิ",
      tone: "plain",
      next: "เจ้าหน้าที่จะเปิดสิทธิและแจ้งให้ทราบ",
      staffNext: "เปิดสิทธิในระบบ แล้วบันทึก",
      clock: "runs",
      untouched: true,
      makesRecord: true,
      // A right that nobody opened in time is none any more.
      timeouts: [{ transition: "lapse", after: lastDayOf }],
    },
    granted: {
      label: "เปิดสิทธิแล้ว",
      tone: "done",
      next: "ใช้ได้ถึงวันสุดท้ายที่ขอ รหัสผ่านรับจากผู้ดูแลระบบโดยตรง",
      staffNext: "สิทธิใช้ได้จนพ้นวันสุดท้าย หรือจนเพิกถอน",
      clock: "stops",
      final: true,
      timeouts: [{ transition: "end", after: lastDayOf }],
    },
    ended: {
      label: "สิทธิสิ้นสุดแล้ว",
      tone: "muted",
      next: "ต้องใช้ต่อ ยื่นขอใหม่จากเรื่องนี้ได้",
      staffNext: "ตรวจว่าปิดสิทธิในระบบแล้ว",
      clock: "stops",
      final: true,
    },
    revoked: {
      label: "เพิกถอนสิทธิแล้ว",
      tone: "muted",
      next: "ดูเหตุผลได้ในเรื่องนี้ สอบถามศูนย์ ICT ได้",
      staffNext: "จบเรื่องแล้ว",
      clock: "stops",
      final: true,
      offersContact: true,
    },
    cancelled,
  },
  transitions: {
    ...tellingOn(decided.transitions, "approved", [{ to: groupStaff, event: "new-work" }]),
    grant: {
      label: "เปิดสิทธิ",
      deed: "เปิดสิทธิ",
      reply: "บันทึกการเปิดสิทธิ {number} แล้วค่ะ",
      from: ["approved"],
      to: "granted",
      who: [...groupWorkers, dataOwner],
      form: opened,
      assigns: "actor",
      signs: "ผู้เปิดสิทธิ",
      primary: true,
      tells: [{ to: requester, event: "result" }],
    },
    revoke: {
      label: "เพิกถอนสิทธิ",
      deed: "เพิกถอนสิทธิ",
      reply: "เพิกถอนสิทธิ {number} แล้วค่ะ",
      from: ["granted"],
      to: "revoked",
      who: [...groupWorkers, dataOwner],
      form: reasonForm("access_request-revoke", "เพิกถอนสิทธิ", "เพิกถอนเพราะอะไรคะ"),
      signs: "ผู้เพิกถอน",
      tells: [{ to: requester, event: "result" }],
    },
    "hand-back": {
      label: "คืนสิทธิ",
      deed: "คืนสิทธิก่อนกำหนด",
      reply: "บันทึกการคืนสิทธิ {number} แล้วค่ะ",
      from: ["granted"],
      to: "ended",
      who: [requester],
      confirm: "คืนสิทธิ {number} และเลิกใช้ข้อมูลใช่ไหมคะ",
      tells: [
        { to: dataOwner, event: "progress" },
        { to: groupStaff, event: "progress" },
      ],
    },
    end: {
      label: "สิทธิสิ้นสุด",
      deed: "สิทธิสิ้นสุดตามกำหนด",
      reply: "",
      from: ["granted"],
      to: "ended",
      who: [system],
      tells: [
        { to: requester, event: "progress" },
        { to: groupStaff, event: "progress" },
      ],
    },
    lapse: {
      label: "พ้นกำหนดที่ขอ",
      deed: "พ้นกำหนดก่อนเปิดสิทธิ",
      reply: "",
      from: ["approved"],
      to: "ended",
      who: [system],
      tells: [{ to: requester, event: "result" }],
    },
    "give-up": givingUp(["approved"]),
    ...staffNotes(id, { open: [...deciding, "approved"], ended: ["granted", "ended", "revoked", "refused", "withdrawn", "cancelled"] }),
  },
});
