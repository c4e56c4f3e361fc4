import { lastDayOf } from "#models/requests/parts/last-day.ts";
import { type DecisionStep, decisions, firstTells } from "#models/workflows/decisions.ts";
import { composeWorkflow } from "#models/workflows/define-workflow.ts";
import { centreHead, director, groupHead, groupStaff, requester, schoolDirector, system } from "#models/workflows/rule.ts";
import { cancelled, groupWorkers, heads, reasonForm, staffNotes } from "#models/workflows/staff-notes.ts";

const id = "id_card_request";

// Where a school has no director here, or the requester is of the office, the head of the group answers for them. The others step in
// for a head's own request.
const steps: [DecisionStep, DecisionStep] = [
  { id: "endorser", waits: "รอผู้บังคับบัญชารับรอง", who: [schoolDirector, ...heads], does: "endorse", signs: "ผู้รับรอง" },
  { id: "head", waits: "รอหัวหน้าศูนย์อนุมัติ", who: [centreHead, groupHead, director], does: "approve", signs: "ผู้อนุมัติ" },
];
const decided = decisions(steps, { of: id, leadsTo: "issued" });
const deciding = ["waiting-endorser", "waiting-head", "returned"];

export const idCardRequestWorkflow = composeWorkflow({
  id,
  version: 1,
  initial: decided.initial,
  worker: groupStaff,
  tells: firstTells(steps),
  states: {
    ...decided.states,
    issued: {
      label: "ออกบัตรแล้ว",
      tone: "done",
      next: "เปิดบัตรดูได้ในเรื่องนี้ รหัสผ่านรับจากผู้ดูแลระบบโดยตรง",
      staffNext: "บัตรใช้ได้จนพ้นวันสุดท้าย หรือจนเพิกถอน",
      clock: "stops",
      final: true,
      makesRecord: true,
      timeouts: [{ transition: "expire", after: lastDayOf }],
    },
    expired: { label: "บัตรหมดอายุ", tone: "muted", next: "ต่ออายุได้จากเรื่องนี้", staffNext: "จบเรื่องแล้ว", clock: "stops", final: true },
    revoked: {
      label: "เพิกถอนบัตรแล้ว",
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
    ...decided.transitions,
    revoke: {
      label: "เพิกถอนบัตร",
      deed: "เพิกถอนบัตร",
      reply: "เพิกถอนบัตร {number} แล้วค่ะ",
      from: ["issued"],
      to: "revoked",
      who: groupWorkers,
      form: reasonForm("id_card_request-revoke", "เพิกถอนบัตร", "เพิกถอนเพราะอะไรคะ"),
      signs: "ผู้เพิกถอน",
      tells: [{ to: requester, event: "result" }],
    },
    "give-up": {
      label: "คืนบัตร",
      deed: "คืนบัตร",
      reply: "ปิดบัตร {number} แล้วค่ะ ขอใหม่ได้ทุกเมื่อ",
      from: ["issued"],
      to: "revoked",
      who: [requester],
      confirm: "คืนบัตร {number} และเลิกใช้ใช่ไหมคะ",
      tells: [{ to: groupHead, event: "progress" }],
    },
    expire: {
      label: "บัตรหมดอายุ",
      deed: "บัตรหมดอายุ",
      reply: "",
      from: ["issued"],
      to: "expired",
      who: [system],
      tells: [{ to: requester, event: "progress" }],
    },
    ...staffNotes(id, { open: deciding, ended: ["issued", "expired", "revoked", "refused", "withdrawn", "cancelled"] }),
  },
});
