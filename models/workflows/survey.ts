import { lastDayOf } from "#models/requests/parts/last-day.ts";
import { type DecisionStep, decisions, firstTells } from "./decisions.ts";
import { composeWorkflow } from "./define-workflow.ts";
import { centreHead, groupHead, groupStaff, requester } from "./rule.ts";
import { cancelled, groupWorkers, staffNotes } from "./staff-notes.ts";

const step: DecisionStep = {
  id: "head",
  waits: "รอหัวหน้ากลุ่มเห็นชอบ",
  who: [groupHead, centreHead],
  does: "approve",
  signs: "หัวหน้ากลุ่มงาน",
};
const decided = decisions([step], { of: "survey", leadsTo: "collecting" });

/** A survey: seen by the head before anybody is asked, open until its last day or until staff close it, then kept with its results. */
export const surveyWorkflow = composeWorkflow({
  id: "survey",
  version: 1,
  initial: decided.initial,
  worker: groupStaff,
  tells: firstTells([step]),
  states: {
    ...decided.states,
    cancelled,
    collecting: {
      label: "เปิดรับคำตอบ",
      tone: "plain",
      next: "ส่งลิงก์ให้ผู้ตอบได้เลย แบบไม่ระบุชื่อดูผลได้เมื่อปิดรับแล้ว",
      staffNext: "ส่งลิงก์ให้ผู้ตอบ แล้วดูผล",
      clock: "stops",
      timeouts: [{ transition: "close-by-day", after: lastDayOf }],
    },
    closed: {
      label: "ปิดรับคำตอบแล้ว",
      tone: "done",
      next: "ดูผลและทำรายงานต่อได้เลย",
      staffNext: "นำผลไปทำรายงาน",
      clock: "stops",
      final: true,
      makesRecord: true,
    },
  },
  transitions: {
    ...decided.transitions,
    close: {
      label: "ปิดรับคำตอบ",
      deed: "ปิดรับคำตอบ",
      reply: "ปิดรับคำตอบ {number} แล้วค่ะ ดูผลได้เลย",
      from: ["collecting"],
      to: "closed",
      who: [requester, ...groupWorkers],
      confirm: "ปิดรับคำตอบ {number} ใช่ไหมคะ ปิดแล้วเปิดรับอีกไม่ได้",
      primary: true,
      tells: [{ to: requester, event: "result" }],
    },
    "close-by-day": {
      label: "ปิดรับคำตอบตามกำหนด",
      deed: "ปิดรับคำตอบตามกำหนด",
      reply: "",
      from: ["collecting"],
      to: "closed",
      who: [{ who: "system" }],
      tells: [{ to: requester, event: "result" }],
    },
    ...staffNotes("survey", { open: [decided.initial, "returned", "collecting"], ended: ["closed", "refused", "withdrawn", "cancelled"] }),
  },
});

/** In which states of this workflow answers are taken, and in which it is over. */
export const surveyStates = { takesAnswersIn: ["collecting"], endedIn: ["closed"] };
