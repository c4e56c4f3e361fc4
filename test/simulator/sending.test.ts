import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ListeningBot, movableClock, startListeningBot } from "#test/simulator/bot.ts";
import type { LineUser } from "#test/support/simulator.ts";

const text = (words: string) => ({ type: "text", text: words });
const key = (last: number) => `11111111-1111-4111-8111-11111111111${last}`;

describe("Sending", () => {
  const time = movableClock();
  let bot: ListeningBot;
  let teacher: LineUser;
  beforeEach(async () => {
    bot = await startListeningBot({ clock: time.clock, redelivery: { attempts: 0, intervalMs: 1 } });
    teacher = await bot.line.user("ครูสมหญิง");
  });
  afterEach(() => bot.stop());

  const push = (retryKey?: string, to = teacher.userId) =>
    bot.call(
      "POST",
      "/v2/bot/message/push",
      { to, messages: [text("งานใหม่ค่ะ")] },
      retryKey === undefined ? {} : { "x-line-retry-key": retryKey },
    );

  describe("a reply", () => {
    it("answers once on its token, and free of charge", async () => {
      await teacher.says("สวัสดี");
      const { replyToken } = bot.newestEvent();
      expect((await bot.reply(replyToken)).status).toBe(200);
      const again = await bot.reply(replyToken);
      expect([again.status, await again.json()]).toEqual([400, { message: "Invalid reply token" }]);
      expect((await bot.line.meter()).used).toBe(0);
    });

    it("is too late after a minute, but a redelivered token has one more", async () => {
      await teacher.says("สวัสดี");
      const { replyToken, webhookEventId } = bot.newestEvent();
      time.pass(61);
      expect((await bot.reply(replyToken)).status).toBe(400);
      await bot.line.operations.repeatEvent({ webhookEventId });
      time.pass(59);
      expect((await bot.reply(replyToken)).status).toBe(200);
    });

    it("stays refused when its event is redelivered more than 20 minutes later", async () => {
      await teacher.says("สวัสดี");
      const { replyToken, webhookEventId } = bot.newestEvent();
      time.pass(20 * 60 + 1);
      await bot.line.operations.repeatEvent({ webhookEventId });
      await bot.renewToken();
      expect((await bot.reply(replyToken)).status).toBe(400);
    });

    it("with a retry key is refused", async () => {
      await teacher.says("สวัสดี");
      const body = { replyToken: bot.newestEvent().replyToken, messages: [text("ค่ะ")] };
      expect((await bot.call("POST", "/v2/bot/message/reply", body, { "x-line-retry-key": key(1) })).status).toBe(400);
    });

    it("that breaks a limit is refused in LINE's words and does not use up the token", async () => {
      await teacher.says("สวัสดี");
      const { replyToken } = bot.newestEvent();
      const response = await bot.reply(replyToken, "");
      expect([response.status, await response.json()]).toEqual([
        400,
        { message: "The request body has 1 error(s)", details: [{ message: "May not be empty", property: "messages[0].text" }] },
      ]);
      expect((await bot.reply(replyToken)).status).toBe(200);
    });
  });

  describe("a push", () => {
    it("under the same retry key is delivered once and answered 409", async () => {
      const first = await push(key(1));
      const { sentMessages } = (await first.json()) as { sentMessages: unknown };
      const second = await push(key(1));
      expect(second.status).toBe(409);
      expect(second.headers.get("x-line-accepted-request-id")).toBe(first.headers.get("x-line-request-id"));
      expect(await second.json()).toMatchObject({ sentMessages });
      expect(await teacher.transcript()).toHaveLength(1);
      expect((await bot.line.meter()).used).toBe(1);
      expect((await push("not-a-uuid")).status).toBe(400);
    });

    it("forgets a retry key after 24 hours", async () => {
      await push(key(2));
      time.pass(24 * 3600 + 1);
      await bot.renewToken();
      expect((await push(key(2))).status).toBe(200);
    });

    it("counts for each person reached: five for a group of five, none for one who blocked the bot", async () => {
      const others = await Promise.all([1, 2, 3, 4].map((number) => bot.line.user(`ครู ${number}`)));
      expect((await push(undefined, await bot.line.group("ห้องครู", [teacher, ...others]))).status).toBe(200);
      expect((await bot.line.meter()).used).toBe(5);
      await teacher.unfollows();
      expect((await push()).status).toBe(200);
      expect((await bot.line.meter()).used).toBe(5);
      expect(await teacher.transcript()).toEqual([]);
    });

    it("beyond the plan is refused with the monthly limit, until the next month", async () => {
      await bot.line.meter(1);
      expect((await push()).status).toBe(200);
      const refused = await push();
      expect([refused.status, await refused.json()]).toEqual([429, { message: "You have reached your monthly limit." }]);
      time.pass(31 * 24 * 3600);
      await bot.renewToken();
      expect((await bot.line.meter()).used).toBe(0);
      expect((await push()).status).toBe(200);
    });
  });

  it("lets a quote stand in its own chat only", async () => {
    const other = await bot.line.user("ครูสมชาย");
    await other.says("ของฉัน");
    const { quoteToken } = bot.newestEvent().message as { quoteToken: string };
    const quote = (to: string) => bot.call("POST", "/v2/bot/message/push", { to, messages: [{ ...text("ค่ะ"), quoteToken }] });
    expect([(await quote(other.userId)).status, (await quote(teacher.userId)).status]).toEqual([200, 400]);
  });

  it("needs a token that is still alive", async () => {
    const noToken = await bot.call("GET", "/v2/bot/info", undefined, { authorization: "Bearer nonsense" });
    expect(noToken.status).toBe(401);
    expect((await bot.call("GET", "/v2/bot/info")).status).toBe(200);
    time.pass(15 * 60 + 1);
    expect((await bot.call("GET", "/v2/bot/info")).status).toBe(401);
  });
});
