import { describe, expect, it } from "vitest";
import { Refused } from "#bot/services/refused.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const group1 = { kind: "group" as const, group: 1, zones: [] };

describe("submitting a request", () => {
  it("gives a number, promised dates, a timeline, notices to the group and remembers the place", async () => {
    const teacher = await ctx.person("ครูสมหญิง ใจดี", { phone: "081-234-5678" });
    const technician = await ctx.person("ช่างเอก มานะ", { roles: [{ role: "staff", scope: group1 }] });
    const head = await ctx.person("หัวหน้ากลุ่ม", { roles: [{ role: "group-head", scope: group1 }] });
    const { request } = await ctx.run(repairOf(ctx), ctx.who(teacher));

    expect(request.number).toMatch(/^ซ-2570-\d{6}$/);
    expect(request.subject).toBe("เครื่องพิมพ์ กระดาษติดทุกแผ่น");
    expect(request.startBy).toEqual(new Date("2026-11-24T09:30:00+07:00"));
    expect(request.finishBy).toEqual(new Date("2026-11-30T09:30:00+07:00"));
    expect(request.possible).toEqual(["add", "withdraw"]);
    const stored = await RequestModel.findById(request.id).lean();
    expect(stored).toMatchObject({
      group: 1,
      process: 2,
      revision: 1,
      isOpen: true,
      school: { zone: "A" },
      requester: { phone: "081-234-5678" },
    });
    expect(await TimelineEntryModel.find({ requestId: request.id }).lean()).toMatchObject([
      { sequence: 1, transition: "submit", to: "submitted" },
    ]);
    const told = await NoticeModel.find({ requestId: request.id }).lean();
    expect(told.map(({ personId, as, event }) => ({ personId, as, event }))).toEqual([
      { personId: technician._id, as: "worker", event: "new-work" },
      { personId: head._id, as: "head", event: "new-work" },
    ]);
    expect((await PersonModel.findById(teacher._id).lean())?.recentPlaces).toEqual(["ห้องธุรการ"]);
  });

  it("gives the first request when the same draft is submitted again, alone or in a race", async () => {
    const teacher = await ctx.person("ครูแข่ง สองมือ");
    for (let round = 0; round < 5; round += 1) {
      const effect = repairOf(ctx);
      const made = await Promise.all(Array.from({ length: 8 }, () => ctx.run(effect, ctx.who(teacher))));
      const again = await ctx.run(effect, ctx.who(teacher));
      expect(new Set([...made, again].map(({ request }) => request.id)).size).toBe(1);
      expect(await RequestModel.countDocuments({ draftId: effect.draftId })).toBe(1);
      expect(await TimelineEntryModel.countDocuments({ requestId: again.request.id })).toBe(1);
    }
  });

  it("takes unique numbers when many submit at once", async () => {
    const teacher = await ctx.person("ครูหลายงาน");
    const made = await Promise.all(Array.from({ length: 40 }, () => ctx.run(repairOf(ctx), ctx.who(teacher))));
    expect(new Set(made.map(({ request }) => request.number)).size).toBe(40);
  });

  it("does not give somebody else's request for a known draft", async () => {
    const effect = repairOf(ctx);
    await ctx.run(effect, ctx.who(await ctx.person("ครูเจ้าของ")));
    const other = await ctx.person("ครูอื่น");
    await expect(ctx.run(effect, ctx.who(other))).rejects.toThrow(new Refused({ code: "not_allowed" }));
  });
});
