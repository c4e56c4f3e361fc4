import mongoose from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { makeExportLink, openExport } from "#bot/services/admin/export-link.ts";
import { listInvitations } from "#bot/services/admin/invitations-list.ts";
import type { By } from "#bot/services/admin/people-admin.ts";
import { type AskedPeople, listPeople } from "#bot/services/admin/people-list.ts";
import { readPerson } from "#bot/services/admin/people-read.ts";
import { listSchools, readSchool } from "#bot/services/admin/schools-list.ts";
import { isDirected, usageOf } from "#bot/services/admin/schools-usage.ts";
import { comparableName } from "#bot/services/people/person-names.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { renameSchoolsOfPeople } from "#bot/services/people/rename-school.ts";
import type { WantedExport } from "#models/contracts/admin/exports.contract.ts";
import { ExportLinkModel } from "#models/documents/export-link.document.ts";
import { InvitationModel } from "#models/documents/invitation.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const manyPeople = 3_000;
const manyRequests = 6_000;
const day = 86_400_000;
/** A page and the one row that tells of another. */
const page = 31;

let by: By;
let cursor: string;

beforeAll(async () => {
  const admin = await ctx.person("นางอารี ดูแลดี", { roles: [{ role: "admin", scope: { kind: "office" } }] });
  by = { actor: actorOf(admin, ctx.at), ip: null };
  const { request } = await ctx.run(repairOf(ctx), ctx.who(admin));
  const sample = await RequestModel.findById(request.id).lean<RequestDocument>();
  if (!sample) throw new Error("no request");
  await PersonModel.insertMany(
    Array.from({ length: manyPeople }, (_, at) => personOf(admin, at)),
    { lean: true },
  );
  await RequestModel.insertMany(
    Array.from({ length: manyRequests }, (_, at) => requestOf(sample, at)),
    { lean: true },
  );
  const invitation = { role: "staff" as const, scope: { kind: "group", group: 1, zones: [] }, createdAt: ctx.at };
  await InvitationModel.insertMany(
    Array.from({ length: 2_000 }, (_, at) => ({
      _id: `i${at}`,
      ...invitation,
      expiresAt: new Date(ctx.at.getTime() + (20 - at) * (day / 2)),
      usedAt: at % 2 === 0 ? ctx.at : null,
    })),
    { lean: true },
  );
  cursor = (await listPeople(ctx, {}, by)).next ?? "";
});

const codeOf = (at: number) => `2402${String(at % 100).padStart(4, "0")}`;

/** A hundred schools of thirty; one in fifty works at the office, and a few names hold a rare word. */
function personOf(admin: PersonDocument, at: number): PersonDocument {
  const name = at % 1_000 === 7 ? `นายฆฤณ คนที่${at}` : `นางสาวมานี คนที่${at}`;
  const staff = {
    role: "staff" as const,
    scope: { kind: "group" as const, group: 1, zones: [] },
    from: new Date(0),
    until: null,
    actingFor: null,
  };
  const { lineUserId: _, ...others } = admin;
  return {
    ...others,
    _id: `p${String(at).padStart(4, "0")}`,
    name,
    school: { code: codeOf(at), name: "โรงเรียนบ้านทุ่ง" },
    phone: `081-${String(at).padStart(3, "0").slice(0, 3)}-${String(at).padStart(4, "0")}`,
    grants: at % 50 === 0 ? [staff] : [],
    searchTokens: searchTokens([name, comparableName(name), "โรงเรียนบ้านทุ่ง"]),
  };
}

function requestOf(sample: RequestDocument, at: number): RequestDocument {
  const createdAt = new Date(ctx.at.getTime() - at * (day / 20));
  const isOpen = at < 300;
  return {
    ...sample,
    _id: `r${at}`,
    draftId: `d${at}`,
    tail: at + 2,
    group: (at % 3) + 1,
    school: { code: codeOf(at), name: "โรงเรียนบ้านทุ่ง", zone: "A" },
    state: isOpen ? "submitted" : "closed",
    isOpen,
    createdAt,
    updatedAt: createdAt,
  };
}

type Operation = { ns: string; planSummary?: string; docsExamined?: number };

/** What grows with the years. The directory of schools does not: it is read whole. */
const growing = ["people", "requests", "invitations", "export-links", "change-log", "access-log"];

/** What mongod did for some work, by its profiler: the queries as they are run, not copies of them. */
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
    .find({ planSummary: { $exists: true } })
    .toArray();
  return all.filter(({ ns }) => growing.some((name) => ns === `${db.databaseName}.${name}`));
}

const people = (asked: AskedPeople) => () => listPeople(ctx, asked, by);
const next = (asked: AskedPeople) => () => listPeople(ctx, { ...asked, cursor }, by);

const today = bangkokDate(ctx.at);
const span = { from: addDays(today, -10), until: today };

/** Made, and read to its end as the browser that follows the link does. */
const exported = (wanted: WantedExport) => async () => {
  const { token } = await makeExportLink(ctx, wanted, by);
  const table = await openExport(ctx, token);
  if (!table) throw new Error("no such export");
  return Array.fromAsync(table.rows);
};
const asRequests = { kind: "requests", ...span, state: "all", group: null, category: null } as const;

const byName = "{ name: 1, _id: 1 }";
const ofSchool = "{ school.code: 1, name: 1, _id: 1 }";
const openOfSchool = "{ school.code: 1 }";
const byRole = "{ grants.role: 1 }";
const bySearch = "{ searchTokens: 1 }";
/** Eleven days of twenty requests, or all that is open. */
const ofSpan = 300;

const cases: [string, () => Promise<unknown>, string[], number][] = [
  ["everybody", people({}), [byName], page],
  ["everybody, on", next({}), [byName], page],
  ["people by a rare word", people({ text: "ฆฤณ" }), [bySearch], page],
  ["people by words that all hold", people({ text: "มานี" }), [byName, bySearch], page],
  ["people by words that all hold, on", next({ text: "มานี" }), [byName, bySearch], page],
  ["somebody by their telephone", people({ text: "081-007-0007" }), ["{ phone: 1 }"], page],
  ["people of a role", people({ role: "staff" }), [byRole, byName], 61],
  ["people of a role, on", next({ role: "staff" }), [byRole, byName], 61],
  ["teachers", people({ role: "teacher" }), [byName], 2 * page],
  ["people of a school", people({ school: codeOf(7) }), [ofSchool], page],
  ["people of a school, on", next({ school: codeOf(7) }), [ofSchool], page],
  ["people of a role at a school", people({ role: "staff", school: codeOf(50) }), [ofSchool, byRole], 61],
  ["one person", () => readPerson(ctx, "p0007", by), ["IDHACK", "{ requester.id: 1, ", "{ assignee.id: 1, "], 1],
  ["who uses the schools of a page", () => listSchools({}, by), [ofSchool, openOfSchool], page * 30],
  ["schools by letters", () => listSchools({ text: "หนองไผ่" }, by), [ofSchool, openOfSchool], page],
  ["who uses a school", () => usageOf([codeOf(7)]), [ofSchool, openOfSchool], page],
  ["one school", () => readSchool("24010001", by), [ofSchool, openOfSchool], page],
  ["who directs a school", () => mongoose.connection.withSession((session) => isDirected("24010001", session)), [byRole], page],
  ["the people of a renamed school", () => renameSchoolsOfPeople([{ _id: codeOf(8), name: "โรงเรียนบ้านท่า" }]), [ofSchool, "IDHACK"], page],
  ["open invitations", () => listInvitations(ctx, by), ["{ expiresAt: 1 }"], 200],
  ["requests of a span of days", exported(asRequests), ["{ createdAt: 1, _id: 1 }"], ofSpan],
  [
    "finished ones",
    exported({ ...asRequests, from: addDays(today, -60), until: addDays(today, -50), state: "closed" }),
    ["{ createdAt: 1, _id: 1 }"],
    ofSpan,
  ],
  [
    "open ones of a group",
    exported({ ...asRequests, state: "open", group: 1, category: "printer" }),
    ["{ createdAt: 1, _id: 1 }", "{ isOpen: 1, group: 1", "{ group: 1, "],
    ofSpan,
  ],
  ["changes of a span of days", exported({ kind: "changes", ...span }), ["{ at: "], ofSpan],
  ["looks of a span of days", exported({ kind: "looks", ...span }), ["{ at: "], ofSpan],
];

describe("every query of the admin's people, schools and lists", () => {
  /** Where several serve, which of them is the planner's to choose; whatever has an id is read by it. */
  it.each(cases)("finds %s by its index, and reads little more than it shows", async (_name, work, indexes, most) => {
    const operations = await operationsOf(work);
    expect(operations.length).toBeGreaterThan(0);
    const allowed = [...indexes, "IDHACK", "{ _id: 1 }"];
    for (const { ns, planSummary = "", docsExamined } of operations) {
      expect(planSummary, ns).not.toContain("COLLSCAN");
      expect(
        allowed.some((index) => planSummary.includes(index)),
        `${ns} ${planSummary}`,
      ).toBe(true);
      expect(docsExamined ?? 0, `${ns} ${planSummary}`).toBeLessThanOrEqual(most);
    }
    expect(operations.some(({ planSummary = "" }) => indexes.some((index) => planSummary.includes(index)))).toBe(true);
  });

  it("lets links of exports go by themselves", async () => {
    const indexes = await ExportLinkModel.collection.indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 86_400 }));
  });
});
