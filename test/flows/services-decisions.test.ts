import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listDesk } from "#bot/services/desk/list-desk.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { listRequests } from "#bot/services/requests/list-requests.ts";
import { runDue } from "#bot/services/requests/run-due.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { type PersonDocument, PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { Role, Scope } from "#models/workflows/roles.ts";
import { badge, chairs, delivery } from "#test/support/invented-types.ts";
import { schools, useServices } from "#test/support/services.ts";

const ctx = useServices([chairs, delivery, badge]);
const wanted = { event: "ประชุม", count: 20, day: "2027-01-22" };
const group1: Scope = { kind: "group", group: 1, zones: [] };

const withRole = (name: string, role: Role, scope: Scope = { kind: "office" }) => ctx.person(name, { roles: [{ role, scope }] });

async function asks(person: PersonDocument, answers: Answers = wanted, formId = "chairs"): Promise<string> {
  const { request } = await ctx.run({ do: "submit", formId, formVersion: 1, draftId: ctx.newId(), answers }, ctx.who(person));
  return request.id;
}

const read = async (id: string) => {
  const found = await RequestModel.findById(id).lean();
  if (!found) throw new Error("no request");
  return found;
};

/** One press: offered by what the person sees now, unless said otherwise. */
async function does(
  person: PersonDocument,
  id: string,
  transition: string,
  more: { answers?: Answers; seen?: number; offeredIn?: string } = {},
) {
  const { state, answersRevision } = await read(id);
  const { answers = {}, seen = answersRevision, offeredIn = state } = more;
  return (await ctx.run({ do: "transition", requestId: id, transition, offeredIn, seen, answers }, ctx.who(person))).request;
}

describe("a request that is decided in order", () => {
  it("waits for the head, then for the director where there is much, and is told to whoever is next", async () => {
    const teacher = await ctx.person("ครูขอเก้าอี้");
    const head = await withRole("หัวหน้าหนึ่ง", "group-head", group1);
    const director = await withRole("ผอ เขต", "director");
    const id = await asks(teacher, { ...wanted, count: 80 });
    expect(await read(id)).toMatchObject({ state: "waiting-head", decider: { role: "group-head", unit: "1" }, answersRevision: 1 });
    expect(await NoticeModel.find({ requestId: id }, { personId: 1, event: 1, _id: 0 }).lean()).toEqual([
      { personId: head._id, event: "decision" },
    ]);
    await does(head, id, "head-approve", { answers: { words: "เห็นควร" } });
    expect(await read(id)).toMatchObject({ state: "waiting-director", decider: { role: "director", unit: "" }, record: null });
    expect(await NoticeModel.exists({ requestId: id, personId: director._id, event: "decision" })).not.toBeNull();
    await does(director, id, "director-approve");
    expect(await read(id)).toMatchObject({ state: "approved", decider: null, record: { state: "wanted" } });
    const few = await asks(teacher, wanted);
    await does(head, few, "head-approve-to-end");
    expect(await read(few)).toMatchObject({ state: "approved" });
  });

  it("is listed for who decides, the longest waiting first, and is no work for technicians until it is approved", async () => {
    const teacher = await ctx.person("ครูรอนาน");
    const head = await withRole("หัวหน้ารายการ", "group-head", group1);
    const staff = await withRole("ช่างรายการ", "staff", group1);
    ctx.at = new Date(ctx.at.getTime() + 60_000);
    const early = await asks(teacher);
    ctx.at = new Date(ctx.at.getTime() + 60_000);
    const late = await asks(teacher);
    const list = async (person: PersonDocument, name: "to-decide" | "unassigned" | "queue") =>
      (await listRequests(ctx, { list: name }, ctx.who(person))).requests.map(({ id }) => id);
    const decided = await list(head, "to-decide");
    expect(decided.filter((id) => id === early || id === late)).toEqual([early, late]);
    expect(await list(staff, "to-decide")).toEqual([]);
    expect(await list(teacher, "to-decide")).toEqual([]);
    for (const name of ["unassigned", "queue"] as const) expect(await list(staff, name)).not.toContain(early);
    await does(head, early, "head-approve-to-end");
    for (const name of ["unassigned", "queue"] as const) expect(await list(staff, name)).toContain(early);
    expect(await list(head, "to-decide")).not.toContain(early);
  });

  it("is not decided by who asked for it: a head's own waits for the centre head", async () => {
    const head = await withRole("หัวหน้าขอเอง", "group-head", { kind: "group", group: 1, zones: [] });
    await RequestModel.deleteMany({});
    await PersonModel.deleteMany({ _id: { $ne: head._id }, "grants.role": "group-head" });
    const centre = await withRole("หัวหน้าศูนย์", "centre-head");
    const id = await asks(head);
    expect(await read(id)).toMatchObject({ decider: { role: "centre-head", unit: "" } });
    expect((await NoticeModel.find({ requestId: id }).lean()).map(({ personId }) => personId)).toEqual([centre._id]);
    await expect(does(head, id, "head-approve-to-end")).rejects.toMatchObject({ refusal: { code: "own_request" } });
    expect((await does(centre, id, "head-approve-to-end")).state).toBe("approved");
  });

  it("comes back with the reason, is corrected and sent anew; the timeline tells only what changed", async () => {
    const teacher = await ctx.person("ครูแก้ใหม่");
    const head = await withRole("หัวหน้าส่งกลับ", "group-head", group1);
    const id = await asks(teacher);
    await does(head, id, "head-return", { answers: { reason: "วันนั้นเก้าอี้ไม่พอ" } });
    expect(await read(id)).toMatchObject({ state: "returned", decider: null, awaits: teacher._id });
    const school = { code: schools[1]._id, name: "พิมพ์เอง" };
    const anew = { ...wanted, count: 15, day: "2027-01-25", school, phone: "0812345678" };
    await does(teacher, id, "resubmit", { answers: anew });
    expect(await read(id)).toMatchObject({
      state: "waiting-head",
      answers: { count: 15, school: { code: schools[1]._id, name: schools[1].name } },
      school: { code: schools[1]._id },
      requester: { phone: "081-234-5678" },
      subject: "เก้าอี้ 15 ตัว ประชุม",
      answersRevision: 3,
      revision: 3,
    });
    const entry = await TimelineEntryModel.findOne({ requestId: id, sequence: 3 }).lean();
    expect(entry?.filed.map(({ label, shown }) => `${label}: ${shown}`)).toEqual([
      "จำนวน: 20 → 15",
      "วันที่ใช้: 22 ม.ค. 70 → 25 ม.ค. 70",
      `โรงเรียน: ไม่ได้กรอก → ${schools[1].name}`,
      "เบอร์โทร: ไม่ได้กรอก → 081-234-5678",
    ]);
    await expect(does(teacher, id, "correct", { answers: { ...anew, count: 450 } })).rejects.toMatchObject({
      refusal: { code: expect.stringMatching(/state_changed|invalid_answers/) },
    });
  });

  it("keeps a wrong correction out by the form's own gate, and changes nothing then", async () => {
    const teacher = await ctx.person("ครูกรอกผิด");
    const id = await asks(teacher);
    await expect(does(teacher, id, "correct", { answers: { ...wanted, count: 450 } })).rejects.toMatchObject({
      refusal: { code: "invalid_answers", problems: [{ field: "count" }] },
    });
    await expect(does(teacher, id, "correct", { answers: { ...wanted, colour: "แดง" } })).rejects.toMatchObject({
      refusal: { code: "invalid_answers" },
    });
    expect(await read(id)).toMatchObject({ revision: 1, answers: wanted });
  });
});

describe("a correction", () => {
  it("of answers that another phone changed meanwhile is refused, saying what changed, and undoes nothing", async () => {
    const teacher = await ctx.person("ครูสองเครื่อง");
    const id = await asks(teacher);
    await does(teacher, id, "correct", { answers: { ...wanted, event: "อบรม" }, seen: 1 });
    const late = { ...wanted, count: 30 };
    await expect(does(teacher, id, "correct", { answers: late, seen: 1 })).rejects.toMatchObject({
      refusal: { code: "state_changed", by: "คุณ", deed: "แก้ไขเรื่อง", changed: "งาน: ประชุม → อบรม" },
    });
    const unseen = { do: "transition" as const, requestId: id, transition: "correct", offeredIn: "waiting-head", answers: late };
    await expect(ctx.run(unseen, ctx.who(teacher))).rejects.toMatchObject({ refusal: { code: "state_changed" } });
    expect(await read(id)).toMatchObject({ answers: { event: "อบรม", count: 20 }, revision: 2 });
    await does(teacher, id, "correct", { answers: { ...late, event: "อบรม" }, seen: 2 });
    expect(await read(id)).toMatchObject({ answers: { event: "อบรม", count: 30 }, answersRevision: 3 });
  });
});

describe("a decision", () => {
  it("about other answers than were shown is refused, saying who changed what", async () => {
    const teacher = await ctx.person("ครูเปลี่ยนใจ");
    const head = await withRole("หัวหน้าอ่านก่อน", "group-head", group1);
    const id = await asks(teacher);
    await does(teacher, id, "correct", { answers: { ...wanted, count: 30 } });
    await expect(does(head, id, "head-approve-to-end", { seen: 1 })).rejects.toMatchObject({
      refusal: { code: "state_changed", by: "ครูเปลี่ยนใจ", deed: "แก้ไขเรื่อง", changed: "จำนวน: 20 → 30" },
    });
    const unseen = { do: "transition" as const, requestId: id, transition: "head-approve-to-end", offeredIn: "waiting-head", answers: {} };
    await expect(ctx.run(unseen, ctx.who(head))).rejects.toMatchObject({ refusal: { code: "state_changed" } });
    expect((await does(head, id, "head-approve-to-end", { seen: 2 })).state).toBe("approved");
  });

  it("is made once, however deciders and a correcting requester race, and never about answers that were not seen", async () => {
    const teacher = await ctx.person("ครูแข่ง");
    const heads = [await withRole("หัวหน้าก", "group-head", group1), await withRole("หัวหน้าข", "group-head", group1)];
    const move = fc.constantFrom("approve", "refuse", "correct");
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 4 }), async (moves) => {
        const id = await asks(teacher);
        const outcomes = await Promise.allSettled(
          moves.map((what, at) => {
            if (what === "correct")
              return does(teacher, id, "correct", { answers: { ...wanted, count: 30 + at }, seen: 1, offeredIn: "waiting-head" });
            const head = heads[at % 2] ?? teacher;
            const way = what === "approve" ? "head-approve-to-end" : "head-refuse";
            return does(head, id, way, { answers: what === "refuse" ? { reason: "ไม่ว่าง" } : {}, seen: 1, offeredIn: "waiting-head" });
          }),
        );
        const entries = await TimelineEntryModel.find({ requestId: id }).sort({ sequence: 1 }).lean();
        const deeds = entries.map(({ transition }) => transition);
        const made = deeds.filter((deed) => deed.startsWith("head-"));
        expect(made.length).toBeLessThanOrEqual(1);
        if (made.length === 1) expect(deeds).toEqual(["submit", made[0]]);
        expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(entries.length - 1);
        for (const outcome of outcomes) {
          if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ refusal: { code: "state_changed" } });
        }
        const now = await read(id);
        expect(now.revision).toBe(entries.length);
        const corrections = entries.filter(({ transition }) => transition === "correct");
        expect(now.answersRevision).toBe(corrections.at(-1)?.sequence ?? 1);
      }),
      { numRuns: 12 },
    );
  });
});

describe("what happens by itself when a day is over", () => {
  it("comes at the end of that day in Bangkok, another day where the answer changes, at once where it is over already", async () => {
    const teacher = await ctx.person("ครูยืมนาน");
    const head = await withRole("หัวหน้าให้ยืม", "group-head", group1);
    const staff = await withRole("ช่างให้ยืม", "staff", group1);
    const id = await asks(teacher);
    await does(head, id, "head-approve-to-end");
    await does(staff, id, "lend");
    expect(await read(id)).toMatchObject({ nextDue: "overdue", nextDueAt: new Date("2027-01-22T17:00:00Z") });
    await does(staff, id, "move", { answers: { until: "2027-01-24" } });
    expect(await read(id)).toMatchObject({
      nextDue: "overdue",
      nextDueAt: new Date("2027-01-24T17:00:00Z"),
      answers: { day: "2027-01-24" },
    });
    ctx.at = new Date("2027-01-24T17:00:01Z");
    await runDue(ctx);
    expect(await read(id)).toMatchObject({ state: "overdue" });
    const past = await asks(teacher, { ...wanted, day: "2027-01-01" });
    await does(head, past, "head-approve-to-end");
    await does(staff, past, "lend");
    expect((await read(past)).nextDueAt).toEqual(ctx.at);
  });
});

describe("what is late", () => {
  it("is not what nobody could begin yet: a promise to begin waits for the decision, the promised end does not", async () => {
    const teacher = await ctx.person("ครูรอผล");
    const head = await withRole("หัวหน้าใจเย็น", "group-head", group1);
    // A list shows ten.
    await RequestModel.deleteMany({});
    const id = await asks(teacher, { ...wanted, day: "2028-01-22" });
    const { startBy, finishBy } = await read(id);
    const isLate = async (at: Date) => {
      ctx.at = at;
      const { requests } = await listRequests(ctx, { list: "late" }, ctx.who(head));
      const counted = (await listDesk(ctx, { view: "late" }, null, actorOf(head, at))).requests;
      expect(counted.some((one) => one.id === id)).toBe(requests.some((one) => one.id === id));
      return requests.some((one) => one.id === id);
    };
    expect(await isLate(new Date(startBy.getTime() + 60_000))).toBe(false);
    expect(await isLate(new Date(finishBy.getTime() + 60_000))).toBe(true);
    ctx.at = new Date(startBy.getTime() + 60_000);
    await does(head, id, "head-approve-to-end");
    expect(await isLate(new Date(startBy.getTime() + 120_000))).toBe(true);
  });
});

describe("a form of the centre's own", () => {
  it("is filed by staff, and by nobody else", async () => {
    const teacher = await ctx.person("ครูอยากส่ง");
    const staff = await withRole("ช่างส่งของ", "staff", group1);
    await expect(asks(teacher, { what: "เก้าอี้" }, "delivery")).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
    expect(await read(await asks(staff, { what: "เก้าอี้" }, "delivery"))).toMatchObject({ group: 1, decider: null });
  });
});

describe("what is about a system", () => {
  it("waits for its data owner, else for the next who may decide", async () => {
    const teacher = await ctx.person("ครูขอบัตร");
    const centre = await withRole("หัวหน้าศูนย์อีกคน", "centre-head");
    const first = await asks(teacher, { system: "DMC", until: "2027-06-30" }, "badge");
    expect(await read(first)).toMatchObject({ system: "DMC", decider: { role: "centre-head", unit: "" } });
    const owner = await withRole("เจ้าของ DMC", "data-owner", { kind: "system", system: "DMC" });
    const second = await asks(teacher, { system: "DMC", until: "2027-06-30" }, "badge");
    expect(await read(second)).toMatchObject({ decider: { role: "data-owner", unit: "DMC" } });
    const other = await asks(teacher, { system: "SchoolMIS", until: "2027-06-30" }, "badge");
    const listed = (await listRequests(ctx, { list: "to-decide" }, ctx.who(owner))).requests.map(({ id }) => id);
    expect(listed).toEqual([second]);
    await expect(does(owner, other, "owner-approve")).rejects.toMatchObject({ refusal: { code: "not_found" } });
    expect((await does(owner, second, "owner-approve")).state).toBe("issued");
    expect((await does(centre, first, "owner-approve")).state).toBe("issued");
  });
});
