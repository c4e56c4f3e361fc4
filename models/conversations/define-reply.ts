import { z } from "zod";
import type { Message } from "#models/messages/message.ts";
import type { Conversation, TalkArgs, TalkContext } from "./conversation.ts";
import { defineTalk } from "./define-talk.ts";
import type { Outcome, Query } from "./effects.ts";

/** A talk of one answer: it says something and is over. */
export function defineReply(id: string, name: string, words: (context: TalkContext, args: TalkArgs) => Message[]): Conversation {
  return defineTalk<null>({
    id,
    version: 1,
    name,
    state: z.null(),
    begin: (args, context) => ({ state: null, messages: words(context, args) }),
  });
}

const asked = z.strictObject({ with: z.record(z.string(), z.string()) });

/** What an answered query makes: words, or another talk. */
export type Answered = { messages: Message[]; handsTo?: { talk: string; args: TalkArgs } };

/** A talk of one query: it looks something up, tells it, and is over. */
export function defineQuery<D extends Query["do"]>(talk: {
  id: string;
  name: string;
  /** the effect, or words when there is nothing to look up */
  query(args: TalkArgs, context: TalkContext): Extract<Query, { do: D }> | Message[];
  answer(outcome: Extract<Outcome, { did: D; ok: true }>, context: TalkContext, args: Record<string, string>): Answered;
  refused(outcome: Extract<Outcome, { ok: false }>, context: TalkContext): Message;
}): Conversation {
  return defineTalk({
    id: talk.id,
    version: 1,
    name: talk.name,
    state: asked,
    begin(args, context) {
      const query = talk.query(args, context);
      if (Array.isArray(query)) return { state: null, messages: query };
      return { state: { with: args.with ?? {} }, messages: [], effect: query };
    },
    receive(state, outcome, context) {
      if (!outcome.ok) return { state: null, messages: [talk.refused(outcome, context)] };
      return { state: null, ...talk.answer(outcome as Extract<Outcome, { did: D; ok: true }>, context, state.with) };
    },
  });
}
