import mongoose from "mongoose";
import { describe, expect, it } from "vitest";
import { type Draft, discardDraft, findDraft, getDraft, saveDraft } from "#models/contracts/drafts.contract.ts";
import { getHome } from "#models/contracts/home.contract.ts";
import { submitRequest } from "#models/contracts/requests.contract.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { numberIn, photoOf, storedRequest } from "#test/support/repairs.ts";

const office = useOffice();

/** A teacher with both: the chat and the mini-app. */
async function teacherWithBoth(name: string) {
  const chat = await office.teacher(name);
  return { chat, app: apiAs(office, chat) };
}

async function draftOf(app: TestApi): Promise<Draft> {
  const { draft } = await app.ask(findDraft, { query: { formId: "repair" } });
  if (!draft) throw new Error("no draft of the form");
  return draft;
}

/** Goes on with a draft in the mini-app: these answers instead of, or beside, what it has. */
function goesOn(app: TestApi, { id, formId, formVersion, answers, onBehalfOf, revision }: Draft, more: Record<string, unknown>) {
  const body = { formId, formVersion, answers: { ...answers, ...more } as never, onBehalfOf, revision };
  return app.ask(saveDraft, { params: { id }, body });
}

function sends(app: TestApi, { id, formId, formVersion, answers }: Draft) {
  return app.ask(submitRequest, { body: { formId, formVersion, draftId: id, answers } });
}

const complete = { symptom: "หมึกเลอะทั้งแผ่น", place: "ห้องวิชาการ" };

describe("a report begun in the chat", () => {
  it("is open in the mini-app with every answer given so far, at home too", async () => {
    const { chat, app } = await teacherWithBoth("ครูเริ่มแชต ต่อแอป");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    const first = await draftOf(app);
    expect(first).toMatchObject({ answers: { category: "printer" }, submittedAs: null });
    await chat.asks("กระดาษติดทุกแผ่น");
    const second = await draftOf(app);
    expect(second).toMatchObject({ id: first.id, answers: { symptom: "กระดาษติดทุกแผ่น" } });
    expect((await app.ask(getHome)).drafts).toMatchObject([{ id: first.id, title: expect.stringContaining("กระดาษติดทุกแผ่น") }]);
  });

  it("goes on in the chat with what was filled in the mini-app, and is confirmed once it was shown", async () => {
    const { chat, app } = await teacherWithBoth("ครูกรอกแอป ยืนยันแชต");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    await goesOn(app, await draftOf(app), { ...complete, assetNumber: "7440-001-0001/12" });
    const shown = await chat.asks("ยืนยัน");
    expect(shown).toContain("มินิแอป");
    const summary = await untilSummary(chat, shown);
    for (const words of ["หมึกเลอะทั้งแผ่น", "ห้องวิชาการ", "[ยืนยัน]"]) expect(summary).toContain(words);
    const number = numberIn(await chat.asks("ยืนยัน"));
    expect((await storedRequest(number)).answers).toMatchObject({ ...complete, assetNumber: "7440-001-0001/12" });
  });

  it("keeps its open question where the mini-app has not answered it", async () => {
    const { chat, app } = await teacherWithBoth("ครูถามค้าง ตอบต่อ");
    expect(await chat.asks("ปริ้นเตอร์เสียค่ะ")).toContain("อาการ");
    await goesOn(app, await draftOf(app), { place: "ห้องสมุด" });
    await chat.asks("พิมพ์ออกมาเป็นสีดำ");
    expect((await draftOf(app)).answers).toMatchObject({ symptom: "พิมพ์ออกมาเป็นสีดำ", place: "ห้องสมุด" });
  });

  it("is not confirmed by a card from before the mini-app changed it", async () => {
    const { chat, app } = await teacherWithBoth("ครูการ์ดเก่า กดซ้ำ");
    await chat.asks("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
    expect(await chat.asks("ข้าม")).toContain("[ยืนยัน]");
    await goesOn(app, await draftOf(app), { place: "ห้อง ป.6" });
    const again = await chat.pressesAndHears("ยืนยัน");
    expect(again).toContain("ห้อง ป.6");
    const number = numberIn(await chat.pressesAndHears("ยืนยัน"));
    expect((await storedRequest(number)).answers).toMatchObject({ place: "ห้อง ป.6" });
  });

  it("takes a change typed after the mini-app's, on top of it", async () => {
    const { chat, app } = await teacherWithBoth("ครูพิมพ์แก้ ต่อท้าย");
    await chat.asks("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
    await chat.asks("ข้าม");
    await goesOn(app, await draftOf(app), { symptom: "หมึกเลอะทั้งแผ่น" });
    expect(await chat.asks("ขอแก้ อยู่ห้องสมุดค่ะ")).toContain("[ยืนยัน]");
    expect((await draftOf(app)).answers).toMatchObject({ symptom: "หมึกเลอะทั้งแผ่น" });
  });

  it("that went on in the chat is not overwritten from the mini-app, which gets the newer one and goes on from there", async () => {
    const { chat, app } = await teacherWithBoth("ครูเปิดแอป ค้างไว้");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    const seen = await draftOf(app);
    await chat.asks("กระดาษติดทุกแผ่น");
    const body = {
      formId: "repair",
      formVersion: 1,
      answers: { ...seen.answers, place: "ห้อง 5" },
      onBehalfOf: null,
      revision: seen.revision,
    };
    const refusal = await app.refused(saveDraft, { params: { id: seen.id }, body });
    expect(refusal).toMatchObject({ code: "draft_changed", details: { draft: { answers: { symptom: "กระดาษติดทุกแผ่น" } } } });
    const saved = await goesOn(app, await draftOf(app), { place: "ห้อง 5" });
    expect(saved.answers).toMatchObject({ symptom: "กระดาษติดทุกแผ่น", place: "ห้อง 5" });
  });

  it("keeps words that are only half typed in the mini-app while the chat goes on", async () => {
    const { chat, app } = await teacherWithBoth("ครูพิมพ์ครึ่ง ค้างไว้");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    await goesOn(app, await draftOf(app), { phone: "08" });
    await chat.asks("กระดาษติดทุกแผ่น");
    expect((await draftOf(app)).answers).toMatchObject({ symptom: "กระดาษติดทุกแผ่น", phone: "08" });
  });

  it("loses a picture in the chat that was taken out in the mini-app", async () => {
    const { chat, app } = await teacherWithBoth("ครูลบรูป ในแอป");
    await chat.asks("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
    await chat.sendsPhoto(await photoOf());
    await chat.hearsText();
    const draft = await draftOf(app);
    expect(draft.photos).toHaveLength(1);
    await goesOn(app, draft, { photos: [] });
    await chat.asks("ยืนยัน");
    expect((await draftOf(app)).answers.photos).toBeUndefined();
  });
});

describe("a report begun in the chat and sent from the mini-app", () => {
  it("ends in the chat with its number, whatever answer comes next", async () => {
    const { chat, app } = await teacherWithBoth("ครูส่งแอป กลับแชต");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    const { number } = await sends(app, await goesOn(app, await draftOf(app), complete));
    expect(await chat.asks("กระดาษติดทุกแผ่น")).toContain(`ส่งจากมินิแอปแล้ว เลขที่ ${number}`);
    expect((await ChatModel.findById(chat.userId).lean())?.touchedDrafts).toEqual([]);
    expect(await chat.asks("ขอบคุณค่ะ")).not.toContain("มินิแอป");
    expect(await RequestModel.countDocuments({ filedById: chat.personId })).toBe(1);
  });

  it("ends likewise at a button of its summary, also when another talk came between", async () => {
    const { chat, app } = await teacherWithBoth("ครูกดปุ่ม หลังส่ง");
    await chat.asks("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
    await chat.asks("ข้าม");
    const { number } = await sends(app, await draftOf(app));
    expect(await chat.pressesAndHears("ยืนยัน")).toContain(number);
    await chat.asks("โปรเจคเตอร์เสียค่ะ");
    const second = await draftOf(app);
    await chat.asks("คอมพิวเตอร์ห้องสมุดเปิดไม่ติดค่ะ");
    const sent = await sends(app, { ...second, answers: { ...second.answers, ...complete } });
    expect(await chat.asks("ข้าม")).toContain(`ส่งจากมินิแอปแล้ว เลขที่ ${sent.number}`);
  });

  it("does not stand in the way of another wish, and giving it up says that it is sent", async () => {
    const { chat, app } = await teacherWithBoth("ครูถามสถานะ หลังส่ง");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    const { number } = await sends(app, await goesOn(app, await draftOf(app), complete));
    expect(await chat.asks("สถานะ")).toContain(number);
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    const second = await sends(app, await goesOn(app, await draftOf(app), complete));
    expect(await chat.asks("ยกเลิก")).toContain(second.number);
  });

  it("is one request when both sides send it at once, and both say the same number", async () => {
    for (let round = 0; round < 3; round += 1) {
      const { chat, app } = await teacherWithBoth(`ครูส่งพร้อม รอบ${round}`);
      await chat.asks("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
      await chat.asks("ข้าม");
      const draft = await draftOf(app);
      const [said, sent] = await Promise.all([chat.asks("ยืนยัน"), sends(app, draft)]);
      expect(said).toContain(sent.number);
      expect(await RequestModel.countDocuments({ draftId: draft.id })).toBe(1);
      expect((await app.ask(getDraft, { params: { id: draft.id } })).submittedAs?.number).toBe(sent.number);
      expect((await app.ask(getHome)).drafts).toEqual([]);
    }
  });

  it("confirmed in the chat closes the mini-app's draft", async () => {
    const { chat, app } = await teacherWithBoth("ครูยืนยันแชต ปิดแอป");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    const draft = await goesOn(app, await draftOf(app), complete);
    await untilSummary(chat, await chat.asks("ต่อ"));
    const number = numberIn(await chat.asks("ยืนยัน"));
    expect((await app.ask(getDraft, { params: { id: draft.id } })).submittedAs?.number).toBe(number);
    expect((await app.ask(getHome)).drafts).toEqual([]);
  });
});

describe("a report that is thrown away in the mini-app", () => {
  it("is gone in the chat too, which says so", async () => {
    const { chat, app } = await teacherWithBoth("ครูทิ้งในแอป เลิกทำ");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    const { id } = await draftOf(app);
    await app.ask(discardDraft, { params: { id } });
    expect(await app.ask(findDraft, { query: { formId: "repair" } })).toEqual({ draft: null });
    expect(await app.refused(getDraft, { params: { id } })).toMatchObject({ status: 404 });
    expect(await chat.asks("สถานะ")).toContain("ทิ้งเรื่อง");
    expect((await app.ask(getHome)).drafts).toEqual([]);
  });
});

describe("somebody else's chat", () => {
  it("is no way to a draft", async () => {
    const { chat, app } = await teacherWithBoth("ครูเจ้าของ แชต");
    const other = await teacherWithBoth("ครูแอบดู แชต");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    const { id } = await draftOf(app);
    expect(await other.app.refused(getDraft, { params: { id } })).toMatchObject({ status: 404 });
    expect(await other.app.refused(discardDraft, { params: { id } })).toMatchObject({ status: 404 });
    expect((await draftOf(app)).id).toBe(id);
  });
});

describe("a turn of a chat that the mini-app has not touched", () => {
  it("asks nothing of the drafts", async () => {
    const { chat } = await teacherWithBoth("ครูแชตล้วน ไม่มีแอป");
    await chat.asks("ปริ้นเตอร์เสียค่ะ");
    const { db } = mongoose.connection;
    if (!db) throw new Error("not connected");
    await db.command({ profile: 2 });
    await chat.asks("กระดาษติดทุกแผ่น");
    await db.command({ profile: 0 });
    const seen = await db.collection("system.profile").distinct("ns");
    expect(seen).toContain(`${db.databaseName}.chats`);
    expect(seen).not.toContain(`${db.databaseName}.drafts`);
  });
});

/** Leaves out what is still asked (pictures), up to the summary. */
async function untilSummary(chat: Awaited<ReturnType<typeof office.teacher>>, heard: string): Promise<string> {
  return heard.includes("[ยืนยัน]") ? heard : chat.asks("ข้าม");
}
