import { z } from "zod";
import { defineContract } from "#models/contracts/contract.ts";
import { moment } from "#models/contracts/parts.ts";

const count = z.int();
/** whose it is, where they are known; never an id that one could write to */
const person = z.string().nullable();

const meter = z.object({
  plan: z.enum(["free", "paid"]),
  /** LINE's limit of the month; null: none */
  limit: count.nullable(),
  /** LINE's count as of `askedAt`; null: not reached yet */
  used: count.nullable(),
  askedAt: moment.nullable(),
  /** pushes and digests of ours that arrived this month */
  sentByUs: count,
  /** kept for urgent ones */
  reserve: count,
});

const jobs = z.object({
  /** shared by all processes */
  tick: z.object({ lastRunAt: moment.nullable(), nextRunAt: moment.nullable(), failures: count }).nullable(),
  /** of the process that answers */
  sweeps: z.array(
    z.object({
      name: z.string(),
      /** milliseconds */
      every: count,
      isUnderWay: z.boolean(),
      lastBegunAt: moment.nullable(),
      lastTookMs: count.nullable(),
      runs: count,
      failures: count,
      lastFailure: z.object({ at: moment, error: z.string() }).nullable(),
    }),
  ),
});

const database = z.object({
  pingMs: z.number(),
  dataBytes: z.number(),
  storageBytes: z.number(),
  indexBytes: z.number(),
  isPrimary: z.boolean(),
  members: z.array(z.object({ isSelf: z.boolean(), state: z.string(), isHealthy: z.boolean() })).nullable(),
  collections: z.array(z.object({ name: z.string(), count, bytes: z.number() })),
});

const system = z.object({
  at: moment,
  version: z.string(),
  startedAt: moment,
  meter,
  jobs: jobs.nullable(),
  database,
  inbox: z.object({ waiting: count, oldestAt: moment.nullable(), setAside: count }),
  events: z.array(z.object({ id: z.string(), kind: z.string(), person, at: moment, tries: count, fault: z.string() })),
  notices: z.array(z.object({ id: z.string(), event: z.string(), person, at: moment, tries: count, fault: z.string() })),
  replies: z.array(z.object({ person, at: moment, tries: count })),
});
export type System = z.infer<typeof system>;

export const getSystem = defineContract({
  method: "get",
  path: "/admin/system",
  summary: "How the system fares: what is stuck, the month's messages, database and jobs",
  asks: "person",
  response: system,
  errors: ["not_allowed"],
});

const retried = z.object({ events: count, notices: count });

export const retryStuck = defineContract({
  method: "post",
  path: "/admin/system/stuck/:id/retry",
  summary: "Send a set-aside event or a given-up push back",
  asks: "person",
  params: z.strictObject({ id: z.string().min(1).max(100) }),
  response: retried,
  errors: ["not_allowed", "not_found"],
});

export const retryAllStuck = defineContract({
  method: "post",
  path: "/admin/system/retry-all",
  summary: "Send back everything that is set aside or given up",
  asks: "person",
  response: retried,
  errors: ["not_allowed"],
});
