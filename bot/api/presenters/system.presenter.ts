import type { SystemState } from "#bot/services/admin/system/read-system.ts";
import type { System } from "#models/contracts/admin/system.contract.ts";

const iso = (at: Date) => at.toISOString();
const isoOrNull = (at: Date | null) => at?.toISOString() ?? null;

/** How the system fares, as the admin's page reads it: names where people are known, no ids that lead to a chat. */
export function presentSystem(state: SystemState, now: Date): System {
  const { version, startedAt, meter, jobs, database, inbox, stuck, names } = state;
  const person = (id: string) => names.get(id) ?? null;
  return {
    at: iso(now),
    version,
    startedAt: iso(startedAt),
    meter: { ...meter, askedAt: isoOrNull(meter.askedAt) },
    jobs: jobs && presentJobs(jobs),
    database,
    inbox: { ...inbox, oldestAt: isoOrNull(inbox.oldestAt) },
    events: stuck.events.map(({ id, kind, chatId, receivedAt, tries, fault }) => ({
      id,
      kind,
      person: person(chatId),
      at: iso(receivedAt),
      tries,
      fault,
    })),
    notices: stuck.notices.map(({ id, event, personId, createdAt, tries, fault }) => ({
      id,
      event,
      person: person(personId),
      at: iso(createdAt),
      tries,
      fault,
    })),
    replies: stuck.replies.map(({ chatId, receivedAt, tries }) => ({ person: person(chatId), at: iso(receivedAt), tries })),
  };
}

function presentJobs({ tick, sweeps }: NonNullable<SystemState["jobs"]>): NonNullable<System["jobs"]> {
  return {
    tick: tick && { ...tick, lastRunAt: isoOrNull(tick.lastRunAt), nextRunAt: isoOrNull(tick.nextRunAt) },
    sweeps: sweeps.map(({ lastBegunAt, lastFailure, ...sweep }) => ({
      ...sweep,
      lastBegunAt: isoOrNull(lastBegunAt),
      lastFailure: lastFailure && { ...lastFailure, at: iso(lastFailure.at) },
    })),
  };
}
