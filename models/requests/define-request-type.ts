import type { Category, Intent, Understanding, Urgency } from "#models/conversations/understanding.ts";
import type { Workflow } from "#models/workflows/define-workflow.ts";
import type { Answers, AnswersOf, Fields, Form } from "./define-form.ts";

/** One question of a form's conversation: a field in the order it is asked, with its own words where the field's do not do. */
export type AskStep = { field: string; question?: string };

/** How a form is filled in chat. */
export type FormConversation = {
  /** begins on an intent of understanding, or on words typed (whole message, or its start) */
  startsOn: { intents: Intent[]; phrases: string[] };
  /** said before the first question when nothing is known yet */
  opening: string;
  steps: AskStep[];
  /** the field that takes what is said besides any question: the story, in the person's own words */
  story?: string;
  /** what a sentence already says */
  prefill?(understood: Understanding, text: string): Answers;
  /** what a later typed answer to `field` says of fields that are not asked (category, urgency) */
  refine?(answers: Answers, field: string, understood: Understanding): Answers;
  /** offered for a field as one-tap answers, given what is known; only for fields that take any text */
  suggest?(field: string, answers: Answers): string[];
};

/** One thing that people can ask for: its form, the way it goes, the talk that fills it. */
export type RequestType = {
  form: Form;
  workflow: Workflow;
  conversation: FormConversation;
  /** Thai and ASCII code of its numbers: ซ-2570-000123, REP-2570-000123 */
  code: { thai: string; ascii: string };
  /** "แจ้งซ่อม": on tiles, buttons and cards */
  name: string;
  /** one line that tells this request from others */
  subject(answers: Answers): string;
  category(answers: Answers): Category;
  urgency(answers: Answers): Urgency;
  /** the manual's process it counts for */
  process(answers: Answers): number | null;
};

type RequestTypeInput<F extends Fields> = Omit<RequestType, "form" | "subject" | "category" | "urgency" | "process" | "conversation"> & {
  form: Form<F>;
  conversation: Omit<FormConversation, "steps" | "story" | "prefill"> & {
    steps: { field: keyof F & string; question?: string }[];
    story?: keyof F & string;
    prefill?(understood: Understanding, text: string): AnswersOf<F>;
  };
  subject(answers: AnswersOf<F>): string;
  category?(answers: AnswersOf<F>): Category;
  urgency?(answers: AnswersOf<F>): Urgency;
  process?(answers: AnswersOf<F>): number | null;
};

/** Defines a request type; a field that the form lacks does not compile. */
export function defineRequestType<F extends Fields>(input: RequestTypeInput<F>): RequestType {
  const erased = input as unknown as RequestType;
  return {
    ...erased,
    category: erased.category ?? (() => "other"),
    urgency: erased.urgency ?? (() => "normal"),
    process: erased.process ?? (() => null),
  };
}
