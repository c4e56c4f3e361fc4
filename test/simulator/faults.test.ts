import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectSimulator } from "#scripts/simulator/connect.ts";
import { type ListeningBot, startListeningBot } from "#test/simulator/bot.ts";
import type { LineUser } from "#test/support/simulator.ts";

describe("The simulator", () => {
  let bot: ListeningBot;
  let teacher: LineUser;
  beforeEach(async () => {
    bot = await startListeningBot();
    teacher = await bot.line.user("ครูสมหญิง");
  });
  afterEach(() => bot.stop());

  const push = () => bot.call("POST", "/v2/bot/message/push", { to: teacher.userId, messages: [{ type: "text", text: "งานใหม่ค่ะ" }] });

  it("loses the answer of a message it has delivered", async () => {
    await bot.line.fails("push", { kind: "reset-after" });
    await expect(push()).rejects.toThrow("fetch failed");
    expect(await teacher.transcript()).toHaveLength(1);
    expect(await bot.line.calls("push")).toMatchObject([{ status: 200, outcome: "lost", cost: 1, fault: "reset-after" }]);
  });

  it("breaks the connection before it has done anything", async () => {
    await bot.line.fails("push", { kind: "reset-before" });
    await expect(push()).rejects.toThrow("fetch failed");
    expect(await teacher.transcript()).toEqual([]);
  });

  it("tells the two kinds of 429 apart, as often as asked", async () => {
    await bot.line.fails("push", { kind: "rate-limit" }, { times: 2 });
    expect(await (await push()).json()).toEqual({ message: "The API rate limit has been exceeded. Try again later." });
    expect((await push()).status).toBe(429);
    expect((await push()).status).toBe(200);
    await bot.line.fails("push", { kind: "monthly-limit" });
    expect(await (await push()).json()).toEqual({ message: "You have reached your monthly limit." });
  });

  it("prepares media for a while, then gives the bytes until they are taken back", async () => {
    await teacher.sendsPhoto(Buffer.from("the photo"), { preparing: 2 });
    const { id } = bot.newestEvent().message as { id: string };
    const content = () => bot.call("GET", `/v2/bot/message/${id}/content`);
    expect([(await content()).status, (await content()).status]).toEqual([202, 202]);
    const ready = await content();
    expect([ready.status, ready.headers.get("content-type"), await ready.text()]).toEqual([200, "image/jpeg", "the photo"]);
    await bot.line.fails("content", { kind: "gone" });
    expect((await content()).status).toBe(410);
    await bot.line.fails("content", { kind: "wrong-content", base64: Buffer.from("#!/bin/sh").toString("base64") });
    expect(await (await content()).text()).toBe("#!/bin/sh");
    await bot.line.fails("content", { kind: "cut-body", afterBytes: 3 });
    await expect(content().then((response) => response.text())).rejects.toThrow();
    await teacher.unsends();
    expect((await content()).status).toBe(404);
  });

  it("is driven the same way from another process", async () => {
    const remote = connectSimulator(bot.line.url);
    const { userId } = await remote.addUser({ displayName: "ช่างวิทยา" });
    await remote.act({ userId, action: { do: "say", text: "รับงาน" } });
    const heard = remote.hears({ chatId: userId });
    await bot.reply(bot.newestEvent().replyToken, "รับแล้วค่ะ");
    expect((await heard).map((message) => message.content)).toMatchObject([{ text: "รับแล้วค่ะ" }]);
    expect(await remote.calls({ endpoint: "reply" })).toMatchObject([{ status: 200, recipients: [userId], cost: 0 }]);
    await expect(remote.act({ userId, action: { do: "press", label: "ไม่มี" } })).rejects.toThrow("ไม่มี");
  });

  it("keeps rich menus: a picture first, then a default, then one's own", async () => {
    const area = { bounds: { x: 0, y: 0, width: 800, height: 540 }, action: { type: "message", label: "แจ้งซ่อม", text: "แจ้งซ่อม" } };
    const menu = { size: { width: 800, height: 540 }, selected: true, name: "ครู", chatBarText: "เมนู", areas: [area] };
    const { richMenuId } = (await (await bot.call("POST", "/v2/bot/richmenu", menu)).json()) as { richMenuId: string };
    const link = () => bot.call("POST", `/v2/bot/user/${teacher.userId}/richmenu/${richMenuId}`);
    expect((await link()).status).toBe(400);
    const png = await sharp({ create: { width: 800, height: 540, channels: 3, background: "#0a7d54" } })
      .png()
      .toBuffer();
    const upload = () => bot.call("POST", `/v2/bot/richmenu/${richMenuId}/content`, png, { "content-type": "image/png" });
    expect([(await upload()).status, (await upload()).status]).toEqual([200, 400]);
    expect((await link()).status).toBe(200);
    await teacher.presses("แจ้งซ่อม");
    expect(bot.newestEvent()).toMatchObject({ message: { type: "text", text: "แจ้งซ่อม" } });
  });
});
