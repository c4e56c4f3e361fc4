import { type DecisionStep, decisions, firstTells } from "./decisions.ts";
import { composeWorkflow, type State, type Transition, type Workflow } from "./define-workflow.ts";
import { director, groupStaff } from "./rule.ts";
import { cancelled, staffNotes } from "./staff-notes.ts";

const steps: [DecisionStep] = [{ id: "director", waits: "รอ ผอ. อนุมัติ", who: [director], does: "approve", signs: "ผู้อนุมัติ" }];

/** What a committee has worked out goes straight to the director. @param of the form's id */
export function committeeApproval(of: string, then: { label: string; next: string; staffNext: string }): Workflow {
  const decided = decisions(steps, { of, leadsTo: "approved" });
  const deciding = Object.keys(decided.states).filter((state) => !decided.states[state]?.final);
  const states: Record<string, State> = {
    ...decided.states,
    approved: { ...then, tone: "done", clock: "stops", final: true, makesRecord: true },
    cancelled,
  };

  const transitions: Record<string, Transition> = {
    ...decided.transitions,
    ...staffNotes(of, { open: deciding, ended: ["approved", "refused", "withdrawn", "cancelled"] }),
  };

  return composeWorkflow({
    id: of,
    version: 1,
    initial: decided.initial,
    worker: groupStaff,
    tells: firstTells(steps),
    states,
    transitions,
  });
}
