import { askField, needsPage } from "#models/conversations/asking/ask-field.ts";
import { opened } from "#models/conversations/asking/open-question.ts";
import { readLookup } from "#models/conversations/asking/read-lookup.ts";
import type { Conversation, Step, TalkArgs, TalkContext } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Outcome } from "#models/conversations/effects.ts";
import { own } from "#models/conversations/own.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { movedOn, refusalWords, rewrittenWords } from "#models/conversations/requests/refusal-words.ts";
import { transitionActions } from "#models/conversations/requests/transition-actions.ts";
import { openPage, press, say, start } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import { claimsTransition, hearTransition } from "./hear-transition.ts";
import { type TransitionState, transitionState } from "./transition-state.ts";
import { type At, advance, again, askingOf, filled, present, transitionOf, withDirectory } from "./transition-steps.ts";

/** The one talk by which every transition of every workflow is done in chat: its form is asked, its confirmation, then the deed. */
export function transitionTalk(catalogue: Catalogue): Conversation {
  const at = (context: TalkContext, run: string): At => ({ catalogue, context, run });
  return defineTalk<TransitionState>({
    id: "transition",
    version: 1,
    name: "เรื่องที่ทำอยู่",
    state: transitionState,
    begin: (args, context, run) => withDirectory(begin(args, at(context, run)), at(context, run)),
    claims: (state, input, context) => claimsTransition(state, input, at(context, ""), context),
    hear: (state, input, context, run) => withDirectory(hearTransition(state, input, at(context, run)), at(context, run)),
    receive(state, outcome, context, run) {
      const step = receive(state, outcome, at(context, run));
      // A command ends its turn: nothing can be looked up behind it.
      return outcome.did === "transition" ? step : withDirectory(step, at(context, run));
    },
    question: (state, context, run) => present(state, at(context, run)),
    worthKeeping: (state) => Object.keys(state.answers).length > 0,
    title(state, context) {
      const label = transitionOf(at(context, ""), state)?.label;
      return label ? `${label} ${state.number}` : "";
    },
    givenUp: ({ number }) => (number ? `ไม่ส่งแล้วค่ะ ${number} เหมือนเดิม` : ""),
    about: ({ request, offeredIn }) => ({ request, state: offeredIn }),
  });
}

function begin(args: TalkArgs, at: At): Step<TransitionState> {
  const { request = "", transition = "", state: offeredIn = "", seen } = args.with ?? {};
  const state: TransitionState = {
    request,
    transition,
    offeredIn,
    seen: seen === undefined ? (args.request?.answersRevision ?? null) : Number(seen),
    phase: "finding",
    formId: null,
    number: "",
    answers: args.answers ?? {},
    passed: [],
    open: null,
  };
  if (args.request) return found(state, args.request, at);
  return { state, messages: [], effect: { do: "find", id: request } };
}

/** The request is read: bound to the state its button was offered in, unless the transition leaves the state as it is. */
function found(state: TransitionState, request: RequestView, at: At): Step<TransitionState> {
  const known: TransitionState = { ...state, formId: request.formId, number: request.number, phase: "asking" };
  const transition = transitionOf(at, known);
  const stays = typeof transition?.to === "object" && "stay" in transition.to;
  const isBound = request.state === state.offeredIn || stays;
  if (!transition || !isBound || !request.possible.includes(state.transition)) {
    return { state: null, messages: [movedOn(request, at.context)] };
  }
  if (transition.decides && state.seen !== request.answersRevision) {
    const change = request.timeline.find(({ sequence }) => sequence === request.answersRevision);
    const { by = "", deed = "", words: changed } = change ?? {};
    return { state: null, messages: [rewrittenWords({ by, deed, ...(changed ? { changed } : {}), request }, at.context)] };
  }
  if (isForPage(transition)) return { state: null, messages: [onItsPage(request, transition, at.context)] };
  const lead = transition.form ? `${request.number} · ${transition.label}` : undefined;
  return advance({ ...known, offeredIn: request.state }, at, lead);
}

/** Done on the request's page: it writes the whole form anew, or needs what nobody can type. */
function isForPage({ rewrites, form }: Transition): boolean {
  const fields = Object.values(form?.fields ?? {});
  return rewrites === true || fields.some((field) => needsPage(field) && !(field.kind === "files" && field.optional));
}

function onItsPage({ id, number }: RequestView, { label }: Transition, { office }: TalkContext): Message {
  const orCall = office.phone ? ` ถ้าเปิดไม่ได้โทร ${office.phone}` : "";
  const contact = press("คุยกับเจ้าหน้าที่", { to: "start", talk: "contact" });
  return say(`${number} · ${label}\nทำในหน้าของคำขอนี้ได้เลยค่ะ${orCall}`, { choices: [openPage(label, { to: "request", id }, contact)] });
}

function receive(state: TransitionState, outcome: Outcome, at: At): Step<TransitionState> {
  if (outcome.did === "find") {
    const request = outcome.ok ? outcome.requests[0] : undefined;
    if (request) return found(state, request, at);
    return { state: null, messages: [refusalWords(outcome.ok ? { code: "not_found" } : outcome.refusal, at.context)] };
  }
  if (outcome.did === "lookup") return receiveLookup(state, outcome, at);
  if (outcome.did !== "transition") return again(state, at);
  return outcome.ok ? done(state, outcome.request, at) : refused(state, outcome.refusal, at);
}

function refused(state: TransitionState, refusal: Extract<Outcome, { ok: false }>["refusal"], at: At): Step<TransitionState> {
  const fields = transitionOf(at, state)?.form?.fields;
  const problem = refusal.code === "invalid_answers" ? refusal.problems.find(({ field }) => own(fields, field)) : undefined;
  if (!problem) return { state: null, messages: [refusalWords(refusal, at.context)] };
  const { [problem.field]: _, ...answers } = state.answers;
  return again({ ...state, phase: "asking", answers, open: opened(problem.field) }, at, problem.message);
}

/** Done: the definition's own words, then what the request now asks of this person, or what they may do next. */
function done(state: TransitionState, request: RequestView, { catalogue, context, run }: At): Step<TransitionState> {
  const transition = transitionOf({ catalogue, context, run }, state);
  const words = filled(transition?.reply || "บันทึกแล้วค่ะ {number}", { number: request.number, state: request.stateLabel });
  // Who has given a job away has nothing more to do with it.
  const isGivenAway = typeof transition?.assigns === "object";
  const actions = isGivenAway ? [] : transitionActions(request, catalogue).primary.slice(0, 4);
  const next = request.asked?.transitions.length === 1 ? request.asked.transitions[0] : undefined;
  if (next !== undefined && beginsWithQuestion(own(typeOf(catalogue, request)?.workflow.transitions, next))) {
    const args = { with: { request: request.id, transition: next, state: request.state }, request };
    return { state: null, messages: [say(words, { shows: [request.id] })], handsTo: { talk: "transition", args } };
  }
  const detail = start("ดูรายละเอียด", "request", { id: request.id });
  return { state: null, messages: [say(words, { choices: [...actions, detail], shows: [request.id], essential: true })] };
}

const typeOf = (catalogue: Catalogue, { formId }: RequestView) => catalogue.all.find((type) => type.form.id === formId);

/** It can be begun behind a command: its first step asks the person something, and neither does nor looks up anything. */
function beginsWithQuestion(transition: Transition | undefined): boolean {
  const [first] = Object.values(transition?.form?.fields ?? {});
  return first ? first.lookup === undefined : transition?.confirm !== undefined;
}

function receiveLookup(state: TransitionState, outcome: Outcome, at: At): Step<TransitionState> {
  const asking = askingOf(at, state);
  if (!asking) return again(state, at);
  const result = readLookup(asking, outcome, at.context.now);
  if (result.is === "value") {
    return advance({ ...state, answers: { ...state.answers, [asking.open.key]: result.value }, open: null }, at);
  }
  const open = { ...asking.open, offered: result.offered };
  const isDirectory = asking.open.typed === "";
  const lead = isDirectory ? `${state.number} · ${transitionOf(at, state)?.label ?? ""}` : result.why || undefined;
  const message = askField({ ...asking, open }, lead);
  return { state: { ...state, open }, messages: [message] };
}
