import { beforeAll, describe, expect, it } from "vitest";
import { flushAccessLog } from "#bot/services/record-access.ts";
import { Refused } from "#bot/services/refused.ts";
import { markShown } from "#bot/services/requests/mark-shown.ts";
import { runDue } from "#bot/services/requests/run-due.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { addDays } from "#models/fields/thai/bangkok.ts";
import { monday, repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const group = (number: number) => ({ kind: "group" as const, group: number, zones: [] });

let teacher: PersonDocument;
let technician: PersonDocument;
let colleague: PersonDocument;
let head: PersonDocument;

beforeAll(async () => {
  teacher = await ctx.person("ครูสมหญิง ใจดี");
  technician = await ctx.person("ช่างเอก มานะ", { roles: [{ role: "staff", scope: group(1) }] });
  colleague = await ctx.person("ช่างโท ขยัน", { roles: [{ role: "staff", scope: group(1) }] });
  head = await ctx.person("หัวหน้าตรี", { roles: [{ role: "group-head", scope: group(1) }] });
});

const report = async (answers = {}) => (await ctx.run(repairOf(ctx, answers), ctx.who(teacher))).request;
const press = (requestId: string, transition: string, offeredIn: string, who: PersonDocument, answers: Record<string, unknown> = {}) =>
  ctx.run({ do: "transition", requestId, transition, offeredIn, answers }, ctx.who(who));
const refusalOf = async (deed: Promise<unknown>) => {
  const error = await deed.catch((thrown: unknown) => thrown);
  if (error instanceof Refused) return error.refusal;
  throw error;
};
const storedOf = async (id: string) => {
  const found = await RequestModel.findById(id).lean();
  if (!found) throw new Error(`no request ${id}`);
  return found;
};

describe("two at once", () => {
  it("gives the job to one of two technicians and tells the other who has it, twenty times in parallel", async () => {
    const requests = await Promise.all(Array.from({ length: 20 }, () => report()));
    await Promise.all(
      requests.map(async ({ id }) => {
        const tries = await Promise.allSettled([technician, colleague].map((who) => press(id, "accept", "submitted", who)));
        const lost = tries.filter((tried) => tried.status === "rejected");
        expect(lost).toHaveLength(1);
        const winner = (await storedOf(id)).assignee?.name;
        expect([technician.name, colleague.name]).toContain(winner);
        expect(lost[0]?.reason).toMatchObject({
          refusal: { code: "state_changed", by: winner, deed: "รับเรื่อง", request: { state: "accepted" } },
        });
        expect(await TimelineEntryModel.countDocuments({ requestId: id })).toBe(2);
      }),
    );
  });

  it("keeps both of two notes written at once", async () => {
    const { id } = await report();
    await Promise.all(Array.from({ length: 6 }, (_, note) => press(id, "note", "submitted", technician, { words: `บันทึก ${note}` })));
    const entries = await TimelineEntryModel.find({ requestId: id }).sort({ sequence: 1 }).lean();
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect((await storedOf(id)).revision).toBe(7);
  });
});

describe("a press offered in another state", () => {
  it("is refused even where the transition would be possible, but a note goes through", async () => {
    const { id } = await report();
    await press(id, "assign", "submitted", head, { person: { id: technician._id, name: "?" } });
    expect(await refusalOf(press(id, "accept", "submitted", technician))).toMatchObject({
      code: "state_changed",
      by: head.name,
      deed: "มอบหมายงาน",
    });
    await flushAccessLog();
    const look = { personId: technician._id, action: "state_changed", subject: `request:${id}` };
    expect(await AccessEntryModel.countDocuments(look)).toBe(1);
    await press(id, "note", "submitted", technician, { words: "ไปพรุ่งนี้" });
    expect((await storedOf(id)).assignee).toEqual({ id: technician._id, name: technician.name });
  });
});

describe("a refused press", () => {
  it("names the deed that moved the request, never a note, and calls oneself คุณ", async () => {
    const { id } = await report();
    await press(id, "accept", "submitted", technician);
    await press(id, "note", "accepted", colleague, { words: "ไปพรุ่งนี้" });
    expect(await refusalOf(press(id, "accept", "submitted", technician))).toMatchObject({ by: "คุณ", deed: "รับเรื่อง" });
    expect(await refusalOf(press(id, "accept", "submitted", colleague))).toMatchObject({ by: technician.name, deed: "รับเรื่อง" });
  });
});

describe("withdrawing", () => {
  it("is over for good once the work was taken up, even when the job is handed on and waits anew", async () => {
    const { id } = await report();
    const assigned = { person: { id: technician._id, name: "?" } };
    await press(id, "assign", "submitted", head, assigned);
    const possible = async () => (await press(id, "add", (await storedOf(id)).state, teacher, { words: "ด่วนหน่อย" })).request.possible;
    expect(await possible()).toContain("withdraw");
    await press(id, "accept", "assigned", technician);
    await press(id, "inspect", "accepted", technician);
    await press(id, "forward", "inspecting", technician, { person: { id: colleague._id, name: "?" } });
    await press(id, "assign", "assigned", head, assigned);
    expect(await storedOf(id)).toMatchObject({ state: "assigned", previousState: "inspecting" });
    expect(await possible()).not.toContain("withdraw");
    expect(await refusalOf(press(id, "withdraw", "assigned", teacher))).toMatchObject({ code: "state_changed", by: head.name });
  });
});

describe("the life of a repair", () => {
  it("asks the teacher and brings the answer back to the technician", async () => {
    const { id } = await report();
    await press(id, "accept", "submitted", technician);
    await press(id, "ask", "accepted", technician, { reason: "รุ่นอะไรคะ" });
    const asked = await storedOf(id);
    expect(asked).toMatchObject({ state: "asked", awaits: teacher._id, awaitsWords: "รุ่นอะไรคะ", previousState: "accepted" });
    const { request } = await press(id, "answer", "asked", teacher, { words: "รุ่น L3250" });
    expect(request).toMatchObject({ state: "accepted", asked: null });
    expect(await storedOf(id)).toMatchObject({ awaits: null, awaitsWords: null });
    const told = await NoticeModel.find({ requestId: id, event: { $in: ["asked", "answered"] } }).lean();
    expect(told.map(({ personId, event }) => [event, personId])).toEqual([
      ["asked", teacher._id],
      ["answered", technician._id],
    ]);
  });

  it("adds the time it waited for parts to the promised end", async () => {
    const { id, finishBy } = await report();
    await press(id, "accept", "submitted", technician);
    await press(id, "wait-parts", "accepted", technician, { what: "ลูกยาง" });
    ctx.at = new Date("2026-11-25T09:30:00+07:00");
    await press(id, "repair", "waiting-parts", technician);
    expect(finishBy).toEqual(new Date("2026-11-30T09:30:00+07:00"));
    expect((await storedOf(id)).finishBy).toEqual(new Date("2026-12-02T09:30:00+07:00"));
    ctx.at = monday;
  });

  it("routes anew when the category is corrected, and promises anew when the urgency is", async () => {
    const systems = await ctx.person("ช่างระบบ", { roles: [{ role: "staff", scope: group(2) }] });
    const { id } = await report();
    const corrected = await press(id, "correct", "submitted", technician, { category: "system", urgency: "critical", device: "DMC" });
    expect(corrected.request).toMatchObject({ category: "system", urgency: "critical", subject: "DMC กระดาษติดทุกแผ่น" });
    expect(corrected.request.startBy).toEqual(new Date("2026-11-23T10:30:00+07:00"));
    expect(corrected.request.finishBy).toEqual(new Date("2026-11-24T09:30:00+07:00"));
    expect(await storedOf(id)).toMatchObject({ group: 2, process: 9, answers: { device: "DMC" } });
    expect(await NoticeModel.find({ requestId: id, personId: systems._id }).lean()).toMatchObject([{ event: "new-work" }]);
  });

  it("gives work only to people who work for the centre", async () => {
    const { id } = await report();
    expect(await refusalOf(press(id, "assign", "submitted", head, { person: { id: teacher._id, name: "ช่าง" } }))).toMatchObject({
      code: "invalid_answers",
      problems: [{ field: "person" }],
    });
  });
});

describe("work that nobody answers", () => {
  const finished = async () => {
    const { id } = await report();
    await press(id, "accept", "submitted", technician);
    await press(id, "done", "accepted", technician, { cause: "ลูกยางสึก", fix: "เปลี่ยนลูกยาง" });
    return id;
  };

  it("closes 10 working days after it was done when the teacher never saw it", async () => {
    const id = await finished();
    expect((await storedOf(id)).nextDueAt).toEqual(new Date("2026-12-07T09:30:00+07:00"));
    expect(await runDue(ctx)).toBe(0);
  });

  it("closes 3 working days after it was first shown, once, though several sweeps run", async () => {
    const id = await finished();
    await markShown(ctx, teacher._id, [id]);
    ctx.at = new Date("2026-11-24T09:30:00+07:00");
    await markShown(ctx, teacher._id, [id]);
    expect((await storedOf(id)).nextDueAt).toEqual(new Date("2026-11-26T09:30:00+07:00"));
    ctx.at = new Date("2026-11-26T09:31:00+07:00");
    const sweeps = await Promise.all([runDue(ctx), runDue(ctx), runDue(ctx)]);
    expect(sweeps.reduce((sum, done) => sum + done, 0)).toBe(1);
    expect(await storedOf(id)).toMatchObject({ state: "closed", isOpen: false, nextDueAt: null, nextDue: null });
    const entries = await TimelineEntryModel.find({ requestId: id, transition: "close-unanswered" }).lean();
    expect(entries).toMatchObject([{ actor: { id: "system" } }]);
    ctx.at = monday;
  });

  it("lets the teacher reopen it for 7 days, to the same technician", async () => {
    const id = await finished();
    await press(id, "confirm-fixed", "done", teacher);
    await press(id, "rate", "confirmed", teacher, { stars: 5 });
    ctx.at = new Date(`${addDays("2026-11-23", 8)}T09:30:00+07:00`);
    expect(await refusalOf(press(id, "not-fixed", "closed", teacher))).toEqual({ code: "too_late", days: 7 });
    ctx.at = new Date(`${addDays("2026-11-23", 5)}T09:30:00+07:00`);
    const { request } = await press(id, "not-fixed", "closed", teacher, { words: "ติดอีกแล้ว" });
    expect(request).toMatchObject({ state: "accepted", assignee: { id: technician._id } });
    ctx.at = monday;
  });
});

describe("who is told of new work", () => {
  it("tells the staff of the school's zone, the whole group where nobody has the zone, and leaves out who is away", async () => {
    const zoned = (zones: string[]) => ({ kind: "group" as const, group: 3, zones });
    const a = await ctx.person("ช่างเขต A", { roles: [{ role: "staff", scope: zoned(["A"]) }] });
    const c = await ctx.person("ช่างเขต C", { roles: [{ role: "staff", scope: zoned(["C"]) }] });
    const told = async (school: string) => {
      const { id } = await report({ category: "media", school: { code: school, name: "โรงเรียน" } });
      const notices = await NoticeModel.find({ requestId: id, as: "worker" }).lean();
      return notices.map(({ personId }) => personId).sort();
    };
    expect(await told("24010001")).toEqual([a._id]);
    expect(await told("24010003")).toEqual([a._id, c._id].sort());
    await PersonModel.updateOne({ _id: a._id }, { awayUntil: new Date("2026-12-01T00:00:00+07:00") });
    expect(await told("24010001")).toEqual([c._id]);
  });
});
