import type { TalkContext } from "#models/conversations/conversation.ts";
import type { DraftNews } from "#models/conversations/draft-news.ts";
import type { Outcome } from "#models/conversations/effects.ts";
import type { Input } from "#models/conversations/input.ts";
import type { Session } from "#models/conversations/session.ts";
import type { Message } from "#models/messages/message.ts";
import { lostWords, outdatedTalk } from "#models/phrases/runner-words.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";
import { drive, type Room, type RunnerStep, resume } from "./advance-session.ts";
import { catchUp } from "./catch-up.ts";
import { hearInput } from "./hear-input.ts";
import { openQuestionAgain } from "./hear-press.ts";
import { dropAbout, tidy } from "./parking.ts";
import { talksOf } from "./talks.ts";

export type { RunnerStep } from "./advance-session.ts";

/** Drives a chat's talks. Pure: sessions in, sessions out; what is to be done comes out as an effect. */
export type Runner = {
  /** one input through the chat's session */
  hear(session: Session, input: Input, context: TalkContext): RunnerStep;
  /** the outcome of the effect that the last step asked for */
  receive(session: Session, outcome: Outcome, context: TalkContext): RunnerStep;
  /** what the mini-app did meanwhile with the chat's drafts, before an input is heard */
  catchUp(session: Session, news: readonly DraftNews[], context: TalkContext): Pick<RunnerStep, "session" | "messages">;
};

// LINE takes five messages a reply.
const mostMessages = 5;

/** A runner over the talks of a catalogue. */
export function openRunner(catalogue: Catalogue): Runner {
  const talks = talksOf(catalogue);
  return {
    hear(before, input, context) {
      const room: Room = { talks, context };
      const { session, outdated } = tidy(talks, before, context);
      const step = resume(room, hearInput(room, session, input));
      return closed(room, outdated ? { ...step, messages: [outdatedTalk(), ...step.messages] } : step);
    },
    receive(session, outcome, context) {
      const room: Room = { talks, context };
      const before = stepTaken(room, registeredMeanwhile(session, outcome), outcome);
      const step = drive(room, before, (talk, run) => talk.receive(run.state, outcome, context, run.id));
      return closed(room, resume(room, outcome.did === "transition" && outcome.ok ? { ...step, isSettled: true } : step));
    },
    catchUp: (session, news, context) => catchUp({ talks, context }, session, news),
  };
}

/** Who has just registered on the way to a number is not asked again by a registration that was put aside. */
function registeredMeanwhile(session: Session, outcome: Outcome): Session {
  if (!outcome.ok || (outcome.did !== "submit" && outcome.did !== "register")) return session;
  return { ...session, parked: session.parked.filter((run) => run.talk !== "register") };
}

/** A request that has taken a step has no use for other steps begun before. */
function stepTaken({ talks }: Room, session: Session, outcome: Outcome): Session {
  return outcome.did === "transition" && outcome.ok ? dropAbout(talks, session, outcome.request.id) : session;
}

/** One question a reply, the last one, and only its choices; five messages at most, of which the last and the essential stay. */
function closed(room: Room, step: RunnerStep): RunnerStep {
  const { session, messages, effect } = answered(room, step);
  const last = messages.findLastIndex((message) => message.asks);
  const single = last === -1 ? messages : messages.map((message, at) => (at === last ? message : statement(message)));
  return { session, messages: fewest(single), ...(effect ? { effect } : {}) };
}

/** Nobody is left without a word. */
function answered(room: Room, step: RunnerStep): RunnerStep {
  return step.messages.length > 0 || step.effect ? step : openQuestionAgain(room, step.session, lostWords(1, room.context.office));
}

function statement(message: Message): Message {
  const { asks: _, choices: __, ...rest } = message;
  return rest;
}

function fewest(messages: Message[]): Message[] {
  if (messages.length <= mostMessages) return messages;
  const dispensable = messages.findIndex((message, at) => !message.essential && at < messages.length - 1);
  return fewest(messages.toSpliced(dispensable === -1 ? 0 : dispensable, 1));
}
