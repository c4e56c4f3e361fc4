import type { Category, Intent, Understanding, Urgency } from "#models/conversations/understanding.ts";
import type { Survey, SurveyResults } from "#models/surveys/survey.ts";
import type { Workflow } from "#models/workflows/define-workflow.ts";
import type { Answers, AnswersOf, Fields, Form } from "./define-form.ts";

/** One question of a form's conversation: a field in the order it is asked, with its own words where the field's do not do. */
export type AskStep = { field: string; question?: string };

/** How a form is filled in chat. Without steps it is too long for that: the chat hands over to the mini-app, with what it knows. */
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
  /** the fields that take the day, or the first and last day, which the first sentence names */
  days?: { from: string; until?: string };
  /** what a later typed answer to `field` says of fields that are not asked (category, urgency) */
  refine?(answers: Answers, field: string, understood: Understanding): Answers;
  /** offered for a field as one-tap answers, given what is known; only for fields that take any text */
  suggest?(field: string, answers: Answers): string[];
};

/** What a request tells the one that goes on from it, besides its answers. */
export type Earlier = { number: string; subject: string; results: SurveyResults | null };

/** A request that this one grows out of: the form it goes on from, in which states, and what it already knows. */
export type Continuation = {
  from: string;
  /** states of the earlier request in which it is offered; without: any */
  states?: string[];
  /** answers of this form from the earlier one's; files among them are carried along. `results`: where the earlier one collected some */
  prefill(earlier: Answers, of: Earlier): Answers;
};

/** What a request says as a บันทึกข้อความ, besides its own table of answers. Sentences without the words that the layout adds. */
export type Memo = {
  /** เรื่อง */
  about(answers: Answers): string;
  /** ด้วย… / ตามที่…: why it is written, one paragraph */
  cause(answers: Answers): string;
  /** what it is meant to bring about, one paragraph */
  purpose(answers: Answers): string;
  /** จึงเรียนมาเพื่อ… */
  closing: "โปรดทราบ" | "โปรดพิจารณา" | "โปรดพิจารณาอนุมัติ";
};

/** A survey that a request holds: in which states it takes answers, in which it has ended, and what it asks of whom. */
export type Collecting = { takesAnswersIn: string[]; endedIn: string[]; survey(answers: Answers): Survey };

/** An output that is issued on a state: a card that is shown with a code and checked. Its titles in the manual are claimed here. */
export type IssuedCard = {
  manualTitles: string[];
  name: string;
  /** the states in which it is valid */
  validIn: string[];
  rows(answers: Answers): { label: string; value: string }[];
  /** the first and the last day it is valid, YYYY-MM-DD */
  from?(answers: Answers): string | null;
  until(answers: Answers): string | null;
};

/** Pictograms of the mini-app that a request can go by. */
export const requestIcons = [
  "repair",
  "supplies",
  "cart",
  "borrow",
  "work",
  "spec",
  "compare",
  "card",
  "key",
  "summary",
  "study",
  "develop",
  "survey",
  "monitor",
  "report",
] as const;
export type RequestIcon = (typeof requestIcons)[number];

/** One thing that people can ask for: its form, the way it goes, the talk that fills it. */
export type RequestType = {
  form: Form;
  workflow: Workflow;
  conversation: FormConversation;
  /** Thai and ASCII code of its numbers: ซ-2570-000123, REP-2570-000123 */
  code: { thai: string; ascii: string };
  /** "แจ้งซ่อม": on tiles, buttons and cards */
  name: string;
  icon: RequestIcon;
  /** what it is for, in a line: "เบิกหมึก กระดาษ สายแลน ของใช้ของศูนย์" */
  about: string;
  /** words people say who need it ("เบิก", "หมึกพิมพ์"): search and chat find it by them */
  keywords: string[];
  /** the processes of the manual that use it */
  processes: number[];
  /** who may fill it */
  openTo: "everyone" | "staff";
  /** one line that tells this request from others */
  subject(answers: Answers): string;
  category(answers: Answers): Category;
  urgency(answers: Answers): Urgency;
  /** the manual's process it counts for */
  process(answers: Answers): number | null;
  /** the group of work that takes it; without: the one that the office's routing gives its category */
  group?(answers: Answers): 1 | 2 | 3;
  /** the system (DMC, SchoolMIS …) that it is about, where a data owner decides */
  system?(answers: Answers): string | null;
  /** the one of its titles that paper with such answers has; without: the first */
  titleOf?(answers: Answers): string | undefined;
  continues: Continuation[];
  memo: Memo | null;
  card: IssuedCard | null;
  /** asks many people: the request is the survey, their answers are kept apart from it */
  collects: Collecting | null;
};

type RequestTypeInput<F extends Fields> = Pick<RequestType, "workflow" | "code" | "name" | "icon" | "about" | "keywords" | "processes"> & {
  form: Form<F>;
  openTo?: RequestType["openTo"];
  conversation: Omit<FormConversation, "steps" | "story" | "prefill" | "days"> & {
    steps: { field: keyof F & string; question?: string }[];
    story?: keyof F & string;
    days?: { from: keyof F & string; until?: keyof F & string };
    prefill?(understood: Understanding, text: string): AnswersOf<F>;
  };
  subject(answers: AnswersOf<F>): string;
  category?(answers: AnswersOf<F>): Category;
  urgency?(answers: AnswersOf<F>): Urgency;
  process?(answers: AnswersOf<F>): number | null;
  group?(answers: AnswersOf<F>): 1 | 2 | 3;
  system?(answers: AnswersOf<F>): string | null;
  titleOf?(answers: AnswersOf<F>): string | undefined;
  continues?: (Omit<Continuation, "prefill"> & { prefill(earlier: Answers, of: Earlier): AnswersOf<F> })[];
  memo?: { about(answers: AnswersOf<F>): string; cause(answers: AnswersOf<F>): string; purpose(answers: AnswersOf<F>): string } & Pick<
    Memo,
    "closing"
  >;
  collects?: Omit<Collecting, "survey"> & { survey(answers: AnswersOf<F>): Survey };
  card?: Omit<IssuedCard, "rows" | "from" | "until"> & {
    from?(answers: AnswersOf<F>): string | null;
    rows(answers: AnswersOf<F>): { label: string; value: string }[];
    until(answers: AnswersOf<F>): string | null;
  };
};

/** Defines a request type; a field that the form lacks does not compile. */
export function defineRequestType<F extends Fields>(input: RequestTypeInput<F>): RequestType {
  const erased = input as unknown as RequestType;
  return {
    ...erased,
    openTo: erased.openTo ?? "everyone",
    category: erased.category ?? (() => "other"),
    urgency: erased.urgency ?? (() => "normal"),
    // A form of one process counts for it.
    process: erased.process ?? (() => (erased.processes.length === 1 ? (erased.processes[0] ?? null) : null)),
    continues: erased.continues ?? [],
    memo: erased.memo ?? null,
    card: erased.card ?? null,
    collects: erased.collects ?? null,
  };
}
