import { pino } from "pino";
import { afterAll, beforeAll } from "vitest";
import { type Line as BotLine, openLine } from "#bot/line/open-line.ts";
import type { NotificationDeps } from "#bot/notifications/deps.ts";
import { type Notifications, openNotifications } from "#bot/notifications/open-notifications.ts";
import { openQuota } from "#bot/notifications/quota.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { repairOf, type TestServices, useServices } from "./services.ts";
import { type Line, type LineUser, startLine, testChannel } from "./simulator.ts";

const group = (number: number) => ({ kind: "group" as const, group: number, zones: [] });

/** A person with a phone. */
export type Phone = PersonDocument & { phoneOf: LineUser };

export type TestNotifications = {
  ctx: TestServices;
  line: Line;
  botLine: BotLine;
  deps: NotificationDeps;
  notifications: Notifications;
  teacher(name: string): Promise<Phone>;
  technician(name: string, groupNumber?: number): Promise<Phone>;
  head(name: string, groupNumber?: number): Promise<Phone>;
  /** reports a broken printer for the group that a category belongs to */
  report(who: PersonDocument, answers?: Record<string, unknown>): Promise<string>;
  does(who: PersonDocument, transition: string, requestId: string, offeredIn: string, answers?: Record<string, unknown>): Promise<void>;
  /** sets the month's quota; the plan is read anew */
  plan(limit: number): Promise<void>;
  /** as another process, or after a restart: nothing in memory */
  fresh(): Notifications;
  notices(filter: Record<string, unknown>): Promise<{ event: string; state: string; shownBy: string | null; fault: string | null }[]>;
};

/** Services, a simulated LINE and the notifications between them, on a database of the file's own. */
export function useNotifications(): TestNotifications {
  const ctx = useServices();
  const test = { ctx } as TestNotifications;
  beforeAll(async () => {
    const line = await startLine({ clock: () => ctx.at });
    const config = { channelId: testChannel.id, channelSecret: testChannel.secret, apiBaseUrl: line.url, dataApiBaseUrl: line.url };
    const log = pino({ level: "silent" });
    const botLine = openLine(config, { log, sendTimeoutMs: 1_000 });
    const deps: NotificationDeps = {
      services: ctx,
      line: botLine,
      links: { picture: () => null, page: () => null },
      quota: openQuota(botLine, ctx.clock),
      log,
    };
    Object.assign(test, { line, botLine, deps, notifications: openNotifications(deps) });
  });
  afterAll(async () => {
    await test.notifications.stop();
    await test.botLine.close();
    await test.line.stop();
  });

  async function phone(name: string, more: Parameters<TestServices["person"]>[1]): Promise<Phone> {
    const phoneOf = await test.line.user(name);
    return { ...(await ctx.person(name, { ...more, lineUserId: phoneOf.userId })), phoneOf };
  }

  return Object.assign(test, {
    teacher: (name: string) => phone(name, { phone: "081-234-5678" }),
    technician: (name: string, number = 1) => phone(name, { roles: [{ role: "staff", scope: group(number) }] }),
    head: (name: string, number = 1) => phone(name, { roles: [{ role: "group-head", scope: group(number) }] }),
    report: async (who: PersonDocument, answers = {}) => (await ctx.run(repairOf(ctx, answers), ctx.who(who))).request.id,
    async does(who: PersonDocument, transition: string, requestId: string, offeredIn: string, answers = {}) {
      await ctx.run({ do: "transition", requestId, transition, offeredIn, answers }, ctx.who(who));
    },
    async plan(limit: number) {
      await test.line.meter(limit);
      Object.assign(test.deps, { quota: openQuota(test.botLine, ctx.clock) });
      await test.deps.quota.read();
    },
    fresh: () => openNotifications(test.deps),
    async notices(filter: Record<string, unknown>) {
      const found = await NoticeModel.find(filter).sort({ createdAt: 1 }).lean();
      return found.map(({ event, state, shownBy, fault }) => ({ event, state, shownBy: shownBy ?? null, fault: fault ?? null }));
    },
  });
}
