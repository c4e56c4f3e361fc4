import mongoose from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { actorOf } from "#bot/services/people/person-view.ts";
import { lastOfForm } from "#bot/services/requests/last-of-form.ts";
import { listRequests } from "#bot/services/requests/list-requests.ts";
import { setOfficial } from "#bot/services/requests/set-official.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Actor, Role } from "#models/workflows/roles.ts";
import { repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const many = 4_000;
/** So many wait for a decision, of them a fifth for one role. */
const waiting = 100;
const deciders = ["group-head", "centre-head", "director", "data-owner", "school-director"];

type Operation = { planSummary?: string; docsExamined?: number };

const actors = {} as Record<"teacher" | "head" | "director" | "owner" | "staff", Actor>;

beforeAll(async () => {
  const teacher = await ctx.person("ครูต้นแบบ");
  const holder = async (name: string, role: Role, scope: Actor["grants"][number]["scope"]) =>
    actorOf(await ctx.person(name, { roles: [{ role, scope }] }), ctx.at);
  actors.teacher = actorOf(teacher, ctx.at);
  actors.head = await holder("หัวหน้า", "group-head", { kind: "group", group: 1, zones: [] });
  actors.director = await holder("ผอ", "director", { kind: "office" });
  actors.owner = await holder("เจ้าของ", "data-owner", { kind: "system", system: "1" });
  actors.staff = await holder("ช่าง", "staff", { kind: "group", group: 1, zones: [] });
  const { request } = await ctx.run(repairOf(ctx), ctx.who(teacher));
  const sample = await RequestModel.findById(request.id).lean<RequestDocument>();
  if (!sample) throw new Error("no request");
  const past = Array.from({ length: many }, (_, at): RequestDocument => {
    const createdAt = new Date(ctx.at.getTime() - at * 3_600_000);
    const role = deciders[at % deciders.length] ?? "";
    return {
      ...sample,
      _id: `r${at}`,
      draftId: `d${at}`,
      tail: at + 2,
      filedById: at % 40 === 0 ? teacher._id : `p${at % 40}`,
      isOpen: at < waiting,
      decider: at < waiting ? { role, unit: role === "director" || role === "centre-head" ? "" : "1" } : null,
      official: { number: `ศธ 04123/${at % 2_000}`, date: "2026-11-25" },
      stateSince: createdAt,
      createdAt,
      updatedAt: createdAt,
    };
  });
  await RequestModel.insertMany(past, { lean: true });
});

/** What mongod did on requests for some work. */
async function operationsOf(work: () => Promise<unknown>): Promise<Operation[]> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  await db.command({ profile: 0 });
  await db.collection("system.profile").drop();
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  return db
    .collection<Operation & { ns: string; op: string }>("system.profile")
    .find({ ns: `${db.databaseName}.requests`, op: { $in: ["query", "command", "update"] }, planSummary: { $exists: true } })
    .toArray();
}

const list = (who: keyof typeof actors) => () => listRequests(ctx, { list: "to-decide" }, { actor: actors[who] });
const byDecider = "{ decider.role: 1, decider.unit: 1, stateSince: 1 }";
const share = waiting / deciders.length;
const cases: [string, () => Promise<unknown>, string, number][] = [
  ["a head is to decide", list("head"), byDecider, share],
  ["the director is to decide", list("director"), byDecider, share],
  ["a data owner is to decide", list("owner"), byDecider, share],
  ["a technician is to decide: nothing", list("staff"), byDecider, 0],
  ["was filed last of a form", () => lastOfForm("repair", actors.teacher), "{ filedById: 1, formId: 1, createdAt: -1 }", 1],
  [
    "has the same number in the office's register",
    () => setOfficial(ctx, "r1999", { number: "ศธ 04123/7", date: "2026-11-25" }, { actor: actors.staff, ip: null }),
    "{ official.number: 1 }",
    4,
  ],
];

describe("every query about decisions", () => {
  it.each(cases)("finds what %s by its index, and reads no more than that", async (_name, work, index, most) => {
    const operations = await operationsOf(work);
    const plans = operations.map(({ planSummary }) => planSummary ?? "").join("\n");
    expect(plans).toContain(index);
    expect(plans).not.toContain("COLLSCAN");
    for (const { docsExamined, planSummary } of operations) expect(docsExamined ?? 0, planSummary).toBeLessThanOrEqual(most);
  });
});
