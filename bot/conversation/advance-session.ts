import type { Conversation, Step, TalkArgs, TalkContext } from "#models/conversations/conversation.ts";
import type { Effect } from "#models/conversations/effects.ts";
import type { Run, Session } from "#models/conversations/session.ts";
import { showDateTime } from "#models/fields/thai/dates.ts";
import { press, say, start } from "#models/messages/build.ts";
import type { Action, Message } from "#models/messages/message.ts";
import { dropAbout, dropParked, interrupted, isFresh, leftOver, park, talkOf, unpark } from "./parking.ts";
import type { Talks } from "./talks.ts";

/** `isSettled`: the person has just ended something; what they left before it is offered, not gone on with. */
export type RunnerStep = { session: Session; messages: Message[]; effect?: Effect; isSettled?: true };

/** What every part of the runner works with. */
export type Room = { talks: Talks; context: TalkContext };

// A talk hands over to another, which may hand over again (a picture → a report); a ring of them would be a fault.
const mostHandOvers = 4;

/** Begins a talk. What was active is put aside. */
export function begin(room: Room, session: Session, id: string, args: TalkArgs, depth = 0): RunnerStep {
  const talk = room.talks.get(id);
  if (!talk) return { session, messages: [] };
  const parked = park(room.talks, session, "interrupted");
  const run = freshRunId(parked, room.context);
  return settle(room, parked, { talk, run, step: talk.begin(noticed(session, args), room.context, run) }, depth);
}

/** Who was just shown the privacy notice, by the registration that this talk interrupts, is not shown it again. */
function noticed({ active }: Session, args: TalkArgs): TalkArgs {
  return active?.talk === "register" ? { ...args, with: { ...args.with, noticed: "yes" } } : args;
}

/** Gives an input or an outcome to the active run. */
export function drive(room: Room, session: Session, step: (talk: Conversation, run: Run) => Step): RunnerStep {
  const { active } = session;
  const talk = active && talkOf(room.talks, active);
  if (!active || !talk) return { session: { ...session, active: null }, messages: [] };
  return settle(room, { ...session, active: null }, { talk, run: active.id, step: step(talk, active) }, 0);
}

type Made = { talk: Conversation; run: string; step: Step };

/** Takes a talk's step into the session: it goes on, hands over, or is over. */
function settle(room: Room, session: Session, { talk, run, step }: Made, depth: number): RunnerStep {
  const { messages, effect } = step;
  if (step.handsTo && depth < mostHandOvers) {
    const next = begin(room, session, step.handsTo.talk, step.handsTo.args, depth + 1);
    return { ...next, messages: [...messages, ...next.messages] };
  }
  if (step.state === null) return { session, messages };
  const about = talk.about(step.state);
  const kept = about ? dropAbout(room.talks, session, about.request) : session;
  const active: Run = { id: run, talk: talk.id, version: talk.version, state: step.state, at: room.context.now.toISOString() };
  return { session: { ...kept, active }, messages, ...(effect ? { effect } : {}) };
}

/** One turn may begin several runs; each has an id of its own. */
function freshRunId({ parked, active }: Session, { freshId }: TalkContext): string {
  const taken = new Set([...parked, ...(active ? [active] : [])].map((run) => run.id));
  const id = freshId.slice(0, 12);
  const other = ["a", "b", "c"].map((letter) => `${id.slice(0, 11)}${letter}`).find((candidate) => !taken.has(candidate));
  return taken.has(id) ? (other ?? id) : id;
}

/** When nothing is open any more: back to what was interrupted, or an earlier day's half-finished talk is offered. */
export function resume(room: Room, step: RunnerStep): RunnerStep {
  const { session } = step;
  if (step.effect || session.active || step.messages.some((message) => message.asks)) return step;
  const run = interrupted(session, room.context);
  if (run) return step.isSettled ? offer(room, step, run) : reopen(room, step, run);
  const old = leftOver(session, room.context);
  return old ? offer(room, step, old) : step;
}

/** A parked run's question again. A run that asks nothing any more is over. */
export function reopen(room: Room, { session, messages }: RunnerStep, run: Run): RunnerStep {
  const talk = talkOf(room.talks, run);
  const question = talk?.question(run.state, room.context, run.id) ?? null;
  if (!talk || !question) return resume(room, { session: dropParked(session, run.id), messages });
  const back = say(backTo(talk.title(run.state, room.context), talk.name));
  return { session: unpark(session, { ...run, at: room.context.now.toISOString() }), messages: [...messages, back, question] };
}

const backTo = (title: string, name: string): string => (title === name ? `กลับมาที่${name}ต่อนะคะ` : `กลับมาที่ ${title} ต่อนะคะ`);

/** A half-finished talk, offered once: an earlier day's, or one that was left before what has just ended. */
export function offer(room: Room, { session, messages }: RunnerStep, run: Run, more: Action[] = []): RunnerStep {
  const talk = talkOf(room.talks, run);
  const title = talk?.title(run.state, room.context) ?? "";
  const parked = session.parked.map((other): Run => (other.id === run.id ? { ...other, left: "offered" } : other));
  const question: Message = {
    kind: "text",
    text: isFresh(run, room.context)
      ? `ยังมีเรื่อง ${title} ค้างอยู่ ทำต่อไหมคะ`
      : `${title} ค้างไว้เมื่อ ${showDateTime(new Date(run.at))} ค่ะ ทำต่อไหมคะ`,
    asks: true,
    choices: [
      press("ทำต่อ", { to: "resume", run: run.id }),
      ...(talk?.about(run.state) ? [] : [start("เริ่มใหม่", run.talk, { fresh: run.id })]),
      press("ทิ้ง", { to: "answer", run: run.id, ask: dropAsk, value: "drop" }),
      ...more,
    ],
  };
  return { session: { ...session, parked }, messages: [...messages, question] };
}

/** The question that "ทิ้ง" answers. */
export const dropAsk = "!drop";
