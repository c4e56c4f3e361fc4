import { type DecisionStep, decisions, firstTells } from "./decisions.ts";
import { composeWorkflow, type Workflow } from "./define-workflow.ts";
import { centreHead, director, groupHead, groupStaff } from "./rule.ts";
import { cancelled, staffNotes } from "./staff-notes.ts";

/** A report on its way: seen by one person, who may send it back to be mended, and from then on kept as it is. */
function acknowledgement(id: string, step: DecisionStep, seen: string): Workflow {
  const decided = decisions([step], { of: id, leadsTo: "acknowledged" });
  return composeWorkflow({
    id,
    version: 1,
    initial: decided.initial,
    worker: groupStaff,
    tells: firstTells([step]),
    states: {
      ...decided.states,
      cancelled,
      acknowledged: {
        label: seen,
        tone: "done",
        next: "เก็บเป็นเอกสารของสำนักงานแล้ว พิมพ์ได้ทุกเมื่อ",
        staffNext: "จบเรื่องแล้ว",
        clock: "stops",
        final: true,
        makesRecord: true,
      },
    },
    transitions: {
      ...decided.transitions,
      ...staffNotes(id, { open: [decided.initial, "returned"], ended: ["acknowledged", "withdrawn", "cancelled"] }),
    },
  });
}

/** Reports and records that the director is to have seen (ทราบ). */
export const directorAcknowledges = acknowledgement(
  "director-acknowledges",
  { id: "director", waits: "รอ ผอ. รับทราบ", who: [director], does: "acknowledge", signs: "ผู้อำนวยการเขตพื้นที่การศึกษา" },
  "ผอ. รับทราบแล้ว",
);

/** What schools and staff tell the group of work: its head has seen it. */
export const headAcknowledges = acknowledgement(
  "head-acknowledges",
  { id: "head", waits: "รอหัวหน้ากลุ่มรับทราบ", who: [groupHead, centreHead, director], does: "acknowledge", signs: "หัวหน้ากลุ่มงาน" },
  "หัวหน้ากลุ่มรับทราบแล้ว",
);
