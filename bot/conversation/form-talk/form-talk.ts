import { readLookup } from "#models/conversations/asking/read-lookup.ts";
import type { Conversation, Step, TalkArgs, TalkContext } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Outcome } from "#models/conversations/effects.ts";
import { photosReceived } from "#models/phrases/photos.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { answered, fitting, nothingSaid, prefilled } from "./form-answers.ts";
import { askingOf, schoolKey } from "./form-questions.ts";
import { emptyFormState, type FormState, formState } from "./form-state.ts";
import { type At, advance, again, correct, present } from "./form-steps.ts";
import { claimsForm, hearForm } from "./hear-form.ts";
import { refusedWords, submittedWords } from "./submission.ts";

/** The talk that fills a form, made of its definition alone: questions, summary, submission. Its id is `report:<formId>`. */
export function formTalk(type: RequestType): Conversation {
  const at = (context: TalkContext, run: string): At => ({ type, context, run });
  return defineTalk<FormState>({
    id: `report:${type.form.id}`,
    version: type.form.version,
    name: type.name,
    state: formState,
    begin: (args, context, run) => begin(type, args, at(context, run)),
    claims: (state, input, context) => claimsForm(type, state, input, context),
    hear: (state, input, context, run) => hearForm(state, input, at(context, run)),
    receive: (state, outcome, context, run) => receive(state, outcome, at(context, run)),
    question: (state, context, run) => present(state, at(context, run)).at(-1) ?? null,
    worthKeeping: (state) => toldSomething(type, state),
    title: (state) => [state.onBehalf ? onBehalfName : type.name, subjectOf(type, state)].filter(Boolean).join(" "),
    givenUp: ({ onBehalf }) => (onBehalf ? `ยกเลิก${onBehalfName}แล้วค่ะ` : ""),
  });
}

const onBehalfName = "แจ้งแทน";
// A line of chat on a phone.
const longestSubject = 40;

const subjectOf = (type: RequestType, { answers }: FormState): string =>
  type.subject(answers).slice(0, longestSubject).replace(/\s+/g, " ").trim();

/** Something was typed or sent in it, beyond what we knew or guessed ourselves. */
function toldSomething(type: RequestType, state: FormState): boolean {
  const ours = schoolKey(type);
  return (
    Object.keys(state.caller).length > 0 ||
    type.conversation.steps.some(({ field }) => field !== ours && state.answers[field] !== undefined)
  );
}

function begin(type: RequestType, args: TalkArgs, at: At): Step<FormState> {
  const { person } = at.context;
  const onBehalf = args.with?.onBehalf === "yes" && person?.isStaff === true;
  const said = args.input?.kind === "text" ? args.input : { understood: nothingSaid, text: "" };
  const school = schoolKey(type);
  const answers = {
    ...(school && person && !onBehalf ? fitting(type, { [school]: person.school }) : {}),
    ...prefilled(type, said.understood, said.text),
    ...fitting(type, args.answers ?? {}),
  };
  const state: FormState = { ...emptyFormState, answers, onBehalf, noticed: args.with?.noticed === "yes" };
  return advance(state, at, leadOf(type, state));
}

/** First words: what was understood, so that nobody wonders; or the opening. */
function leadOf(type: RequestType, state: FormState): string {
  if (state.onBehalf && subjectOf(type, state) === "") return "แจ้งแทนผู้อื่นนะคะ";
  const photos = Object.entries(type.form.fields).find(([key, field]) => field.kind === "photos" && state.answers[key] !== undefined)?.[0];
  const subject = subjectOf(type, state);
  if (subject !== "") return `รับทราบค่ะ ${subject}`;
  const sent = photos ? state.answers[photos] : undefined;
  return Array.isArray(sent) ? photosReceived(sent.length, false) : type.conversation.opening;
}

function receive(state: FormState, outcome: Outcome, at: At): Step<FormState> {
  if (outcome.did === "lookup") return receiveLookup(state, outcome, at);
  if (outcome.did !== "submit") return again(state, at);
  if (outcome.ok) return { state: null, messages: submittedWords(outcome, state, at.context), ...next(state, at) };
  const { refusal } = outcome;
  const asking: FormState = { ...state, phase: "asking", open: null };
  if (refusal.code === "invalid_answers") return correct(asking, refusal.problems, at);
  return advance(asking, at, refusedWords(at.type, refusal, at.context));
}

/** The report that was typed meanwhile. Who has just registered is not asked for their school again. */
function next({ later, onBehalf, answers }: FormState, { type }: At): Pick<Step<FormState>, "handsTo"> {
  if (!later) return {};
  const school = schoolKey(type);
  const args: TalkArgs = {
    input: { kind: "text", ...later },
    ...(onBehalf ? { with: { onBehalf: "yes" } } : {}),
    ...(school && !onBehalf ? { answers: { [school]: answers[school] } } : {}),
  };
  return { handsTo: { talk: `report:${type.form.id}`, args } };
}

function receiveLookup(state: FormState, outcome: Outcome, at: At): Step<FormState> {
  const asking = askingOf(at.type, state, at.context, at.run);
  if (!asking) return again(state, at);
  const found = readLookup(asking, outcome, at.context.now);
  if (found.is === "value") return advance(answered(state, asking.open.key, found.value), at);
  return again({ ...state, open: { ...asking.open, offered: found.offered } }, at, found.why || undefined);
}
