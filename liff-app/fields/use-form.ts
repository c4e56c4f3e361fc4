import { computed, nextTick, reactive, ref, shallowReactive } from "vue";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { type Answers, type Form, isShown, type Known } from "#models/requests/define-form.ts";
import { type ParsedAnswers, parseAnswers } from "#models/requests/parse-answers.ts";
import { liveRules } from "./live-rules.ts";
import { expectation, isTooLong, readAnswers, readTyped } from "./read-typed.ts";

export type FormState = ReturnType<typeof useForm>;

/**
 * A form being filled: its answers as typed, and what is wrong with them by the same gate as the server's. A problem shows
 * once its field was left, one of too many characters at once, a rule across fields as soon as those it looks at are filled,
 * and all of them once it was tried to send.
 */
export function useForm(form: Form, initial: Answers = {}) {
  const answers = shallowReactive<Answers>({ ...initial });
  const left = reactive(new Set<string>());
  const wasTried = ref(false);
  /** what the server found wrong; gone with the next change of that field */
  const refused = shallowReactive<Record<string, string>>({});

  const read = computed(() => readAnswers(form, answers, new Date()));
  const parsed = computed(() => parseAnswers(form, read.value, known()));
  const shownKeys = computed(() => Object.keys(form.fields).filter((key) => isShown(form, key, read.value)));
  const open = computed(() => new Set(parsed.value.ok ? [] : parsed.value.problems.map(({ field }) => field)));
  const rules = computed(() => liveRules(form, read.value, known(), (key) => wasTried.value || left.has(key)));
  const errors = computed(() => ({ ...rules.value, ...visibleProblems(), ...refused }));
  const isDone = (key: string) => read.value[key] !== undefined && !open.value.has(key) && rules.value[key] === undefined;
  const progress = computed(() => {
    const required = shownKeys.value.filter((key) => !form.fields[key]?.optional);
    // Each line of a grid is a question of its own.
    const count = (key: string) => form.fields[key]?.items?.length ?? 1;
    const done = (key: string) => (isDone(key) ? count(key) : form.fields[key]?.items ? ratedIn(answers[key]) : 0);
    const sum = (of: (key: string) => number) => required.reduce((total, key) => total + of(key), 0);
    return { done: sum(done), total: sum(count) };
  });

  function visibleProblems(): Record<string, string> {
    if (parsed.value.ok) return {};
    const visible = parsed.value.problems.filter(
      ({ field }) => wasTried.value || isTooLong(form.fields[field], answers[field]) || (left.has(field) && field in read.value),
    );
    return Object.fromEntries(visible.map(({ field, message }) => [field, better(field) ?? message]));
  }

  /** The field's own words for what it expects say more than the gate's. */
  function better(key: string): string | null {
    const field = form.fields[key];
    return field ? expectation(field, answers[key], new Date()) : null;
  }

  function change(key: string, value: unknown): void {
    delete refused[key];
    if (value === undefined) delete answers[key];
    else answers[key] = value;
  }

  function leave(key: string): void {
    const field = form.fields[key];
    if (field && key in answers) change(key, readTyped(field, answers[key], new Date()));
    left.add(key);
  }

  /** Shows every problem; the answers to send when there is none. */
  function tryToSend(): ParsedAnswers {
    wasTried.value = true;
    return parsed.value;
  }

  function refuse(fields: Readonly<Record<string, string>>): void {
    Object.assign(refused, fields);
  }

  /** Others' newer answers take the place of these. */
  function replace(newer: Answers): void {
    for (const key of Object.keys(answers)) if (!(key in newer)) delete answers[key];
    Object.assign(answers, newer);
  }

  return { form, answers, shownKeys, errors, progress, change, leave, tryToSend, refuse, replace };
}

/** What rules look at besides the answers, as far as a page knows it. */
const known = (): Known => ({ today: bangkokDate(new Date()) });

const controls = "input:not([type=file]), textarea, select, button";

/** Leads to the first field with a problem: focus, and in sight. In a table of rows to the cell itself. */
export async function focusFirstProblem(root: HTMLElement | null): Promise<void> {
  await nextTick();
  const row = root?.querySelector("[data-problem]");
  const control = ["[aria-invalid=true]", controls, "input"].map((one) => row?.querySelector<HTMLElement>(one)).find(Boolean);
  control?.focus({ preventScroll: true });
  (control?.closest("li") ?? row)?.scrollIntoView({ block: "center" });
}

/** How many lines of a grid that is still being filled have their level. */
const ratedIn = (value: unknown): number => (typeof value === "object" && value !== null ? Object.keys(value).length : 0);
