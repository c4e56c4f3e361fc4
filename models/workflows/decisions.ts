import { textField } from "#models/fields/kinds/text.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { defineForm } from "#models/requests/define-form.ts";
import type { Decision, State, Tell, Transition } from "./define-workflow.ts";
import { type Rule, requester } from "./rule.ts";

/** One person's decision in a row of them. */
export type DecisionStep = {
  /** its state is `waiting-<id>`, its transitions `<id>-<decision>` */
  id: string;
  /** how it stands meanwhile: "รอหัวหน้ากลุ่มงานอนุมัติ" */
  waits: string;
  /** those who decide; the first is told and asked, the others may step in */
  who: [Rule, ...Rule[]];
  does: "approve" | "endorse" | "acknowledge";
  /** as whom they sign on paper */
  signs: string;
  /** passed over for other answers; not of the first */
  only?(answers: Answers): boolean;
};

type Words = { button: string; deed: string; reply: string; question: string };

const wordsOf: Record<DecisionStep["does"], Words> = {
  approve: { button: "อนุมัติ", deed: "อนุมัติ", reply: "บันทึกการอนุมัติ {number} แล้วค่ะ", question: "อนุมัติเรื่องนี้ไหมคะ" },
  endorse: { button: "เห็นชอบ", deed: "เห็นชอบ", reply: "บันทึกความเห็นชอบ {number} แล้วค่ะ", question: "เห็นชอบเรื่องนี้ไหมคะ" },
  acknowledge: { button: "ทราบ", deed: "รับทราบ", reply: "บันทึกว่าทราบ {number} แล้วค่ะ", question: "ขอให้รับทราบเรื่องนี้ค่ะ" },
};

const opinion = (id: string, title: string): Form =>
  defineForm({
    id,
    version: 1,
    title,
    fields: { words: textField({ label: "ความเห็น", question: "มีความเห็นเพิ่มเติมไหมคะ", max: 500, optional: true }) },
  }) as Form;

const reasonFor = (id: string, title: string, question: string): Form =>
  defineForm({ id, version: 1, title, fields: { reason: textField({ label: "เหตุผล", question, max: 500 }) } }) as Form;

export type Decided = { initial: string; states: Record<string, State>; transitions: Record<string, Transition> };

/**
 * The states and transitions of decisions in order: each decider approves (endorses, acknowledges), returns to be mended or, save where
 * it is only to be seen, refuses, with the reason. Until somebody has acted its requester may correct it; until the last word, withdraw.
 * A workflow is made of this and of what follows in the state `leadsTo`, which it defines itself.
 * @param of the form's id: its transitions' forms are named after it
 */
export function decisions(steps: [DecisionStep, ...DecisionStep[]], { of, leadsTo }: { of: string; leadsTo: string }): Decided {
  const [first] = steps;
  if (first.only) throw new Error(`decisions of ${of}: the first step "${first.id}" is for every request, it cannot be passed over`);
  const waiting = steps.map(({ id }) => `waiting-${id}`);
  const initial = `waiting-${first.id}`;
  const transitions: Record<string, Transition> = {};
  for (const at of steps.keys()) Object.assign(transitions, stepTransitions(steps, at, { of, leadsTo }));
  return {
    initial,
    states: {
      ...Object.fromEntries(steps.map((step, at) => [`waiting-${step.id}`, waitingState(step, at === 0, transitions)])),
      returned: {
        label: "ส่งกลับให้แก้ไข",
        tone: "waiting",
        next: "แก้ไขตามเหตุผลแล้วส่งใหม่ได้เลย",
        staffNext: "รอผู้ยื่นแก้ไข",
        clock: "stops",
        asks: { of: requester, question: "แก้ไขแล้วส่งใหม่ได้เลยค่ะ", transitions: ["resubmit", "withdraw"] },
      },
      ...(steps.some(({ does }) => does !== "acknowledge") ? { refused } : {}),
      withdrawn: { label: "ถอนเรื่องแล้ว", tone: "muted", next: "ยื่นใหม่ได้ทุกเมื่อ", staffNext: "จบเรื่องแล้ว", clock: "stops", final: true },
    },
    transitions: {
      ...transitions,
      resubmit: {
        label: "แก้ไขแล้วส่งใหม่",
        deed: "แก้ไขแล้วส่งใหม่",
        reply: "ส่ง {number} ใหม่แล้วค่ะ",
        from: ["returned"],
        to: initial,
        who: [requester],
        rewrites: true,
        primary: true,
        tells: asks(first),
      },
      correct: {
        label: "แก้ไขเรื่อง",
        deed: "แก้ไขเรื่อง",
        reply: "แก้ไข {number} แล้วค่ะ",
        from: [initial],
        neverLeft: true,
        to: { stay: true },
        who: [requester],
        rewrites: true,
      },
      withdraw: {
        label: "ถอนเรื่อง",
        deed: "ถอนเรื่อง",
        reply: "ถอน {number} แล้วค่ะ ยื่นใหม่ได้ทุกเมื่อ",
        from: [...waiting, "returned"],
        to: "withdrawn",
        who: [requester],
        confirm: "ถอนเรื่อง {number} ใช่ไหมคะ",
      },
    },
  };
}

const asks = ({ who }: DecisionStep): Tell[] => [{ to: who[0], event: "decision" }];

const refused: State = {
  label: "ไม่อนุมัติ",
  tone: "muted",
  next: "ดูเหตุผลได้ในเรื่องนี้ ยื่นใหม่ได้เมื่อพร้อม",
  staffNext: "จบเรื่องแล้ว",
  clock: "stops",
  final: true,
  makesRecord: true,
};

/** Who is told of a new request that begins with these decisions. */
export const firstTells = ([first]: [DecisionStep, ...DecisionStep[]]): Tell[] => asks(first);

function waitingState({ id, waits, who, does }: DecisionStep, isFirst: boolean, transitions: Record<string, Transition>): State {
  const own = Object.entries(transitions).filter(([, { from, decides }]) => decides && from.includes(`waiting-${id}`));
  return {
    label: waits,
    tone: "waiting",
    next: `${waits} จะแจ้งผลให้ทราบ`,
    staffNext: waits,
    clock: "runs",
    ...(isFirst ? { untouched: true as const } : {}),
    asks: { of: who[0], question: wordsOf[does].question, transitions: own.map(([name]) => name) },
  };
}

/** Where a decision leads: the steps after it up to the first that is for every request, each for its answers; at last to `leadsTo`. */
function ways(
  steps: DecisionStep[],
  at: number,
  leadsTo: string,
): { to: string; next: DecisionStep | null; only?(answers: Answers): boolean }[] {
  const found: { to: string; next: DecisionStep | null; only?(answers: Answers): boolean }[] = [];
  const passed: NonNullable<DecisionStep["only"]>[] = [];
  for (const next of steps.slice(at + 1)) {
    const { only } = next;
    const before = [...passed];
    const isFree = before.length === 0 && !only;
    found.push({
      to: `waiting-${next.id}`,
      next,
      ...(isFree ? {} : { only: (answers: Answers) => before.every((holds) => !holds(answers)) && (only?.(answers) ?? true) }),
    });
    if (!only) return found;
    passed.push(only);
  }
  const all = [...passed];
  found.push({ to: leadsTo, next: null, ...(all.length > 0 ? { only: (answers: Answers) => all.every((holds) => !holds(answers)) } : {}) });
  return found;
}

function stepTransitions(steps: DecisionStep[], at: number, { of, leadsTo }: { of: string; leadsTo: string }): Record<string, Transition> {
  const step = steps[at];
  if (!step) return {};
  const { id, who, does, signs } = step;
  const words = wordsOf[does];
  const from = [`waiting-${id}`];
  const onwards = ways(steps, at, leadsTo).map(({ to, next, only }, way): [string, Transition] => [
    way === 0 ? `${id}-${does}` : `${id}-${does}-to-${next?.id ?? "end"}`,
    {
      label: words.button,
      deed: words.deed,
      reply: words.reply,
      from,
      to,
      who: [...who],
      form: opinion(`${of}-${id}-${does}`, words.button),
      decides: does,
      signs,
      primary: true,
      ...(only ? { only } : {}),
      tells: next ? [...asks(next), { to: requester, event: "progress" }] : [{ to: requester, event: "result" }],
    },
  ]);
  return { ...Object.fromEntries(onwards), ...turnedDown(step, of) };
}

function turnedDown({ id, who, does }: DecisionStep, of: string): Record<string, Transition> {
  const from = [`waiting-${id}`];
  const decision = (decides: Decision, label: string, to: string, form: Form): Transition => ({
    label,
    deed: label,
    reply: `บันทึกแล้วค่ะ {number} ${label}`,
    from,
    to,
    who: [...who],
    form,
    decides,
    tells: [{ to: requester, event: decides === "return" ? "asked" : "result" }],
  });
  const back = decision("return", "ส่งกลับให้แก้ไข", "returned", reasonFor(`${of}-${id}-return`, "ส่งกลับให้แก้ไข", "ให้แก้ไขเรื่องอะไรคะ"));
  const no = decision("refuse", "ไม่อนุมัติ", "refused", reasonFor(`${of}-${id}-refuse`, "ไม่อนุมัติ", "ไม่อนุมัติเพราะอะไรคะ"));
  return { [`${id}-return`]: back, ...(does === "acknowledge" ? {} : { [`${id}-refuse`]: no }) };
}
