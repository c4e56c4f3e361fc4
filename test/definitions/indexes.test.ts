import mongoose from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { readChats } from "#bot/services/chats/read-chats.ts";
import { checkStoredVersions } from "#bot/services/check-stored-versions.ts";
import { runQuery } from "#bot/services/effects/run-query.ts";
import { fetchWanted } from "#bot/services/files/fetch-wanted.ts";
import { removeLooseFiles } from "#bot/services/files/remove-loose-files.ts";
import { photoOfMessage } from "#bot/services/files/store-photo.ts";
import { personByLineId } from "#bot/services/people/find-person.ts";
import { markShown } from "#bot/services/requests/mark-shown.ts";
import { runDue } from "#bot/services/requests/run-due.ts";
import type { Who } from "#bot/services/service-context.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const many = 5_000;
const day = 86_400_000;

/** One operation as mongod saw it. */
type Operation = { ns: string; op: string; planSummary?: string; docsExamined?: number; nreturned?: number; hasSortStage?: boolean };

/** What grows with the years. Schools, settings and holidays do not. */
const growing = ["requests", "timeline", "people", "notices", "files", "chats", "inbox", "access-log", "invitations"];

let teacher: PersonDocument;
let technician: PersonDocument;
let head: PersonDocument;
let request: RequestDocument;

const who = (person: PersonDocument): Who => ctx.who(person);

beforeAll(async () => {
  const staffOf = (role: "staff" | "group-head") => ({ roles: [{ role, scope: { kind: "group" as const, group: 1, zones: [] } }] });
  teacher = await ctx.person("ครูสมหญิง ใจดี", { phone: "081-234-5678" });
  technician = await ctx.person("ช่างเอก มานะ", staffOf("staff"));
  head = await ctx.person("หัวหน้าตรี", staffOf("group-head"));
  const made = await ctx.run(repairOf(ctx), who(teacher));
  const found: RequestDocument | null = await RequestModel.findById(made.request.id).lean();
  if (!found) throw new Error("no request");
  request = found;
  await RequestModel.insertMany(
    Array.from({ length: many }, (_, index) => oldRequest(index)),
    { lean: true },
  );
  await PersonModel.insertMany(
    Array.from({ length: 2_000 }, (_, index) => otherPerson(index)),
    { lean: true },
  );
  await ChatModel.insertMany(["L77", "L78"].map((_id) => ({ _id, kind: "user" as const, turn: 1, updatedAt: ctx.at })));
  await TimelineEntryModel.insertMany(
    Array.from({ length: many }, (_, index) => ({
      _id: `t${index}`,
      requestId: `r${index % 1_000}`,
      sequence: index,
      at: ctx.at,
      actor: { id: "p1", name: "ครู", position: "" },
      transition: "note",
      deed: "บันทึก",
      to: "closed",
      filed: [],
      audience: "all" as const,
    })),
    { lean: true },
  );
  const file = { state: "attached" as const, requestId: "r1", createdAt: ctx.at };
  await FileModel.insertMany(
    Array.from({ length: 2_000 }, (_, index) => ({ _id: `f${index}`, ...file, lineMessageId: `m${index}` })),
    { lean: true },
  );
});

/** Ten years of one office: one request in fifty is open, one in a hundred has nobody. */
function oldRequest(index: number): RequestDocument {
  const createdAt = new Date(ctx.at.getTime() - index * (day / 2));
  const isOpen = index % 50 === 0;
  return {
    ...request,
    _id: `r${index}`,
    draftId: `d${index}`,
    tail: (index % 700) + 2,
    year: 2569 - Math.floor(index / 700),
    requester: { id: index % 97 === 0 ? null : `p${index % 500}`, name: "ครู", phone: `08${String(index % 300).padStart(8, "0")}` },
    filedById: `p${index % 500}`,
    assignee: isOpen && index % 100 === 0 ? null : { id: index % 7 === 0 ? technician._id : "p9", name: "ช่าง" },
    group: (index % 3) + 1,
    state: isOpen ? "submitted" : "closed",
    isOpen,
    startBy: createdAt,
    finishBy: new Date(createdAt.getTime() + 5 * day),
    createdAt,
    updatedAt: createdAt,
  };
}

function otherPerson(index: number) {
  const name = `ครูคนที่${index} นามสกุล${index % 50}`;
  return {
    ...teacher,
    _id: `p${index}`,
    name,
    phone: `06${String(index).padStart(8, "0")}`,
    lineUserId: `L${index}`,
    searchTokens: searchTokens([name]),
  };
}

/** What mongod did for some work, by its own profiler: the queries as they are run, not copies of them. */
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
    .find({ op: { $in: ["query", "update", "remove", "command"] } })
    .toArray();
  return all.filter(({ ns, planSummary }) => planSummary !== undefined && growing.some((name) => ns === `${db.databaseName}.${name}`));
}

const list = (name: Parameters<typeof runQuery>[1] & { do: "list" }, person: () => PersonDocument) => () =>
  runQuery(ctx, name, who(person()));

const cases: [string, () => Promise<unknown>, string[]][] = [
  ["my open requests", list({ do: "list", list: "mine-open" }, () => teacher), ["{ requester.id: 1, createdAt: -1 }"]],
  [
    "my requests, as staff",
    list({ do: "list", list: "mine-recent" }, () => technician),
    ["{ requester.id: 1, createdAt: -1 }", "{ filedById: 1, createdAt: -1 }"],
  ],
  ["my work", list({ do: "list", list: "my-work" }, () => technician), ["{ assignee.id: 1, finishBy: 1 }"]],
  ["what nobody has", list({ do: "list", list: "unassigned" }, () => head), ["{ group: 1, finishBy: 1 }"]],
  ["the queue", list({ do: "list", list: "queue" }, () => head), ["{ group: 1, finishBy: 1 }"]],
  ["what is late", list({ do: "list", list: "late" }, () => head), []],
  [
    "by number",
    () => runQuery(ctx, { do: "find", number: { code: "REP", year: 2569, tail: 9 } }, who(technician)),
    ["{ code: 1, year: 1, tail: 1 }"],
  ],
  [
    "by a bare tail",
    () => runQuery(ctx, { do: "find", number: { code: null, year: null, tail: 9 } }, who(teacher)),
    ["{ tail: 1, year: -1 }"],
  ],
  ["by id, with its timeline", () => runQuery(ctx, { do: "find", id: "r7" }, who(technician)), ["{ requestId: 1, sequence: 1 }"]],
  ["who has how much", () => runQuery(ctx, { do: "workload" }, who(head)), ["{ assignee.id: 1, finishBy: 1 }", "{ grants.role: 1 }"]],
  ["staff by name", () => runQuery(ctx, { do: "lookup", source: "staff", text: "เอก" }, who(head)), ["{ grants.role: 1 }"]],
  ["who writes", () => personByLineId("L77"), ["{ lineUserId: 1"]],
  ["all that a turn starts from", () => readChats(["L77", "L78"]), []],
  ["a picture by its message", () => photoOfMessage("m77"), ["{ lineMessageId: 1 }"]],
  ["what is due", () => runDue(ctx), ["{ nextDueAt: 1 }"]],
  ["what was shown", () => markShown(ctx, teacher._id, [request._id]), []],
  ["a submission", () => ctx.run(repairOf(ctx), who(teacher)), ["{ draftId: 1 }", "{ grants.role: 1 }"]],
  [
    "a submission for a caller",
    () => ctx.run({ ...repairOf(ctx), onBehalfOf: { name: "ครูโทรมา", phone: "0600000077" } }, who(technician)),
    ["{ phone: 1 }"],
  ],
  [
    "a registration",
    () =>
      ctx.run(
        {
          do: "register",
          noticeVersion: "1",
          registration: { name: "ครูใหม่ มาเอง", position: "ครู", school: { code: null, name: "บ้านใหม่" }, phone: "0800000097" },
        },
        { actor: null, chatId: "Unew", lineUserId: "Unew" },
      ),
    ["{ lineUserId: 1", "{ requester.phone: 1 }", "{ searchTokens: 1 }"],
  ],
  [
    "a transition",
    () => ctx.run({ do: "transition", requestId: "r300", transition: "accept", offeredIn: "submitted", answers: {} }, who(technician)),
    [],
  ],
  ["pictures that nobody took", () => removeLooseFiles(ctx), ["{ createdAt: 1 }"]],
  ["pictures that are wanted", () => fetchWanted(ctx, async () => ({ kind: "gone" })), ["{ nextTryAt: 1 }"]],
  ["which versions are stored", () => checkStoredVersions(ctx.catalogue), ["{ formId: 1, formVersion: 1, state: 1 }"]],
];

describe("every query that grows with the years", () => {
  it.each(cases)("finds %s by an index, and reads little more than it gives", async (_name, work, indexes) => {
    const operations = await operationsOf(work);
    expect(operations.length).toBeGreaterThan(0);
    const plans = operations.map(({ planSummary }) => planSummary ?? "");
    for (const index of indexes) expect(plans.join("\n")).toContain(index);
    for (const operation of operations) {
      expect(operation.planSummary, JSON.stringify(operation.ns)).not.toContain("COLLSCAN");
      // The open ones of five thousand are a hundred: no list looks at more, however many years lie behind.
      expect(operation.docsExamined ?? 0, `${operation.ns} ${operation.planSummary}`).toBeLessThanOrEqual(130);
    }
  });
});
