import { plain, withoutParticles } from "#models/conversations/asking/said.ts";
import type { TalkArgs, TalkContext } from "#models/conversations/conversation.ts";
import type { Input } from "#models/conversations/input.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { ask, press } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { alsoSaid } from "#models/phrases/also-said.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";

type TextInput = Extract<Input, { kind: "text" }>;
type Match = { view: RequestView; id: string; transition: Transition; answers: Answers };

export type WaitingAnswer = { is: "answer"; args: TalkArgs } | { is: "which"; question: Message };

/** A typed text as the word that a request waits for from this person: a label ("หายแล้ว"), or a rating ("5 ดาว"). */
export function answerToWaiting(context: TalkContext, input: TextInput): WaitingAnswer | null {
  const found = asked(context).flatMap((offer) => {
    const answers = spokenAnswers(offer.transition, input.text, context.now);
    return answers ? [{ ...offer, answers }] : [];
  });
  const [only] = found;
  if (!only) return null;
  if (found.length === 1) return { is: "answer", args: argsOf(only) };
  const choices = found
    .slice(0, 10)
    .map(({ view, id }) =>
      press(`${view.number.slice(-6)} ${view.subject}`, { to: "transition", request: view.id, transition: id, state: view.state }),
    );
  return { is: "which", question: ask(`หมายถึงเรื่องไหนคะ มี ${found.length} เรื่องที่รออยู่ค่ะ`, choices) };
}

/** Any text, when exactly one request waits for words of this person: the answer to what a technician asked. */
export function looseAnswerToWaiting(context: TalkContext, input: TextInput): TalkArgs | null {
  const takers = asked(context).flatMap((offer) => {
    const field = Object.entries(offer.transition.form?.fields ?? {}).find(([, f]) => f.takesAnyText && !f.lookup)?.[0];
    const isOnlyWay = offer.view.asked?.transitions.length === 1;
    return field && isOnlyWay ? [{ ...offer, answers: { [field]: input.text.trim().slice(0, 1000) } }] : [];
  });
  const [only] = takers;
  return only && takers.length === 1 ? argsOf(only) : null;
}

function asked(context: TalkContext): Omit<Match, "answers">[] {
  return context.waiting.flatMap((view) => {
    const type = context.catalogue.all.find((t) => t.form.id === view.formId);
    return (view.asked?.transitions ?? []).flatMap((id) => {
      const transition = type?.workflow.transitions[id];
      return transition ? [{ view, id, transition }] : [];
    });
  });
}

function argsOf({ view, id, answers }: Match): TalkArgs {
  return { with: { request: view.id, transition: id, state: view.state }, request: view, answers };
}

/** What the text answers of the transition: {} for its bare label, null when it does not mean it. */
function spokenAnswers(transition: Transition, text: string, now: Date): Answers | null {
  const said = plain(text);
  const labels = [transition.label, ...(alsoSaid[transition.label] ?? [])].map(plain);
  if (labels.includes(said)) return {};
  const fields = Object.entries(transition.form?.fields ?? {});
  const [first] = fields;
  if (first?.[1].kind === "rating") {
    const reading = first[1].read(withoutParticles(text), { now });
    return reading.ok ? { [first[0]]: reading.value } : null;
  }
  const words = fields.find(([, field]) => field.takesAnyText && !field.lookup)?.[0];
  const label = labels.find((l) => l.length > 3 && said.startsWith(l));
  return words && label ? { [words]: text.trim().slice(0, 1000) } : null;
}
