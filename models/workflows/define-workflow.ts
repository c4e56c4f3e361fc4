import type { Tone } from "#models/messages/message.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import type { Rule } from "./rule.ts";

/**
 * What a notice is about; bot/notifications decides by it, the urgency, the role and the plan how it travels.
 * new-work: a job nobody has · assigned: yours now · reopened · asked: your word is wanted · answered: the word came ·
 * result: it is done, look · progress: it moved · decision: your decision is wanted · deadline: a true deadline
 */
export const noticeEvents = [
  "new-work",
  "assigned",
  "reopened",
  "asked",
  "answered",
  "result",
  "progress",
  "decision",
  "deadline",
] as const;
export type NoticeEvent = (typeof noticeEvents)[number];

export type Tell = { to: Rule; event: NoticeEvent };

/**
 * What happens by itself when a state lasts: `workingDays` after it was entered, or was shown to the person asked; or when the day
 * is over that the request's answer names (a loan's return, a card's last day).
 */
export type Timeout =
  | { transition: string; workingDays: number; since: "entered" | "shown" }
  /** `since`: the day the state was entered, ISO */
  | { transition: string; after(answers: Answers, since?: string): string | null };

export type State = {
  label: string;
  tone: Tone;
  /** what comes next, in the requester's words */
  next: string;
  /** the same for those who do the work, where it differs */
  staffNext?: string;
  /** the requester will have questions: their card leads to the office */
  offersContact?: true;
  /** whether the promised time runs */
  clock: "runs" | "stops";
  /** nothing is expected any more */
  final?: true;
  /** work has not begun: the job still is news to those who could take it */
  untouched?: true;
  /** whose word the state waits for, by which transitions */
  asks?: { of: Rule; question: string; transitions: string[] };
  /** entered by a last decision: the paper of record is made and kept */
  makesRecord?: true;
  timeouts?: Timeout[];
};

/** approve: it may go on · endorse: in order, on to who decides · acknowledge: seen · return: to be mended · refuse: no */
export const decisions = ["approve", "endorse", "acknowledge", "return", "refuse"] as const;
export type Decision = (typeof decisions)[number];

export type Transition = {
  /** on the button */
  label: string;
  /** in the timeline: "รับเรื่อง" */
  deed: string;
  /** what the actor hears; `{number}` and `{state}` are filled in */
  reply: string;
  from: string[];
  /** a state, or: stay where it is, or back to where it was before the present state */
  to: string | { stay: true } | { back: true };
  who: Rule[];
  form?: Form;
  /** its form is the request's own: the answers take the place of those filed */
  rewrites?: true;
  /** only for a request with such answers (a loan that leaves the school, a purchase over a limit) */
  only?(answers: Answers): boolean;
  /** a decision, bound to the answers that were seen */
  decides?: Decision;
  /** as whom its actor signs on paper: ผู้สั่งจ่าย, ผู้ตรวจรับ */
  signs?: string;
  /** asked before it is done */
  confirm?: string;
  /** only so many days after the state was entered */
  within?: { days: number };
  /** only while the request has never been elsewhere than in `from`: a job handed on after work began stands there anew */
  neverLeft?: true;
  /** who has the work afterwards: the actor, nobody, or the person of that answer */
  assigns?: "actor" | "nobody" | { answer: string };
  /** answers of the transition's form that replace the request's own: { transition's field: request's field } */
  amends?: Record<string, string>;
  /** only staff see the entry */
  staffOnly?: true;
  tells?: Tell[];
  /** offered among the first buttons of a card */
  primary?: true;
};

export type Workflow = {
  id: string;
  version: number;
  initial: string;
  states: Record<string, State>;
  transitions: Record<string, Transition>;
  /** who is told of a new request */
  tells: Tell[];
  /** old state name → present one, for requests filed under earlier versions */
  renamed: Record<string, string>;
  /** takes up work for a person on whose behalf the request is kept: staff whose candidates new work is offered to */
  worker: Rule;
};

/**
 * Defines a workflow.
 * @throws when a name is unknown, a state cannot be reached, or a state that is not final has no way out
 */
export function defineWorkflow<const S extends Record<string, State>, const T extends Record<string, Transition>>(input: {
  id: string;
  version: number;
  initial: keyof S & string;
  states: S;
  transitions: { [K in keyof T]: T[K] & { from: (keyof S & string)[]; to: (keyof S & string) | { stay: true } | { back: true } } };
  tells: Tell[];
  renamed?: Record<string, keyof S & string>;
  worker: Rule;
}): Workflow {
  return composeWorkflow({ ...input, transitions: input.transitions as Record<string, Transition>, renamed: input.renamed ?? {} });
}

/**
 * Defines a workflow that is put together of parts, as of decisions and what follows them: their names are known only then.
 * @throws as defineWorkflow does
 */
export function composeWorkflow(input: Omit<Workflow, "renamed"> & { renamed?: Record<string, string> }): Workflow {
  const workflow: Workflow = { ...input, renamed: input.renamed ?? {} };
  const fault = findFault(workflow);
  if (fault) throw new Error(`workflow ${input.id}: ${fault}`);
  return workflow;
}

function findFault({ initial, states, transitions }: Workflow): string | null {
  const reached = new Set([initial]);
  const ways = Object.values(transitions);
  for (let grew = true; grew; ) {
    const before = reached.size;
    for (const t of ways) if (typeof t.to === "string" && t.from.some((s) => reached.has(s))) reached.add(t.to);
    grew = reached.size > before;
  }
  for (const [id, state] of Object.entries(states)) {
    if (!reached.has(id)) return `state "${id}" cannot be reached`;
    const leaves = ways.some((t) => t.from.includes(id) && (typeof t.to === "string" ? t.to !== id : "back" in t.to));
    if (!state.final && !leaves) return `state "${id}" is not final and has no way out`;
    const named = [...(state.asks?.transitions ?? []), ...(state.timeouts ?? []).map((t) => t.transition)];
    const lost = named.find((name) => !transitions[name]?.from.includes(id));
    if (lost) return `state "${id}" names "${lost}", which does not start there`;
    // Bound to the answers that were seen, and not one's own: that holds for decisions alone.
    const undecided = state.asks?.of.who === "role" ? state.asks.transitions.find((name) => !transitions[name]?.decides) : undefined;
    if (undecided) return `state "${id}" waits for a role's "${undecided}", which is no decision`;
  }
  for (const [id, t] of Object.entries(transitions)) {
    const unknown = [...t.from, ...(typeof t.to === "string" ? [t.to] : [])].find((s) => !states[s]);
    if (unknown) return `transition "${id}" names the state "${unknown}", which does not exist`;
    if (t.who.length === 0) return `transition "${id}" is open to nobody`;
    const isNews = t.tells?.some(({ event }) => event === "new-work") && typeof t.to === "string";
    if (isNews && !states[String(t.to)]?.untouched)
      return `transition "${id}" tells of new work in "${String(t.to)}", where work has begun`;
    if (t.rewrites && t.form) return `transition "${id}" both rewrites the request and has a form of its own`;
  }
  return null;
}
