import { describe, expect, it } from "vitest";
import { createInvitation } from "#bot/services/people/create-invitation.ts";
import { personByLineId } from "#bot/services/people/find-person.ts";
import { personView } from "#bot/services/people/person-view.ts";
import { flushAccessLog } from "#bot/services/record-access.ts";
import { markShown } from "#bot/services/requests/mark-shown.ts";
import type { Who } from "#bot/services/service-context.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { InvitationModel } from "#models/documents/invitation.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { monday, repairOf, schools, useServices } from "#test/support/services.ts";

const ctx = useServices();
const group1 = { kind: "group" as const, group: 1, zones: [] };
const home = { code: schools[0]._id, name: schools[0].name };

let strangers = 0;
function stranger(): Who & { lineUserId: string } {
  strangers += 1;
  const lineUserId = `Ustranger${strangers}`;
  return { actor: null, chatId: lineUserId, lineUserId };
}
const registration = (name: string, more: { phone?: string; school?: { code: string | null; name: string } } = {}) => ({
  name,
  position: "ครู",
  school: home,
  ...more,
});
const register = (who: Who, of: ReturnType<typeof registration>) => ctx.run({ do: "register", registration: of, noticeVersion: "2" }, who);
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => "done",
    (error: { refusal?: { code: string } }) => error.refusal?.code ?? error,
  );

describe("registering", () => {
  it("keeps who they are and when they accepted which notice, and changes it later without asking the notice again", async () => {
    const who = stranger();
    expect(await register(who, registration("สมหญิง ใจดี", { phone: "0812345678" }))).toEqual({ firstTime: true, claimed: 0 });
    const person = await personByLineId(who.lineUserId);
    expect(person).toMatchObject({ phone: "081-234-5678", school: home, grants: [], acceptedNotice: { version: "2", at: monday } });
    ctx.at = new Date(monday.getTime() + 86_400_000);
    expect(await register(who, registration("สมหญิง ใจดีมาก", { phone: "0812345678" }))).toEqual({ firstTime: false, claimed: 0 });
    const changed = await personByLineId(who.lineUserId);
    expect(changed).toMatchObject({ _id: person?._id, name: "สมหญิง ใจดีมาก", acceptedNotice: { at: monday } });
    ctx.at = monday;
  });

  it("happens within the first report of somebody unknown", async () => {
    const who = stranger();
    const { request } = await ctx.run(
      { ...repairOf(ctx), registration: { registration: registration("ครูมาใหม่"), noticeVersion: "2" } },
      who,
    );
    const person = await personByLineId(who.lineUserId);
    expect(request.requester).toMatchObject({ id: person?._id, name: "ครูมาใหม่" });
    expect(person?.recentPlaces).toEqual(["ห้องธุรการ"]);
    expect(await refusalOf(ctx.run(repairOf(ctx), stranger()))).toBe("not_registered");
  });

  it("takes a school that is not in the directory as it was written", async () => {
    const who = stranger();
    await register(who, registration("ครูไกล", { school: { code: "99999999", name: "โรงเรียนริมน้ำ" } }));
    expect((await personByLineId(who.lineUserId))?.school).toEqual({ code: null, name: "โรงเรียนริมน้ำ" });
  });

  it("links the person of the office's list by name and school, titles aside, or by telephone and school", async () => {
    const { lineUserId: _a, ...imported } = await ctx.person("นางสาวมาลี สดใส");
    await PersonModel.updateOne({ _id: imported._id }, { $unset: { lineUserId: "" }, $set: { acceptedNotice: null } });
    const who = stranger();
    await register(who, registration("มาลี  สดใส"));
    expect((await personByLineId(who.lineUserId))?._id).toBe(imported._id);

    const other = await ctx.person("สมศักดิ์ มั่นคง", { phone: "089-999-0001" });
    await PersonModel.updateOne({ _id: other._id }, { $unset: { lineUserId: "" } });
    const phoned = stranger();
    await register(phoned, registration("ศักดิ์", { phone: "089 999 0001" }));
    expect((await personByLineId(phoned.lineUserId))?._id).toBe(other._id);
  });

  it("hands nobody over for a telephone number alone", async () => {
    const { _id } = await ctx.person("วิไล รักเรียน", { phone: "089-999-0003" });
    await PersonModel.updateOne({ _id }, { $unset: { lineUserId: "" } });
    const technician = await ctx.person("ช่างรับสายสาม", { roles: [{ role: "staff", scope: group1 }] });
    const { request } = await ctx.run({ ...repairOf(ctx), onBehalfOf: { name: "ครูปลายสาย", phone: "0899990004" } }, ctx.who(technician));
    const elsewhere = { code: null, name: "โรงเรียนไกลบ้าน" };
    const guesser = stranger();
    await register(guesser, registration("คนเดาเบอร์", { phone: "0899990003", school: elsewhere }));
    expect((await personByLineId(guesser.lineUserId))?._id).not.toBe(_id);
    expect(await register(guesser, registration("คนเดาเบอร์", { phone: "0899990004", school: elsewhere }))).toMatchObject({ claimed: 0 });

    const caller = stranger();
    expect(await register(caller, registration("นางปลายสาย", { phone: "0899990004" }))).toMatchObject({ claimed: 1 });
    await flushAccessLog();
    const entries = await AccessEntryModel.find({ subject: `request:${request.id}`, action: "claim" }).lean();
    expect(entries).toMatchObject([{ personId: (await personByLineId(caller.lineUserId))?._id }]);
  });

  it("never links a person who holds a role, nor one of two who fit", async () => {
    const technician = await ctx.person("ช่างในรายชื่อ", { phone: "089-999-0002", roles: [{ role: "staff", scope: group1 }] });
    await PersonModel.updateOne({ _id: technician._id }, { $unset: { lineUserId: "" } });
    const who = stranger();
    await register(who, registration("ช่างในรายชื่อ", { phone: "0899990002" }));
    expect((await personByLineId(who.lineUserId))?._id).not.toBe(technician._id);

    for (const name of ["แฝด คนหนึ่ง", "แฝด คนหนึ่ง"]) {
      const { _id } = await ctx.person(name);
      await PersonModel.updateOne({ _id }, { $unset: { lineUserId: "" } });
    }
    const twin = stranger();
    await register(twin, registration("แฝด คนหนึ่ง"));
    expect(await PersonModel.countDocuments({ name: "แฝด คนหนึ่ง" })).toBe(3);
  });

  it("makes theirs what staff reported for their telephone number, and asks them from then on", async () => {
    const technician = await ctx.person("ช่างรับสาย", { roles: [{ role: "staff", scope: group1 }] });
    const caller = { name: "ครูโทรมา", phone: "0855550001" };
    const { request } = await ctx.run({ ...repairOf(ctx), onBehalfOf: caller }, ctx.who(technician));
    expect(request.requester).toEqual({ id: null, name: "ครูโทรมา", phone: "085-555-0001" });
    const press = (transition: string, offeredIn: string, answers = {}) =>
      ctx.run({ do: "transition", requestId: request.id, transition, offeredIn, answers }, ctx.who(technician));
    await press("accept", "submitted");
    await press("done", "accepted", { cause: "สายหลุด", fix: "เสียบใหม่" });
    await markShown(ctx, technician._id, [request.id]);
    const shown = await RequestModel.findById(request.id).lean();
    expect(shown).toMatchObject({ awaits: technician._id, shownAt: monday });

    const who = stranger();
    expect(await register(who, registration("ครูโทรมา", { phone: "0855550001" }))).toEqual({ firstTime: true, claimed: 1 });
    const person = await personByLineId(who.lineUserId);
    const after = await RequestModel.findById(request.id).lean();
    expect(after).toMatchObject({ awaits: person?._id, requester: { id: person?._id }, shownAt: null });
    expect(after?.nextDueAt?.getTime()).toBeGreaterThan(shown?.nextDueAt?.getTime() ?? Number.POSITIVE_INFINITY);
  });

  it("knows the caller whose telephone it has, and lets only staff report for others", async () => {
    const teacher = await ctx.person("ครูมีเบอร์", { phone: "085-555-0002" });
    const technician = await ctx.person("ช่างรับสายสอง", { roles: [{ role: "staff", scope: group1 }] });
    const effect = () => ({ ...repairOf(ctx), onBehalfOf: { name: "ใครก็ไม่รู้", phone: "0855550002" } });
    const { request } = await ctx.run(effect(), ctx.who(technician));
    expect(request.requester).toMatchObject({ id: teacher._id, name: "ครูมีเบอร์" });
    expect(await refusalOf(ctx.run(effect(), ctx.who(teacher)))).toBe("not_allowed");
  });

  it("opens a chat for somebody who registers outside of it", async () => {
    const who = { ...stranger(), chatId: "mini-app" };
    await register(who, registration("ครูมินิแอป"));
    expect(await ChatModel.findById(who.lineUserId).lean()).toMatchObject({ kind: "user", turn: 0, following: true });
  });
});

describe("an invitation", () => {
  it("gives its role once, however the code is typed, and is kept as a hash only", async () => {
    const { code } = await createInvitation(ctx, { role: "staff", scope: group1 });
    expect(code).toMatch(/^ICT-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await InvitationModel.findOne({ _id: code }).lean()).toBeNull();
    const who = stranger();
    expect(await refusalOf(ctx.run({ do: "redeem", code }, who))).toBe("not_registered");
    const person = await ctx.person("ช่างใหม่");
    const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;
    expect(await ctx.run({ do: "redeem", code: typed }, ctx.who(person))).toEqual({ name: "ช่างใหม่", role: "staff" });
    const after = await PersonModel.findById(person._id).lean();
    expect(after && personView(after, ctx.at)).toMatchObject({ roles: ["staff"], isStaff: true, isHead: false });
    const late = await ctx.person("คนมาทีหลัง");
    expect(await refusalOf(ctx.run({ do: "redeem", code }, ctx.who(late)))).toBe("invitation_used");
    expect(await refusalOf(ctx.run({ do: "redeem", code: "ICT-AAAA-AAAA" }, ctx.who(late)))).toBe("invitation_unknown");
  });

  it("answers who took it up as before when they press again, also at the same moment, until the role is ended", async () => {
    const { code } = await createInvitation(ctx, { role: "staff", scope: group1 });
    const person = await ctx.person("ช่างกดซ้ำ");
    const press = () => ctx.run({ do: "redeem", code }, ctx.who(person));
    const answer = { name: "ช่างกดซ้ำ", role: "staff" };
    expect(await Promise.all([press(), press()])).toEqual([answer, answer]);
    expect(await press()).toEqual(answer);
    expect((await PersonModel.findById(person._id).lean())?.grants).toHaveLength(1);
    await PersonModel.updateOne({ _id: person._id }, { $set: { grants: [] } });
    expect(await refusalOf(press())).toBe("invitation_used");
  });

  it("is won by one of two who use it at once, and ends after 7 days", async () => {
    const { code } = await createInvitation(ctx, { role: "staff", scope: group1 });
    const two = [await ctx.person("คนเร็ว"), await ctx.person("คนช้า")];
    const outcomes = await Promise.all(two.map((person) => refusalOf(ctx.run({ do: "redeem", code }, ctx.who(person)))));
    expect(outcomes.sort()).toEqual(["done", "invitation_used"]);
    const old = await createInvitation(ctx, { role: "staff", scope: group1 });
    ctx.at = new Date(monday.getTime() + 8 * 86_400_000);
    expect(await refusalOf(ctx.run({ do: "redeem", code: old.code }, ctx.who(two[0] ?? (await ctx.person("ใคร")))))).toBe(
      "invitation_expired",
    );
    ctx.at = monday;
  });

  it("links the person it names, who need not register, and brings along what they reported before", async () => {
    const listed = await ctx.person("หัวหน้าในรายชื่อ", { roles: [{ role: "group-head", scope: group1 }] });
    await PersonModel.updateOne({ _id: listed._id }, { $unset: { lineUserId: "" } });
    const first = await createInvitation(ctx, { role: "group-head", scope: group1, personId: listed._id });
    const who = stranger();
    expect(await ctx.run({ do: "redeem", code: first.code }, who)).toEqual({ name: "หัวหน้าในรายชื่อ", role: "group-head" });
    const linked = await personByLineId(who.lineUserId);
    expect(linked).toMatchObject({ _id: listed._id });
    expect(linked?.grants).toHaveLength(1);

    const before = await ctx.person("ลงทะเบียนเองก่อน");
    const { request } = await ctx.run(repairOf(ctx), ctx.who(before));
    const second = await createInvitation(ctx, { role: "group-head", scope: group1, personId: listed._id });
    // Nobody is pushed out by a code: an admin takes the old account away first.
    const redeem = { do: "redeem", code: second.code } as const;
    await expect(ctx.run(redeem, ctx.who(before))).rejects.toMatchObject({ refusal: { code: "invitation_used" } });
    await PersonModel.updateOne({ _id: listed._id }, { $unset: { lineUserId: "" } });
    const states = ["new", "push", "waiting", "shown"] as const;
    const notice = {
      personId: before._id,
      requestId: request.id,
      revision: 1,
      event: "progress",
      as: "requester",
      urgency: "normal",
    } as const;
    await NoticeModel.create(states.map((state) => ({ _id: ctx.newId(), ...notice, state, retryKey: ctx.newId(), createdAt: monday })));
    await ctx.run({ do: "redeem", code: second.code }, ctx.who(before));
    const moved = await NoticeModel.find({ personId: listed._id, requestId: request.id, event: "progress" }).lean();
    expect(moved.map(({ state }) => state).sort()).toEqual(["new", "push", "waiting"]);
    expect((await personByLineId(before.lineUserId ?? ""))?._id).toBe(listed._id);
    expect(await RequestModel.findById(request.id).lean()).toMatchObject({ requester: { id: listed._id } });
  });
});

describe("being away", () => {
  it("is noted by heads for anyone of staff, and by staff for themselves", async () => {
    const head = await ctx.person("หัวหน้า", { roles: [{ role: "group-head", scope: group1 }] });
    const technician = await ctx.person("ช่างลา", { roles: [{ role: "staff", scope: group1 }] });
    const teacher = await ctx.person("ครูทั่วไป");
    const until = new Date("2026-12-01T00:00:00+07:00");
    const away = (personId: string, who: typeof head) => ctx.run({ do: "setAway", personId, until }, ctx.who(who));
    expect(await away(technician._id, head)).toEqual({ name: "ช่างลา", until });
    expect(await away(technician._id, technician)).toEqual({ name: "ช่างลา", until });
    expect(await refusalOf(away(head._id, technician))).toBe("not_allowed");
    expect(await refusalOf(away(teacher._id, head))).toBe("not_found");
    expect(await PersonModel.findById(technician._id).lean()).toMatchObject({ awayUntil: until });
  });
});
