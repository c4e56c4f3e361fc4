import type { TalkContext } from "#models/conversations/conversation.ts";
import type { Run, Session } from "#models/conversations/session.ts";
import type { Talks } from "./talks.ts";

const hour = 3_600_000;
/** After a night a talk is offered again, not gone on with as if nothing had been. */
const freshFor = 12 * hour;
/** After a week it is no longer offered. */
const keptFor = 7 * 24 * hour;
// The session's schema says the same.
const mostParked = 2;

const age = (run: Run, { now }: TalkContext): number => now.getTime() - Date.parse(run.at);

/** Whether the person is still in it, as far as time tells. */
export const isFresh = (run: Run, context: TalkContext): boolean => age(run, context) < freshFor;

/** The definition that a run was begun with, or null when this one is another version or gone. */
export function talkOf(talks: Talks, run: Run) {
  const talk = talks.get(run.talk);
  return talk?.version === run.version ? talk : null;
}

/** The active run put aside, when something said in it would be lost. Of more than two the oldest goes. */
export function park(talks: Talks, session: Session, left: NonNullable<Run["left"]>): Session {
  const { active, parked } = session;
  if (!active || !talkOf(talks, active)?.worthKeeping(active.state)) return { ...session, active: null };
  return { ...session, active: null, parked: [{ ...active, left }, ...parked].slice(0, mostParked) };
}

/** A parked run made the active one. */
export function unpark(session: Session, run: Run): Session {
  const { left: _, ...rest } = run;
  return { ...session, active: rest, parked: session.parked.filter((other) => other.id !== run.id) };
}

export function dropParked(session: Session, id: string): Session {
  return { ...session, parked: session.parked.filter((run) => run.id !== id) };
}

/** A request's half-done steps go when another step on it is begun or done: they would do what nobody wants any more. */
export function dropAbout(talks: Talks, session: Session, request: string): Session {
  const isAbout = (run: Run) => talkOf(talks, run)?.about(run.state)?.request === request;
  return { ...session, parked: session.parked.filter((run) => !isAbout(run)) };
}

/** Whether the request of a run has moved on, as far as this turn knows. */
function isOver(talks: Talks, run: Run, { waiting }: TalkContext): boolean {
  const about = talkOf(talks, run)?.about(run.state);
  return about != null && waiting.some((view) => view.id === about.request && view.state !== about.state);
}

/** What came between is over: the run it interrupted, if the person is still in it. */
export function interrupted(session: Session, context: TalkContext): Run | null {
  return session.parked.find((run) => run.left === "interrupted" && isFresh(run, context)) ?? null;
}

/** A half-finished run of an earlier day that has not been offered yet. */
export function leftOver(session: Session, context: TalkContext): Run | null {
  return session.parked.find((run) => run.left === "interrupted" && !isFresh(run, context)) ?? null;
}

/** Before an input is heard: what lasted too long or is of another version is let go; a night's old run is put aside. */
export function tidy(talks: Talks, session: Session, context: TalkContext): { session: Session; outdated: boolean } {
  const parked = session.parked.filter((run) => age(run, context) < keptFor && talkOf(talks, run) && !isOver(talks, run, context));
  const { active } = session;
  if (active && !talkOf(talks, active)) return { session: { ...session, active: null, parked }, outdated: true };
  const kept = { ...session, parked };
  return { session: active && !isFresh(active, context) ? park(talks, kept, "interrupted") : kept, outdated: false };
}
