import mongoose from "mongoose";
import { describe, expect, it } from "vitest";
import { ChatModel } from "#models/documents/chat.document.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import { useOffice } from "#test/support/office.ts";
import { signedPost, textEvent } from "#test/support/webhook.ts";

const office = useOffice();

describe("what the webhook refuses", () => {
  it("answers 401 to a wrong or missing signature and stores nothing", async () => {
    const body = JSON.stringify({ destination: "U1", events: [textEvent("Uwrong", "ปริ้นเตอร์เสีย")] });
    expect((await signedPost(office.server.url, body, { secret: "another secret" })).status).toBe(401);
    expect((await fetch(`${office.server.url}/webhook`, { method: "POST", body })).status).toBe(401);
    expect(await InboxEventModel.countDocuments({ chatId: "Uwrong" })).toBe(0);
  });

  it("answers 413 to a body over 1 MB", async () => {
    const body = JSON.stringify({ destination: "U1", events: [], filling: "ก".repeat(400_000) });
    expect((await signedPost(office.server.url, body)).status).toBe(413);
  });

  it("answers 400 to broken JSON, and to JSON that is no webhook, under a right signature", async () => {
    expect((await signedPost(office.server.url, '{"events": [')).status).toBe(400);
    expect((await signedPost(office.server.url, '"events"')).status).toBe(400);
  });
});

describe("what the webhook takes without an effect", () => {
  it("answers 200 to a ping without events", async () => {
    expect((await signedPost(office.server.url, JSON.stringify({ destination: "U1", events: [] }))).status).toBe(200);
  });

  it("keeps nothing of another channel's chats (standby), of unknown events and of unknown sources", async () => {
    const events = [
      { ...textEvent("Ustandby", "สวัสดี"), mode: "standby" },
      { ...textEvent("Uinvented", "สวัสดี"), type: "teleport" },
      { ...textEvent("Unowhere", "สวัสดี"), source: { type: "planet" } },
      "not an event",
    ];
    expect((await signedPost(office.server.url, JSON.stringify({ destination: "U1", events }))).status).toBe(200);
    expect(await InboxEventModel.countDocuments({ chatId: { $in: ["Ustandby", "Uinvented", "Unowhere"] } })).toBe(0);
  });

  it("keeps no group talk that is not for us, and nobody's words of what is", async () => {
    const member = await office.teacher("ครูในกลุ่ม");
    const group = await office.line.group("กลุ่มครู", [member]);
    await member.says("วันนี้ประชุมกี่โมง", { in: group });
    await member.says("@all พรุ่งนี้หยุด", { in: group, mentions: [{ text: "@all", who: "all" }] });
    expect(await ChatModel.findById(group).lean()).toBeNull();
    const answer = await member.asks("แจ้งซ่อม คอมห้องลับเปิดไม่ติด", { in: group });
    expect(answer).toContain("แชตส่วนตัว");
    const stored = JSON.stringify([await ChatModel.findById(group).lean(), await InboxEventModel.find({ chatId: group }).lean()]);
    expect(stored).not.toContain("ห้องลับ");
    expect(JSON.stringify(await office.line.calls("push"))).not.toContain(group);
  });
});

describe("what comes twice, late or out of order", () => {
  it("gives one answer to an event that is delivered twice, and to its redelivery", async () => {
    const teacher = await office.teacher("ครูส่งซ้ำ");
    const event = textEvent(teacher.userId, "สวัสดีค่ะ");
    const body = JSON.stringify({ destination: "U1", events: [event] });
    const again = JSON.stringify({ destination: "U1", events: [{ ...event, deliveryContext: { isRedelivery: true } }] });
    const answers = await Promise.all([signedPost(office.server.url, body), signedPost(office.server.url, body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await expect.poll(async () => (await ChatModel.findById(teacher.userId).lean())?.turn).toBe(1);
    expect((await signedPost(office.server.url, again)).status).toBe(200);
    await expect.poll(() => InboxEventModel.countDocuments({ chatId: teacher.userId, state: "waiting" })).toBe(0);
    const chat = await ChatModel.findById(teacher.userId).lean();
    expect(chat?.turn).toBe(1);
    expect(chat?.handled).toEqual([event.webhookEventId]);
  });

  it("answers an event without a reply token by nothing, and goes on", async () => {
    const teacher = await office.teacher("ครูไม่มีโทเคน");
    await teacher.says("สวัสดีค่ะ", { withoutReplyToken: true });
    expect(await teacher.asks("สวัสดีค่ะ")).not.toBe("");
  });

  it("keeps a number that had no reply token to go out on, and says it with the next answer", async () => {
    const teacher = await office.teacher("ครูยืนยันไร้โทเคน");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
    await teacher.asks("ข้าม");
    await teacher.says("ยืนยัน", { withoutReplyToken: true });
    await expect.poll(async () => (await ChatModel.findById(teacher.userId).lean())?.head.length).toBe(1);
    expect(await teacher.asks("สวัสดีค่ะ")).toMatch(/เลขที่ ซ-\d{4}-\d{6}/);
  });

  it("takes an event that is days old once, without an error", async () => {
    const old = { ...textEvent("Uold0000000000000000000000000000a", "สวัสดี"), timestamp: Date.now() - 3 * 86_400_000 };
    expect((await signedPost(office.server.url, JSON.stringify({ destination: "U1", events: [old] }))).status).toBe(200);
    await expect.poll(() => InboxEventModel.countDocuments({ _id: old.webhookEventId, state: "done" })).toBe(1);
  });

  it("forgets a message that is unsent: nothing of it stays in inbox, session or reply", async () => {
    const teacher = await office.teacher("ครูลบข้อความ");
    await teacher.asks("ปริ้นเตอร์ห้องความลับกระดาษติด");
    await teacher.unsends();
    await expect.poll(async () => JSON.stringify(await ChatModel.findById(teacher.userId).lean())).not.toContain("ห้องความลับ");
    const kept = JSON.stringify(await InboxEventModel.find({ chatId: teacher.userId }).lean());
    expect(kept).not.toContain("ห้องความลับ");
  });
});

describe("a chat that somebody's unfinished transaction holds", () => {
  it("waits alone: others are answered meanwhile, and it is answered when the transaction ends", async () => {
    const [held, other] = [await office.teacher("ครูถูกถือไว้"), await office.teacher("ครูไม่ต้องรอ")];
    await held.asks("สวัสดีค่ะ");
    await other.asks("สวัสดีค่ะ");
    const session = await mongoose.startSession();
    session.startTransaction();
    await ChatModel.updateOne({ _id: held.userId }, { $set: { updatedAt: new Date() } }, { session });
    await held.says("เมนู");
    expect(await other.asks("เมนู", { timeoutMs: 4_000 })).not.toBe("");
    await session.abortTransaction();
    await session.endSession();
    expect(await held.hearsText({ timeoutMs: 4_000 })).not.toBe("");
  });
});

describe("national ids", () => {
  it("are masked before anything is stored", async () => {
    const teacher = await office.teacher("ครูพิมพ์เลขบัตร");
    await teacher.asks("เข้าระบบไม่ได้ เลขบัตร 1-1037-02071-81-1 ค่ะ");
    const stored = JSON.stringify([
      await ChatModel.findById(teacher.userId).lean(),
      await InboxEventModel.find({ chatId: teacher.userId }).lean(),
    ]);
    expect(stored).not.toContain("1-1037-02071-81-1");
    expect(stored.replaceAll("-", "")).not.toContain("1103702071811");
  });

  it("and passwords that are told", async () => {
    const teacher = await office.teacher("ครูบอกรหัส");
    await teacher.asks("รหัสผ่าน dmc คือ Pass1234 เข้าไม่ได้ค่ะ");
    const kept = [await ChatModel.findById(teacher.userId).lean(), await InboxEventModel.find({ chatId: teacher.userId }).lean()];
    expect(JSON.stringify(kept)).not.toContain("Pass1234");
  });
});
