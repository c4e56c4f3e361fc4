import type { Runner } from "#bot/conversation/open-runner.ts";
import type { TalkContext } from "#models/conversations/conversation.ts";
import type { Command, Effect, Outcome, Query } from "#models/conversations/effects.ts";
import type { Session } from "#models/conversations/session.ts";
import type { Message } from "#models/messages/message.ts";
import type { TurnInput } from "./turn-input.ts";

/** What the talk came to: ready to commit, with at most one command still to be done. */
export type Conversed = {
  session: Session;
  messages: Message[];
  /** inputs that were heard; those after a command wait for the next turn */
  heard: TurnInput[];
  command: Command | null;
};

/** A talk that asks so many things in one turn would never end. */
const mostQueries = 10;

// A query that is missing here does not compile: it would be taken for a command.
const queries: Record<Query["do"], true> = { lookup: true, list: true, find: true, lastFiled: true, openSurveys: true, workload: true };

export function isQuery(effect: Effect): effect is Query {
  return Object.hasOwn(queries, effect.do);
}

/** Steps the talk through the inputs; queries are answered on the way, a command ends it. */
export async function converse(
  runner: Runner,
  start: Session,
  inputs: TurnInput[],
  context: TalkContext,
  answer: (query: Query) => Promise<Outcome>,
): Promise<Conversed> {
  let session = start;
  let messages: Message[] = [];
  for (const [index, { input }] of inputs.entries()) {
    let step = runner.hear(session, input, context);
    messages = say(messages, step.messages);
    for (let asked = 0; step.effect; asked++) {
      if (!isQuery(step.effect)) {
        return { session: step.session, messages, heard: inputs.slice(0, index + 1), command: step.effect };
      }
      if (asked === mostQueries) throw new Error(`the talk asked ${mostQueries} things in one turn, last ${step.effect.do}`);
      step = runner.receive(step.session, await answer(step.effect), context);
      messages = say(messages, step.messages);
    }
    session = step.session;
  }
  return { session, messages, heard: inputs, command: null };
}

/** One answer a turn: a question that a later step has overtaken is dropped, statements stay. */
export function say(said: Message[], more: Message[]): Message[] {
  if (!more.some((message) => message.asks)) return [...said, ...more];
  return [...said.filter((message) => !message.asks), ...more];
}
