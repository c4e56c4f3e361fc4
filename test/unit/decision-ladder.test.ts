import { describe, expect, it } from "vitest";
import { borrowWorkflow } from "#models/requests/borrow/borrow.workflow.ts";
import { decisionLadder } from "#models/workflows/decision-ladder.ts";
import { type DecisionStep, decisions, firstTells } from "#models/workflows/decisions.ts";
import { composeWorkflow } from "#models/workflows/define-workflow.ts";
import { director, groupHead, groupStaff } from "#models/workflows/rule.ts";

const steps: [DecisionStep, ...DecisionStep[]] = [
  { id: "head", waits: "รอหัวหน้า", who: [groupHead], does: "endorse", signs: "หัวหน้า" },
  { id: "plan", waits: "รอกลุ่มแผน", who: [groupHead], does: "endorse", signs: "แผน", only: ({ sum }) => Number(sum) > 1000 },
  { id: "director", waits: "รอ ผอ.", who: [director], does: "approve", signs: "ผอ." },
];
const decided = decisions(steps, { of: "ladder", leadsTo: "approved" });
const workflow = composeWorkflow({
  id: "ladder",
  version: 1,
  initial: decided.initial,
  worker: groupStaff,
  tells: firstTells(steps),
  states: { ...decided.states, approved: { label: "อนุมัติแล้ว", tone: "done", next: "", clock: "stops", final: true } },
  transitions: decided.transitions,
});
const at = new Date("2026-11-24T02:30:00Z");
const deed = (transition: string) => ({
  transition,
  deed: workflow.transitions[transition]?.deed ?? transition,
  by: "คนตัวอย่าง",
  position: "",
  at,
});
const said = (state: string, sum: number, ...done: string[]) =>
  decisionLadder(workflow, { state, answers: { sum }, deeds: done.map(deed) }).map(({ standing, words }) => `${standing} ${words}`);

describe("the decisions of a request in order", () => {
  it("are those waited for, each only for such answers", () => {
    expect(said("waiting-head", 500)).toEqual(["now รอหัวหน้า", "ahead รอ ผอ."]);
    expect(said("waiting-head", 5000)).toEqual(["now รอหัวหน้า", "ahead รอกลุ่มแผน", "ahead รอ ผอ."]);
  });

  it("keep who decided, and end with the last word", () => {
    expect(said("waiting-director", 500, "head-endorse-to-director")).toEqual(["done เห็นชอบ", "now รอ ผอ."]);
    expect(said("refused", 500, "head-endorse-to-director", "director-refuse")).toEqual(["done เห็นชอบ", "turned-down ไม่อนุมัติ"]);
    expect(said("approved", 500, "head-endorse-to-director", "director-approve")).toEqual(["done เห็นชอบ", "done อนุมัติ"]);
  });

  it("begin anew once the answers were written anew", () => {
    expect(said("returned", 500, "head-return")).toEqual(["turned-down ส่งกลับให้แก้ไข"]);
    expect(said("waiting-head", 500, "head-return", "resubmit")).toEqual(["now รอหัวหน้า", "ahead รอ ผอ."]);
  });

  it("end where nobody is asked: what is lent waits for no word until its borrower asks for longer", () => {
    const loan = (state: string) => decisionLadder(borrowWorkflow, { state, answers: {}, deeds: [] }).map(({ words }) => words);
    expect(loan("waiting-head")).toEqual(["รอหัวหน้ากลุ่มงานอนุมัติ"]);
    expect(loan("lent")).toEqual([]);
    expect(loan("overdue")).toEqual([]);
    expect(loan("extension-asked")).toEqual(["ขอยืมต่อ รอพิจารณา"]);
  });
});
