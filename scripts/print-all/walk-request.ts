import { bangkokDate, fiscalYear } from "#models/fields/thai/bangkok.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { filedAnswers, parseAnswers } from "#models/requests/parse-answers.ts";
import type { EntryOnPaper, RequestOnPaper } from "#models/requests/request-on-paper.ts";
import { groupOf } from "#models/requests/routing.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import { applyTransition, type RequestFacts, whyNot } from "#models/workflows/engine.ts";
import { openCalendar } from "#models/workflows/office-calendar.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { inventedStaff, inventedTeacher, whoDoes } from "./invented-people.ts";
import { plausibleAnswers } from "./plausible-answers.ts";

/** As long as no story is: a workflow that goes round ends here. */
const mostSteps = 20;
/** Office hours between one step and the next. */
const stepMinutes = 150;
const calendar = openCalendar({ opens: "08:30", closes: "16:30", days: [1, 2, 3, 4, 5] }, new Set());

type Step = { id: string; transition: Transition; actor: Actor };

/**
 * A request of that type as it would stand when all has gone its way: filed with the answers, then each state left by its first
 * button, by invented people. Nothing is stored.
 */
export function walkRequest(type: RequestType, given: Answers, filedAt: Date): RequestOnPaper {
  const { form, workflow } = type;
  const parsed = parseAnswers(form, given, { today: bangkokDate(filedAt) });
  if (!parsed.ok) throw new Error(`form ${form.id} refuses its example: ${JSON.stringify(parsed.problems)}`);
  const requester = type.openTo === "staff" ? inventedStaff : inventedTeacher;
  let facts = firstFacts(type, parsed.answers, requester, filedAt);
  const entries: EntryOnPaper[] = [{ ...entryOf(requester, filedAt), transition: "submit", deed: "แจ้งเรื่อง" }];
  const been = new Set([facts.state]);
  let assignee: Actor | null = null;
  for (let at = filedAt; entries.length < mostSteps; ) {
    at = calendar.addWorkingTime(at, stepMinutes);
    const step = nextStep(type, facts, been, at);
    if (!step) break;
    const answers = step.transition.form ? plausibleAnswers(step.transition.form) : {};
    const applied = applyTransition({ workflow, form, transition: step.id, actor: step.actor, request: facts, answers, now: at });
    if (!applied.ok) throw new Error(`workflow ${workflow.id} refuses "${step.id}": ${JSON.stringify(applied.refusal)}`);
    const filed = step.transition.form ? filedAnswers(step.transition.form, applied.answers) : [];
    entries.push({ ...entryOf(step.actor, at), transition: step.id, deed: step.transition.deed, filed });
    facts = { ...facts, ...applied.change, answers: { ...facts.answers, ...applied.amended } };
    if (facts.assigneeId) assignee = whoDoes([{ who: "assignee" }], facts);
    been.add(facts.state);
  }
  return {
    id: "sample",
    formId: form.id,
    number: `${type.code.thai}-${fiscalYear(filedAt)}-000123`,
    year: fiscalYear(filedAt),
    group: facts.group,
    process: type.process(parsed.answers),
    state: facts.state,
    isOpen: workflow.states[facts.state]?.final !== true,
    requester: { name: requester.name, position: requester.position, phone: "081-234-5678" },
    school: type.openTo === "staff" ? "ศูนย์ ICT" : "โรงเรียนบ้านตัวอย่าง",
    assignee: assignee && { name: assignee.name, position: assignee.position },
    answers: facts.answers,
    filed: filedAnswers(form, facts.answers),
    filedAt,
    filedBy: null,
    signedAt: filedAt,
    finishBy: calendar.addWorkingDays(filedAt, 5),
    files: sampleFiles(type, facts.answers),
    entries,
    official: type.memo ? { number: "ศธ 04000.12/45", date: "2026-11-24" } : null,
  };
}

function firstFacts(type: RequestType, answers: Answers, requester: Actor, filedAt: Date): RequestFacts {
  return {
    requesterId: requester.personId,
    filedById: requester.personId,
    assigneeId: null,
    group: type.group?.(answers) ?? groupOf(type.category(answers)),
    zone: null,
    schoolCode: requester.schoolCode,
    system: type.system?.(answers) ?? null,
    state: type.workflow.initial,
    previousState: null,
    stateSince: filedAt,
    answers,
  };
}

const entryOf = ({ name, position }: Actor, at: Date) => ({ at, by: { name, position }, filed: [], isStaffOnly: false });

/** What is done next when nothing goes wrong: on to a state where it has not been, by a first button where there is one. */
function nextStep({ workflow }: RequestType, facts: RequestFacts, been: ReadonlySet<string>, at: Date): Step | null {
  const steps = Object.entries(workflow.transitions).flatMap(([id, transition]): Step[] => {
    const { to, decides, rewrites, who } = transition;
    if (typeof to !== "string" || been.has(to) || rewrites || decides === "return" || decides === "refuse") return [];
    const actor = whoDoes(who, facts);
    return actor && whyNot(workflow, id, actor, facts, at) === null ? [{ id, transition, actor }] : [];
  });
  const isFinal = ({ transition: { to } }: Step) => typeof to === "string" && workflow.states[to]?.final === true;
  return steps.find(({ transition }) => transition.primary) ?? steps.find((step) => !isFinal(step)) ?? null;
}

function sampleFiles({ form }: RequestType, answers: Answers): RequestOnPaper["files"] {
  return Object.entries(form.fields).flatMap(([key, { kind, label }]) => {
    const ids = answers[key];
    if (!Array.isArray(ids) || (kind !== "files" && kind !== "photos")) return [];
    return ids.map((_, at) => ({ label, name: kind === "files" ? `เอกสารตัวอย่าง-${at + 1}.pdf` : "" }));
  });
}
