import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signatureOf } from "#scripts/simulator/webhook-sender.ts";
import { type ListeningBot, startListeningBot } from "#test/simulator/bot.ts";
import { testChannel } from "#test/support/simulator.ts";

describe("The webhook", () => {
  let bot: ListeningBot;
  beforeEach(async () => {
    bot = await startListeningBot({ redelivery: { attempts: 2, intervalMs: 1 } });
  });
  afterEach(() => bot.stop());

  it("is signed as LINE's documentation shows", () => {
    const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}';
    expect(signatureOf("8c570fa6dd201bb328f1c1eac23a96d8", body)).toBe("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=");
  });

  it("carries what a person said, signed over the very bytes", async () => {
    const teacher = await bot.line.user("ครูสมหญิง");
    await teacher.says("ปริ้นเตอร์เสีย");
    const [received] = bot.received;
    expect(received?.signature).toBe(signatureOf(testChannel.secret, received?.body ?? ""));
    expect(JSON.parse(received?.body ?? "")).toMatchObject({
      destination: testChannel.botUserId,
      events: [
        {
          type: "message",
          mode: "active",
          source: { type: "user", userId: teacher.userId },
          deliveryContext: { isRedelivery: false },
          message: { type: "text", text: "ปริ้นเตอร์เสีย" },
        },
      ],
    });
    expect(bot.newestEvent().webhookEventId).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it("comes again, otherwise unchanged, when it was not acknowledged", async () => {
    bot.statuses.push(503, 503);
    const teacher = await bot.line.user("ครูสมหญิง");
    await teacher.says("สวัสดี");
    await bot.line.operations.drained({});
    const events = bot.received.map((one) => one.events[0]);
    expect(events.map((event) => event?.deliveryContext.isRedelivery)).toEqual([false, true, true]);
    expect(new Set(events.map((event) => event?.webhookEventId)).size).toBe(1);
    expect((await bot.line.events())[0]).toMatchObject({
      state: "acknowledged",
      attempts: [{ status: 503 }, { status: 503 }, { status: 200 }],
    });
  });

  it("is given up after its last redelivery, and the ledger says so", async () => {
    bot.statuses.push(500, 500, 500);
    const teacher = await bot.line.user("ครูสมหญิง");
    await teacher.says("สวัสดี");
    await bot.line.operations.drained({});
    expect((await bot.line.events())[0]?.state).toBe("given-up");
  });

  it("brings several photos as one set, each with its own event", async () => {
    const teacher = await bot.line.user("ครูสมหญิง");
    await teacher.sendsPhoto(Buffer.from("photo"), { count: 3 });
    const sets = bot.received.map((one) => one.events[0]?.message as { imageSet: { id: string; index: number; total: number } });
    expect(sets.map(({ imageSet }) => [imageSet.index, imageSet.total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(new Set(sets.map(({ imageSet }) => imageSet.id)).size).toBe(1);
  });

  it("gives no reply token in standby mode", async () => {
    const teacher = await bot.line.user("ครูสมหญิง");
    await teacher.says("สวัสดี", { mode: "standby" });
    expect(bot.newestEvent()).toMatchObject({ mode: "standby" });
    expect(bot.newestEvent().replyToken).toBeUndefined();
  });

  it("tells a mention of the bot from one of everybody", async () => {
    const teacher = await bot.line.user("ครูสมหญิง");
    const group = await bot.line.group("ห้องครู", [teacher]);
    const mentions = [
      { text: "@ศูนย์ ICT", who: "bot" },
      { text: "@All", who: "all" },
    ];
    await teacher.says("@ศูนย์ ICT @All ช่วยด้วย", { in: group, mentions });
    expect(bot.newestEvent()).toMatchObject({
      source: { type: "group", groupId: group, userId: teacher.userId },
      message: {
        mention: {
          mentionees: [
            { index: 0, length: 10, type: "user", isSelf: true },
            { index: 11, length: 4, type: "all" },
          ],
        },
      },
    });
  });

  it("presses the newest button of a label: words on the screen, data to the bot", async () => {
    const teacher = await bot.line.user("ครูสมหญิง");
    await teacher.says("สวัสดี");
    const action = { type: "postback", label: "ยืนยัน", data: "confirm=1", displayText: "ยืนยันค่ะ" };
    const message = { type: "text", text: "ใช่ไหมคะ", quickReply: { items: [{ type: "action", action }] } };
    await bot.call("POST", "/v2/bot/message/reply", { replyToken: bot.newestEvent().replyToken, messages: [message] });
    expect(await teacher.hearsText()).toBe("ใช่ไหมคะ\n[ยืนยัน]");
    await teacher.presses("ยืนยัน");
    expect(bot.newestEvent()).toMatchObject({ type: "postback", postback: { data: "confirm=1" } });
    expect(await teacher.screen(1)).toBe("› ยืนยันค่ะ");
    await expect(teacher.presses("ยืนยัน")).rejects.toThrow("No button “ยืนยัน” is visible");
  });

  it("tells equal buttons of a carousel apart by their cards", async () => {
    const teacher = await bot.line.user("ครูสมหญิง");
    await teacher.says("งานของฉัน");
    const bubble = (number: string) => ({
      type: "bubble",
      body: { type: "box", layout: "vertical", contents: [{ type: "text", text: number }] },
      footer: {
        type: "box",
        layout: "vertical",
        contents: [{ type: "button", action: { type: "postback", label: "ดูรายละเอียด", data: `open=${number}` } }],
      },
    });
    const contents = { type: "carousel", contents: [bubble("ซ-2570-000001"), bubble("ซ-2570-000002")] };
    const messages = [{ type: "flex", altText: "งาน", contents }];
    await bot.call("POST", "/v2/bot/message/reply", { replyToken: bot.newestEvent().replyToken, messages });
    await teacher.presses("ดูรายละเอียด", { on: "ซ-2570-000002" });
    expect(bot.newestEvent()).toMatchObject({ postback: { data: "open=ซ-2570-000002" } });
    await expect(teacher.presses("ดูรายละเอียด", { on: "ซ-2570-000003" })).rejects.toThrow("ซ-2570-000003");
  });

  it("names no person when the bot joins a group, and is of any type a test invents", async () => {
    const teacher = await bot.line.user("ครูสมหญิง");
    const group = await bot.line.group("ห้องครู", [teacher]);
    await teacher.sendsEvent("join", {}, { in: group });
    expect(bot.newestEvent()).toMatchObject({ type: "join", source: { type: "group", groupId: group } });
    expect(bot.newestEvent().source).not.toHaveProperty("userId");
    await teacher.sendsEvent("telepathy", { thought: { clarity: 3 } });
    expect(bot.newestEvent()).toMatchObject({ type: "telepathy", thought: { clarity: 3 } });
  });

  it("wakes whoever waits for an answer the moment it comes", async () => {
    const teacher = await bot.line.user("ครูสมหญิง");
    await teacher.says("สวัสดี");
    const heard = teacher.hearsText();
    const response = await bot.reply(bot.newestEvent().replyToken, "สวัสดีค่ะ");
    expect(response.status).toBe(200);
    expect(await heard).toBe("สวัสดีค่ะ");
    await expect(teacher.hears({ timeoutMs: 1 })).rejects.toThrow("no answer");
  });
});
