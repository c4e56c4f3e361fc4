import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { factsOf } from "#bot/services/requests/present-request.ts";
import { visibleTo } from "#bot/services/requests/visible-to.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { can } from "#models/workflows/engine.ts";
import { type Actor, type Grant, roles, type Scope } from "#models/workflows/roles.ts";
import { repairOf, schools, useServices } from "#test/support/services.ts";

const ctx = useServices();
const people = ["p1", "p2", "p3"] as const;
const codes = [...schools.map(({ _id }) => _id), null];

beforeAll(async () => {
  const teacher = await ctx.person("ครูต้นแบบ");
  const { request } = await ctx.run(repairOf(ctx), ctx.who(teacher));
  const sample: RequestDocument | null = await RequestModel.findById(request.id).lean();
  if (!sample) throw new Error("no request");
  await RequestModel.deleteMany({});
  const kinds = [...people, null].flatMap((requester) =>
    people.flatMap((filer) => [null, ...people].flatMap((assignee) => codes.map((code) => ({ requester, filer, assignee, code })))),
  );
  await RequestModel.insertMany(
    kinds.map(({ requester, filer, assignee, code }, index) => ({
      ...sample,
      _id: `r${index}`,
      draftId: `d${index}`,
      tail: index + 1_000,
      requester: { id: requester, name: "ครู", phone: null },
      filedById: filer,
      assignee: assignee ? { id: assignee, name: "ช่าง" } : null,
      school: { code, name: "โรงเรียน", zone: "A" },
      group: (index % 3) + 1,
      system: [null, "DMC", "SchoolMIS"][index % 5] ?? null,
    })),
  );
});

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ kind: "office" }),
  fc.integer({ min: 1, max: 3 }).map((group): Scope => ({ kind: "group", group, zones: [] })),
  fc.constantFrom(...schools.map(({ _id }) => _id), "24019999").map((school): Scope => ({ kind: "school", school })),
  fc.constant<Scope>({ kind: "system", system: "DMC" }),
);
const grant: fc.Arbitrary<Grant> = fc
  .record({ role: fc.constantFrom(...roles), scope })
  .map((held) => ({ ...held, from: new Date(0), until: null, actingFor: null }));
const actor: fc.Arbitrary<Actor> = fc
  .record({ personId: fc.constantFrom(...people, "p9"), grants: fc.array(grant, { maxLength: 3 }), schoolCode: fc.constantFrom(...codes) })
  .map((who) => ({ ...who, name: "คน", position: "" }));

describe("what a person's lists may hold", () => {
  it("is exactly what they may see, whoever they are", async () => {
    const all: RequestDocument[] = await RequestModel.find().lean();
    await fc.assert(
      fc.asyncProperty(actor, async (who) => {
        const filtered = await RequestModel.find(visibleTo(who), { _id: 1 }).lean();
        const seen = all.filter((request) => can(ctx.catalogue.of(request.formId).workflow, who, "see", factsOf(request), ctx.at));
        expect(filtered.map(({ _id }) => _id).sort()).toEqual(seen.map(({ _id }) => _id).sort());
      }),
      { numRuns: 120 },
    );
  });
});
