import { beforeAll, describe, expect, it } from "vitest";
import { applyImport } from "#bot/services/admin/import-apply.ts";
import { previewImport } from "#bot/services/admin/import-preview.ts";
import type { By } from "#bot/services/admin/people-admin.ts";
import { takingTurns } from "#bot/services/admin/people-turn.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { useServices } from "#test/support/services.ts";

const ctx = useServices();
let by: By;

beforeAll(async () => {
  const admin = await ctx.person("นางอารี ดูแลดี", { roles: [{ role: "admin", scope: { kind: "office" } }] });
  by = { actor: actorOf(admin, ctx.at), ip: null };
});

const peopleOf = (rows: string[]) => new TextEncoder().encode(["name,position,school,role,phone", ...rows].join("\n"));

async function imports(bytes: Uint8Array) {
  const { token } = await previewImport(ctx, "people", bytes, by);
  return applyImport(ctx, { kind: "people", bytes, token }, by);
}

/** An import that has been planned when something happens to the directory: the turn to write is held until then. */
async function overtaken(bytes: Uint8Array, happens: () => Promise<unknown>) {
  const { token } = await previewImport(ctx, "people", bytes, by);
  const planned = Promise.withResolvers<void>();
  const watched: ServiceContext = {
    ...ctx,
    newId() {
      planned.resolve();
      return ctx.newId();
    },
  };
  const under = await takingTurns(async () => {
    const applied = Promise.allSettled([applyImport(watched, { kind: "people", bytes, token }, by)]);
    await planned.promise;
    await happens();
    return { applied };
  });
  const [outcome] = await under.applied;
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

describe("an import that is overtaken while it is planned", () => {
  it("is not done where a row's person was changed: nothing of it is written", async () => {
    await ctx.person("นางเปลี่ยน ระหว่างทาง");
    const bytes = peopleOf(["นายมาใหม่ พอดี,ครู,24010001,,", "นางเปลี่ยน ระหว่างทาง,ครูชำนาญการ,24010001,,"]);
    const change = async () => await PersonModel.updateOne({ name: "นางเปลี่ยน ระหว่างทาง" }, { $set: { position: "ผู้อำนวยการ" } });
    await expect(overtaken(bytes, change)).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await PersonModel.exists({ name: "นายมาใหม่ พอดี" })).toBeNull();
    expect(await ChangeEntryModel.exists({ action: "import-people" })).toBeNull();
    expect(await PersonModel.findOne({ name: "นางเปลี่ยน ระหว่างทาง" }).lean()).toMatchObject({ position: "ผู้อำนวยการ" });
  });

  it("does not add whoever has registered meanwhile a second time", async () => {
    const bytes = peopleOf(["นายคนแรก ของไฟล์,ครู,24010002,,", "นางลงทะเบียน เองแล้ว,ครู,24010001,,"]);
    const registers = () => ctx.person("นางลงทะเบียน เองแล้ว");
    await expect(overtaken(bytes, registers)).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await imports(bytes)).toMatchObject({ added: 1, unchanged: 1 });
    expect(await PersonModel.countDocuments({ name: "นางลงทะเบียน เองแล้ว" })).toBe(1);
  });

  it("is done all the same, once, when what changed does not concern it", async () => {
    const bytes = peopleOf(["นางไม่เกี่ยว กับใคร,ครู,24010003,staff:1:A,081-000-0007"]);
    const registers = () => ctx.person("นายคนอื่น มาลงทะเบียน");
    expect(await overtaken(bytes, registers)).toMatchObject({ added: 1 });
    const added = await PersonModel.find({ name: "นางไม่เกี่ยว กับใคร" });
    expect(added.map((person) => person.toObject())).toMatchObject([
      {
        phone: "081-000-0007",
        grants: [{ role: "staff", scope: { kind: "group", group: 1, zones: ["A"] }, until: null, actingFor: null }],
      },
    ]);
    expect(added[0]?.lineUserId).toBeUndefined();
  });
});

describe("a list of schools with new names", () => {
  it("gives every school's people the name of their own", async () => {
    await ctx.person("นางอยู่ หนองไผ่");
    await ctx.person("นางอยู่ ทุ่งสว่าง", { school: { code: "24010002", name: "โรงเรียนวัดทุ่งสว่าง" } });
    const rows = ["24010001,โรงเรียนหนองไผ่ใหม่,เมือง,A,", "24010002,โรงเรียนทุ่งสว่างใหม่,เมือง,A,"];
    const bytes = new TextEncoder().encode(["code,name,district,zone,phone", ...rows].join("\n"));
    const { token } = await previewImport(ctx, "schools", bytes, by);
    expect(await applyImport(ctx, { kind: "schools", bytes, token }, by)).toMatchObject({ changed: 2 });
    expect(await SchoolModel.findById("24010001").lean()).toMatchObject({ name: "โรงเรียนหนองไผ่ใหม่" });
    const namesOf = async (name: string) => (await PersonModel.findOne({ name }).lean())?.school.name;
    expect(await namesOf("นางอยู่ หนองไผ่")).toBe("โรงเรียนหนองไผ่ใหม่");
    expect(await namesOf("นางอยู่ ทุ่งสว่าง")).toBe("โรงเรียนทุ่งสว่างใหม่");
  });
});
