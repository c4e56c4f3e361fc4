import type { z } from "zod";
import type { Message } from "#models/messages/message.ts";
import type { Claim, Conversation, Step, TalkArgs, TalkContext } from "./conversation.ts";
import type { Outcome } from "./effects.ts";
import type { Input } from "./input.ts";

/** A talk whose state has a shape of its own. */
export type Talk<S> = Pick<Conversation, "id" | "version" | "name"> & {
  state: z.ZodType<S>;
  begin(args: TalkArgs, context: TalkContext, run: string): Step<S>;
  claims?(state: S, input: Input, context: TalkContext): Claim;
  hear?(state: S, input: Input, context: TalkContext, run: string): Step<S>;
  receive?(state: S, outcome: Outcome, context: TalkContext, run: string): Step<S>;
  question?(state: S, context: TalkContext, run: string): Message | null;
  worthKeeping?(state: S): boolean;
  title?(state: S, context: TalkContext): string;
  givenUp?(state: S): string;
  about?(state: S): { request: string; state: string } | null;
};

const over = { state: null, messages: [] };

/**
 * Makes a talk of a typed one. A stored state that no longer has its shape claims nothing and ends the talk;
 * what a talk leaves out (it asks nothing, or has no effect) it is never called for, and ends it likewise.
 */
export function defineTalk<S>(talk: Talk<S>): Conversation {
  const read = (stored: unknown): S | null => {
    const parsed = talk.state.safeParse(stored);
    return parsed.success ? parsed.data : null;
  };
  return {
    id: talk.id,
    version: talk.version,
    name: talk.name,
    begin: talk.begin,
    claims(stored, input, context) {
      const state = read(stored);
      return state === null ? "no" : (talk.claims?.(state, input, context) ?? "no");
    },
    hear(stored, input, context, run) {
      const state = read(stored);
      return state === null ? over : (talk.hear?.(state, input, context, run) ?? over);
    },
    receive(stored, outcome, context, run) {
      const state = read(stored);
      return state === null ? over : (talk.receive?.(state, outcome, context, run) ?? over);
    },
    question(stored, context, run) {
      const state = read(stored);
      return state === null ? null : (talk.question?.(state, context, run) ?? null);
    },
    worthKeeping(stored) {
      const state = read(stored);
      return state !== null && (talk.worthKeeping?.(state) ?? false);
    },
    title(stored, context) {
      const state = read(stored);
      return (state !== null && talk.title?.(state, context)) || talk.name;
    },
    givenUp(stored) {
      const state = read(stored);
      return (state !== null && talk.givenUp?.(state)) || `ยกเลิก${talk.name}แล้วค่ะ`;
    },
    about(stored) {
      const state = read(stored);
      return state === null ? null : (talk.about?.(state) ?? null);
    },
  };
}
