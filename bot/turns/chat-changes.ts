import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import type { Session } from "#models/conversations/session.ts";

/** Whether we may write to the person after these events, or undefined when they say nothing of it. */
export function followingAfter(events: ChatEvent[]): boolean | undefined {
  const last = events.findLast(({ what }) => what.kind === "follow" || what.kind === "unfollow");
  return last ? last.what.kind === "follow" : undefined;
}

/** Ids of messages that were taken back. */
export function unsentIn(events: ChatEvent[]): string[] {
  return events.flatMap(({ what }) => (what.kind === "unsend" ? [what.messageId] : []));
}

/** The session without the runs that hold something of an unsent message. Submitted answers stay: they are the report. */
export function withoutUnsent(session: Session, said: { message: string; run: string }[], unsent: string[]): Session {
  const runs = new Set(said.filter(({ message }) => unsent.includes(message)).map(({ run }) => run));
  if (runs.size === 0) return session;
  const active = session.active && runs.has(session.active.id) ? null : session.active;
  return { ...session, active, parked: session.parked.filter(({ id }) => !runs.has(id)) };
}
