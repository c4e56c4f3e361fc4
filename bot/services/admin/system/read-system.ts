import { requireAdmin } from "#bot/services/admin/require-admin.ts";
import { countSetAside } from "#bot/services/inbox/set-aside.ts";
import { readOffice } from "#bot/services/office/office.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { DigestModel } from "#models/documents/digest.document.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { bangkokDate, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type DatabaseHealth, readDatabaseHealth } from "./database-health.ts";
import { listStuck, type Stuck } from "./stuck.ts";

/** What other parts of the server know of themselves; bot/server wires them. */
export type SystemParts = {
  version: string;
  startedAt: Date;
  /** LINE's word on the month; `used` null while it was never reached */
  meter(): Promise<{ limit: number | null; used: number | null; askedAt: Date | null; plan: "free" | "paid" }>;
  /** null until the workers have begun */
  jobs(): Promise<{
    sweeps: {
      name: string;
      every: number;
      isUnderWay: boolean;
      lastBegunAt: Date | null;
      lastTookMs: number | null;
      runs: number;
      failures: number;
      lastFailure: { at: Date; error: string } | null;
    }[];
    tick: { lastRunAt: Date | null; nextRunAt: Date | null; failures: number } | null;
  } | null>;
};

/** How the whole system fares, without a word of any message. */
export type SystemState = {
  version: string;
  startedAt: Date;
  meter: Awaited<ReturnType<SystemParts["meter"]>> & { sentByUs: number; reserve: number };
  jobs: Awaited<ReturnType<SystemParts["jobs"]>>;
  database: DatabaseHealth;
  inbox: { waiting: number; oldestAt: Date | null; setAside: number };
  stuck: Stuck;
  /** names of the people of stuck chats and notices, by LINE id and by person id */
  names: Map<string, string>;
};

/** Enough for a page; the rest shows as these are sent back. */
const mostShown = 50;

/** Reads how everything fares. @throws Refused not_allowed for others than admins */
export async function readSystem(ctx: ServiceContext, parts: SystemParts, actor: Actor | null): Promise<SystemState> {
  requireAdmin(actor);
  const [meter, sentByUs, jobs, database, waiting, setAside, stuck, { reserve }] = await Promise.all([
    parts.meter(),
    sentThisMonth(ctx.clock.now()),
    parts.jobs(),
    readDatabaseHealth(),
    waitingEvents(),
    countSetAside(),
    listStuck(mostShown),
    readOffice(ctx),
  ]);
  const { version, startedAt } = parts;
  return {
    version,
    startedAt,
    meter: { ...meter, sentByUs, reserve },
    jobs,
    database,
    inbox: { ...waiting, setAside },
    stuck,
    names: await namesOf(stuck),
  };
}

/** Pushes and digests that arrived since the month began in Bangkok. */
async function sentThisMonth(now: Date): Promise<number> {
  const from = bangkokMoment(`${bangkokDate(now).slice(0, 7)}-01`);
  const [pushes, digests] = await Promise.all([
    NoticeModel.countDocuments({ shownBy: "push", settledAt: { $gte: from } }),
    DigestModel.countDocuments({ state: "delivered", createdAt: { $gte: from } }),
  ]);
  return pushes + digests;
}

async function waitingEvents(): Promise<{ waiting: number; oldestAt: Date | null }> {
  const [found] = await InboxEventModel.aggregate<{ waiting: number; oldestAt: Date }>([
    { $match: { state: "waiting" } },
    { $group: { _id: null, waiting: { $sum: 1 }, oldestAt: { $min: "$receivedAt" } } },
  ]).hint("waiting_of_chat");
  return { waiting: found?.waiting ?? 0, oldestAt: found?.oldestAt ?? null };
}

async function namesOf({ events, notices, replies }: Stuck): Promise<Map<string, string>> {
  const lineUserIds = [...events, ...replies].map(({ chatId }) => chatId);
  const personIds = notices.map(({ personId }) => personId);
  const shape = { name: 1, lineUserId: 1 };
  const [byLine, byId] = await Promise.all([
    lineUserIds.length > 0 ? PersonModel.find({ lineUserId: { $in: lineUserIds } }, shape).lean() : [],
    personIds.length > 0 ? PersonModel.find({ _id: { $in: personIds } }, shape).lean() : [],
  ]);
  return new Map([
    ...byLine.flatMap(({ lineUserId, name }) => (lineUserId ? [[lineUserId, name] as const] : [])),
    ...byId.map(({ _id, name }) => [_id, name] as const),
  ]);
}
