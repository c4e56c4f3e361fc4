import mongoose from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { type AuditFilter, readAudit, readAuditActions } from "#bot/services/admin/audit/read-audit.ts";
import { readSystem } from "#bot/services/admin/system/read-system.ts";
import { listStuck } from "#bot/services/admin/system/stuck.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { DigestModel } from "#models/documents/digest.document.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { useServices } from "#test/support/services.ts";

const ctx = useServices();
const many = 4_000;
/** What grows with the years. */
const growing = ["access-log", "change-log", "inbox", "notices", "chats", "digests", "requests", "people"];

type Operation = { ns: string; planSummary?: string; docsExamined?: number; hasSortStage?: boolean };

let admin: Actor;
const at = (index: number) => new Date(ctx.at.getTime() - index * 3_600_000);
const rows = <T>(make: (index: number) => T): T[] => Array.from({ length: many }, (_, index) => make(index));

beforeAll(async () => {
  admin = actorOf(await ctx.person("ผู้ดูแล", { roles: [{ role: "admin", scope: { kind: "office" } }] }), ctx.at);
  await ChangeEntryModel.insertMany(
    rows((index) => ({
      _id: `c${index}`,
      at: at(index),
      by: { id: `p${index % 5}`, name: "ผู้ดูแล" },
      action: index % 50 === 0 ? "set-hours" : "change-person",
      subject: index % 100 === 0 ? "settings" : `person:p${index}`,
      subjectLabel: "ครู",
    })),
    { lean: true },
  );
  await AccessEntryModel.insertMany(
    rows((index) => ({
      _id: `a${index}`,
      at: at(index),
      personId: `p${index % 40}`,
      action: index % 50 === 0 ? "list:late" : "open",
      subject: `request:r${index % 300}`,
      chain: "test",
      sequence: index,
      hash: "h",
      result: "allowed" as const,
    })),
    { lean: true },
  );
  const event = { chatId: "Uone", timestamp: 1, state: "done" as const, doneAt: ctx.at, tries: 0 };
  await InboxEventModel.insertMany(
    rows((index) => ({ _id: `e${index}`, ...event, receivedAt: at(index) })),
    { lean: true },
  );
  await InboxEventModel.insertMany(
    [0, 1, 2].map((index) => ({ _id: `s${index}`, ...event, state: "set-aside" as const, receivedAt: at(index), tries: 4 })),
  );
  const notice = {
    personId: "p1",
    requestId: "r1",
    revision: 1,
    event: "result" as const,
    as: "requester" as const,
    urgency: "low" as const,
  };
  const settled = (index: number) => ({ ...notice, retryKey: "k", createdAt: at(index), settledAt: at(index) });
  await NoticeModel.insertMany(
    rows((index) => ({
      _id: `n${index}`,
      ...settled(index),
      state: "shown" as const,
      shownBy: index % 50 === 0 ? ("push" as const) : ("reply" as const),
    })),
    { lean: true },
  );
  await NoticeModel.insertMany([1, 2].map((index) => ({ _id: `g${index}`, ...settled(index), state: "given-up" as const })));
  const digest = { personId: "p1", notices: [], state: "delivered" as const, retryKey: "k" };
  await DigestModel.insertMany(
    rows((index) => ({ _id: `d${index}`, ...digest, createdAt: at(index * 5) })),
    { lean: true },
  );
  const reply = { token: "t", messages: [], tries: 1, retryKey: "k" };
  await ChatModel.insertMany(
    rows((index) => ({
      _id: `U${index}`,
      kind: "user" as const,
      turn: 1,
      reply: { ...reply, receivedAt: at(index), state: index % 1_000 === 0 ? ("given-up" as const) : ("delivered" as const) },
      updatedAt: at(index),
    })),
    { lean: true },
  );
});

/** What mongod did for some work, by its own profiler. */
async function operationsOf(work: () => Promise<unknown>): Promise<Operation[]> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  await db.command({ profile: 0 });
  await db.collection("system.profile").drop();
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  const all = await db
    .collection<Operation>("system.profile")
    .find({ op: { $in: ["query", "command"] }, "command.aggregate": { $exists: false } })
    .toArray();
  const aggregates = await db
    .collection<Operation>("system.profile")
    .find({ "command.aggregate": { $exists: true } })
    .toArray();
  // $collStats reads no document.
  const reading = [...all, ...aggregates].filter(({ planSummary }) => planSummary !== undefined && planSummary !== "COLLSTATS");
  return reading.filter(({ ns }) => growing.some((name) => ns === `${db.databaseName}.${name}`));
}

const audit = (filter: AuditFilter) => () => readAudit(ctx, admin, filter, null);
const nextPage = (filter: AuditFilter) => async () => {
  const { next } = await readAudit(ctx, admin, filter, null);
  await readAudit(ctx, admin, filter, next);
};
const parts = {
  version: "0",
  startedAt: ctx.at,
  meter: async () => ({ limit: 300, used: 1, askedAt: null, plan: "free" as const }),
  jobs: async () => null,
};

// Each page reads at most 51 of either log; the next one those of the same moment again.
const cases: [string, () => Promise<unknown>, string[], number][] = [
  ["all of the trail", audit({}), ["{ at: -1, _id: -1 }"], 60],
  ["its next page", nextPage({}), ["{ at: -1, _id: -1 }"], 60],
  ["what one person did", audit({ person: "p3" }), ["{ by.id: 1, at: -1, _id: -1 }", "{ personId: 1, at: -1, _id: -1 }"], 60],
  ["what was done to a record", audit({ subject: "request:r7" }), ["{ subject: 1, at: -1, _id: -1 }"], 60],
  ["a rare kind of change", audit({ action: "set-hours" }), ["{ action: 1, at: -1, _id: -1 }"], 60],
  ["a kind of look", audit({ action: "list", kind: "look" }), ["{ action: 1, at: -1, _id: -1 }"], 60],
  ["some days", audit({ from: "2026-10-01", to: "2026-10-02" }), ["{ at: -1, _id: -1 }"], 60],
  ["which actions there are", () => readAuditActions(ctx, admin), ["DISTINCT_SCAN { action: 1"], 60],
  ["what is stuck", () => listStuck(), ["{ receivedAt: -1 }", "{ settledAt: -1 }", "{ reply.receivedAt: -1 }"], 10],
  [
    "how the system fares",
    () => readSystem(ctx, parts, admin),
    ["{ settledAt: 1 }", "{ createdAt: 1 }", "{ chatId: 1, timestamp: 1 }"],
    140,
  ],
];

describe("the admin's pages", () => {
  it.each(cases)("find %s by an index, and read little more than they show", async (_name, work, indexes, most) => {
    const operations = await operationsOf(work);
    const plans = operations.map(({ planSummary }) => planSummary ?? "");
    for (const index of indexes) expect(plans.join("\n")).toContain(index);
    for (const { ns, planSummary, docsExamined = 0, hasSortStage } of operations) {
      expect(planSummary, ns).not.toContain("COLLSCAN");
      expect(hasSortStage ?? false, `${ns} ${planSummary}`).toBe(false);
      expect(docsExamined, `${ns} ${planSummary}`).toBeLessThanOrEqual(most);
    }
  });
});
