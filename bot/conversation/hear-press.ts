import type { Input } from "#models/conversations/input.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import type { Run, Session } from "#models/conversations/session.ts";
import { start } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import type { Press } from "#models/messages/press.ts";
import { discarded, nothingParked, staleButton } from "#models/phrases/runner-words.ts";
import { begin, drive, dropAsk, offer, type Room, type RunnerStep, reopen } from "./advance-session.ts";
import { dropParked, park, talkOf, unpark } from "./parking.ts";

/** A pressed button: it begins a talk, answers one, or takes one up again. */
export function hearPress(room: Room, session: Session, input: Input, press: Press): RunnerStep {
  switch (press.to) {
    case "start":
      return startPressed(room, session, input, press);
    case "transition": {
      const { to: _, seen, ...args } = press;
      return begin(room, session, "transition", { with: { ...args, ...(seen ? { seen } : {}) }, ...known(room, press.request) });
    }
    case "resume":
      return resumePressed(room, session, press.run);
    case "answer":
      return answerPressed(room, session, input, press);
  }
}

function known({ context }: Room, id: string) {
  const request = context.waiting.find((view) => view.id === id);
  return request ? { request } : {};
}

function startPressed(room: Room, session: Session, input: Input, press: Extract<Press, { to: "start" }>): RunnerStep {
  const { fresh, ...rest } = press.with ?? {};
  if (press.talk === "parked") return parkedPressed(room, session);
  if (!room.talks.has(press.talk)) return openQuestionAgain(room, session, staleButton());
  if (fresh !== undefined) {
    const active = session.active?.id === fresh ? null : session.active;
    return begin(room, { ...dropParked(session, fresh), active }, press.talk, { input, with: rest });
  }
  return begun(room, session, press.talk) ?? begin(room, session, press.talk, { input, ...(press.with ? { with: press.with } : {}) });
}

/** What was left, offered again. */
function parkedPressed(room: Room, session: Session): RunnerStep {
  const [run] = session.parked;
  if (!run) return openQuestionAgain(room, session, nothingParked());
  return offer(room, { session: park(room.talks, session, "interrupted"), messages: [] }, run);
}

/** The same talk is half done already: it goes on, with a way to begin anew. Null where nothing would be lost. */
export function begun(room: Room, session: Session, id: string): RunnerStep | null {
  const { active } = session;
  if (active?.talk === id && talkOf(room.talks, active)?.worthKeeping(active.state)) {
    const step = openQuestionAgain(room, session);
    return { ...step, messages: withChoice(step.messages, start("เริ่มใหม่", id, { fresh: active.id })) };
  }
  const parked = session.parked.find((run) => run.talk === id && run.left === "interrupted");
  return parked ? offer(room, { session: park(room.talks, session, "interrupted"), messages: [] }, parked) : null;
}

function withChoice(messages: Message[], choice: ReturnType<typeof start>): Message[] {
  return messages.map((message) => (message.asks ? { ...message, choices: [choice, ...(message.choices ?? [])] } : message));
}

function resumePressed(room: Room, session: Session, id: string): RunnerStep {
  const run = session.parked.find((parked) => parked.id === id);
  if (session.active?.id === id) return openQuestionAgain(room, session);
  return run ? takeUp(room, session, run) : openQuestionAgain(room, session, staleButton());
}

/** A parked run becomes the active one; the one that was active is put aside. */
export function takeUp(room: Room, session: Session, run: Run): RunnerStep {
  const aside = park(room.talks, dropParked(session, run.id), "interrupted");
  return reopen(room, { session: { ...aside, parked: [run, ...aside.parked].slice(0, 2) }, messages: [] }, run);
}

function answerPressed(room: Room, session: Session, input: Input, press: Extract<Press, { to: "answer" }>): RunnerStep {
  if (session.active?.id === press.run) return drive(room, session, (talk, run) => talk.hear(run.state, input, room.context, run.id));
  const parked = session.parked.find((run) => run.id === press.run);
  if (!parked) return openQuestionAgain(room, session, staleButton());
  if (press.ask === dropAsk)
    return {
      session: dropParked(session, parked.id),
      messages: [discarded(talkOf(room.talks, parked)?.title(parked.state, room.context) ?? "")],
    };
  const aside = park(room.talks, dropParked(session, parked.id), "interrupted");
  const active = unpark(aside, parked);
  return drive(room, active, (talk, run) => talk.hear(run.state, input, room.context, run.id));
}

/** Says something, then the open question again; with nothing open, what can be done instead. */
export function openQuestionAgain(room: Room, session: Session, first?: Message): RunnerStep {
  const { active } = session;
  const talk = active && talkOf(room.talks, active);
  const question = active && talk ? talk.question(active.state, room.context, active.id) : null;
  const said = first ? [first] : [];
  if (question) return { session, messages: [...said, question] };
  const ended = { ...session, active: null };
  return { session: ended, messages: said.map((message) => ({ ...message, choices: usefulChoices(room.context) })) };
}
