import { readLookup } from "#models/conversations/asking/read-lookup.ts";
import type { Conversation, Step, TalkArgs, TalkContext } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Outcome } from "#models/conversations/effects.ts";
import { formTalkId, tellsSomething } from "#models/conversations/form-run.ts";
import type { Message } from "#models/messages/message.ts";
import { photosReceived } from "#models/phrases/photos.ts";
import { sentElsewhere } from "#models/phrases/runner-words.ts";
import { daysSaid } from "#models/requests/days-said.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { answered, fitting, nothingSaid, prefilled } from "./form-answers.ts";
import { askingOf, schoolKey } from "./form-questions.ts";
import { emptyFormState, type FormState, formState } from "./form-state.ts";
import { type At, advance, again, correct, present } from "./form-steps.ts";
import { isForPage, knownOf, notYet } from "./hand-over.ts";
import { claimsForm, hearForm } from "./hear-form.ts";
import { laterReport, refusedWords, submittedWords } from "./submission.ts";
import { isUnseen } from "./take-draft.ts";

/** The talk that fills a form, made of its definition alone: questions, summary, submission. Its id is `report:<formId>`. */
export function formTalk(type: RequestType): Conversation {
  const at = (context: TalkContext, run: string): At => ({ type, context, run });
  return defineTalk<FormState>({
    id: formTalkId(type.form.id),
    version: type.form.version,
    name: type.name,
    state: formState,
    begin: (args, context, run) => begin(type, args, at(context, run)),
    claims: (state, input, context) => claimsForm(type, state, input, context),
    hear: (state, input, context, run) => hearForm(state, input, at(context, run)),
    receive: (state, outcome, context, run) => receive(state, outcome, at(context, run)),
    question: (state, context, run) => questionOf(state, at(context, run)),
    worthKeeping: (state) => !state.sentAs && toldSomething(type, state),
    title: (state) => [state.onBehalf ? onBehalfName : type.name, subjectOf(type, state)].filter(Boolean).join(" "),
    givenUp({ onBehalf, sentAs }) {
      if (sentAs) return sentElsewhere(sentAs.number);
      return onBehalf ? `ยกเลิก${onBehalfName}แล้วค่ะ` : "";
    },
  });
}

const onBehalfName = "แจ้งแทน";
// A line of chat on a phone.
const longestSubject = 40;

/** What it is about; where nothing was told yet a definition's own words ("ยืม") would say nothing. */
const subjectOf = (type: RequestType, { answers }: FormState): string =>
  tellsSomething(type, answers) ? type.subject(answers).slice(0, longestSubject).replace(/\s+/g, " ").trim() : "";

/** Something was typed or sent in it, beyond what we knew or guessed ourselves. */
function toldSomething(type: RequestType, state: FormState): boolean {
  return Object.keys(state.caller).length > 0 || tellsSomething(type, state.answers);
}

function begin(type: RequestType, args: TalkArgs, at: At): Step<FormState> {
  const { person } = at.context;
  const refused = notYet(type, at.context);
  if (refused) return refused;
  const onBehalf = args.with?.onBehalf === "yes" && person?.isStaff === true;
  const said = args.input?.kind === "text" ? args.input : { understood: nothingSaid, text: "" };
  const school = schoolKey(type);
  const answers = {
    ...(school && person && !onBehalf ? fitting(type, { [school]: person.school }) : {}),
    ...(isForPage(type) && !onBehalf ? knownOf(type, at.context) : {}),
    ...prefilled(type, said.understood, said.text),
    ...fitting(type, daysSaid(type, said.text, at.context.now)),
    ...fitting(type, args.answers ?? {}),
  };
  const state: FormState = { ...emptyFormState, answers, onBehalf, noticed: args.with?.noticed === "yes" };
  return advance(state, at, isForPage(type) ? undefined : leadOf(type, state));
}

/** The open question or the summary; nothing is asked any more of what was sent. */
function questionOf(state: FormState, at: At): Message | null {
  if (state.sentAs) return null;
  return (isUnseen(state) ? advance(state, at).messages : present(state, at)).at(-1) ?? null;
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
  if (outcome.ok) return { state: null, messages: submittedWords(outcome, state, at), ...laterReport(at.type, state) };
  const { refusal } = outcome;
  const asking: FormState = { ...state, phase: "asking", open: null };
  if (refusal.code === "invalid_answers") return correct(asking, refusal.problems, at);
  return advance(asking, at, refusedWords(at.type, refusal, at.context));
}

function receiveLookup(state: FormState, outcome: Outcome, at: At): Step<FormState> {
  const asking = askingOf(at.type, state, at.context, at.run);
  if (!asking) return again(state, at);
  const found = readLookup(asking, outcome, at.context.now);
  if (found.is === "value") return advance(answered(state, asking.open.key, found.value), at);
  return again({ ...state, open: { ...asking.open, offered: found.offered } }, at, found.why || undefined);
}
