import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { messagingApi } from "@line/bot-sdk";
import { afterEach, describe, expect, it } from "vitest";
import { type LineDeps, openLine } from "#bot/line/open-line.ts";
import { type Line as FakePlatform, startLine, testChannel } from "#test/support/simulator.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const lines: { path?: unknown; status?: unknown; requestId?: unknown }[] = [];
const keep = (fields: Record<string, unknown>) => void lines.push(fields);
const log: LineDeps["log"] = { debug: keep, info: keep, warn: keep, error: keep };
const hello: messagingApi.Message[] = [{ type: "text", text: "สวัสดีค่ะ" }];
const userId = `U${"1".repeat(32)}`;
const retryKey = "5f6c1f6e-0f0e-4b8f-9d0c-1c2d3e4f5a6b";
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
  lines.length = 0;
});

function client(url: string, deps: Partial<LineDeps> = {}, accessToken?: string) {
  const { id: channelId, secret: channelSecret } = testChannel;
  const config = { channelId, channelSecret, apiBaseUrl: url, dataApiBaseUrl: url, ...(accessToken ? { accessToken } : {}) };
  const line = openLine(config, { log, ...deps });
  open.push(() => line.close());
  return line;
}

async function simulator(): Promise<FakePlatform> {
  const platform = await startLine();
  open.push(() => platform.stop());
  return platform;
}

/** A LINE that does what no simulator should. */
async function loopback(handler: Handler): Promise<string> {
  const server: Server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function answer(status: number, body: unknown = {}, headers: Record<string, string> = {}): Handler {
  return (request, response) => {
    request.resume();
    response.writeHead(status, { "content-type": "application/json", "x-line-request-id": "r-1", ...headers }).end(JSON.stringify(body));
  };
}

describe("a message handed to LINE", () => {
  it("is delivered, with a token made of the channel's id and secret, asked for once", async () => {
    const platform = await simulator();
    const somsri = await platform.user("สมศรี ทดสอบ");
    const line = client(platform.url);
    const outcomes = await Promise.all(
      ["a", "b", "c"].map((end) => line.push(somsri.userId, hello, `5f6c1f6e-0f0e-4b8f-9d0c-1c2d3e4f5a6${end}`)),
    );
    expect(outcomes.map((one) => one.kind)).toEqual(["delivered", "delivered", "delivered"]);
    expect(await platform.calls("token")).toHaveLength(1);
    expect((await somsri.arrived()).map((one) => one.text)).toEqual(["สวัสดีค่ะ", "สวัสดีค่ะ", "สวัสดีค่ะ"]);
  });

  it("counts as delivered when its retry key was accepted before", async () => {
    const platform = await simulator();
    const somsri = await platform.user("สมศรี ทดสอบ");
    const line = client(platform.url);
    await platform.fails("push", { kind: "reset-after" });
    expect(await line.push(somsri.userId, hello, retryKey)).toMatchObject({ kind: "unknown" });
    expect(await line.push(somsri.userId, hello, retryKey)).toEqual({ kind: "delivered" });
    expect(await somsri.arrived()).toHaveLength(1);
  });

  it("tells a token that can answer no more from other refusals", async () => {
    const platform = await simulator();
    const line = client(platform.url);
    expect(await line.reply("used-up", hello)).toMatchObject({ kind: "refused", status: 400, invalidToken: true });
    const tooMany = Array.from({ length: 6 }, () => hello[0] as messagingApi.Message);
    expect(await line.push(userId, tooMany, retryKey)).toMatchObject({ kind: "refused", status: 400, invalidToken: false });
    expect(lines).toContainEqual(expect.objectContaining({ path: "/v2/bot/message/reply", requestId: expect.any(String) }));
  });

  it("tells the rate limit from the month's end", async () => {
    const platform = await simulator();
    const line = client(platform.url);
    await platform.fails("push", { kind: "rate-limit" });
    expect(await line.push(userId, hello, retryKey)).toMatchObject({ kind: "rate-limited" });
    await platform.fails("push", { kind: "monthly-limit" });
    expect(await line.push(userId, hello, retryKey)).toEqual({ kind: "quota-exceeded" });
    const busy = client(await loopback(answer(429, { message: "The API rate limit has been exceeded." }, { "retry-after": "7" })), {}, "t");
    expect(await busy.push(userId, hello, retryKey)).toEqual({ kind: "rate-limited", retryAfterSeconds: 7 });
  });

  it("is sent again with a new token when the old one is refused, once", async () => {
    const platform = await simulator();
    const somsri = await platform.user("สมศรี ทดสอบ");
    const line = client(platform.url);
    await platform.fails("push", { kind: "unauthorised" });
    expect(await line.push(somsri.userId, hello, retryKey)).toEqual({ kind: "delivered" });
    expect(await platform.calls("token")).toHaveLength(2);
    await platform.fails("push", { kind: "unauthorised" }, { times: 5 });
    expect(await line.push(somsri.userId, hello, retryKey)).toMatchObject({ kind: "refused", status: 401 });
    expect(await platform.calls("push")).toHaveLength(4);
  });

  it("is unknown when LINE hangs, breaks off, fails or is not there", async () => {
    const hanging = client(await loopback((request) => void request.resume()), { sendTimeoutMs: 60 }, "t");
    expect(await hanging.reply("token", hello)).toEqual({ kind: "unknown", cause: "no answer within 60 ms" });
    const broken = client(await loopback((request) => request.socket.destroy()), {}, "t");
    expect(await broken.reply("token", hello)).toMatchObject({ kind: "unknown" });
    const failing = client(await loopback(answer(502, "bad gateway")), {}, "t");
    expect(await failing.reply("token", hello)).toEqual({ kind: "unknown", cause: "status 502" });
    const nobody = client("http://127.0.0.1:9", {}, "t");
    expect(await nobody.push(userId, hello, retryKey)).toMatchObject({ kind: "unknown" });
  });

  it("is unknown, not lost, while no token can be had", async () => {
    const platform = await simulator();
    const somsri = await platform.user("สมศรี ทดสอบ");
    const line = client(platform.url);
    await platform.fails("token", { kind: "server-error" });
    expect(await line.push(somsri.userId, hello, retryKey)).toMatchObject({ kind: "unknown" });
    expect(await line.push(somsri.userId, hello, retryKey)).toEqual({ kind: "delivered" });
  });

  it("never puts people's words into the log", async () => {
    const platform = await simulator();
    const line = client(platform.url);
    await line.reply("used-up", [{ type: "text", text: "ความลับของคุณครู" }]);
    expect(JSON.stringify(lines)).not.toContain("ความลับ");
  });
});

describe("the channel's token", () => {
  it("is renewed beside the old one before it ends", async () => {
    const issued: number[] = [];
    const used: string[] = [];
    const url = await loopback((request, response) => {
      if (request.url === "/oauth2/v3/token") {
        issued.push(issued.length + 1);
        answer(200, { token_type: "Bearer", access_token: `token-${issued.length}`, expires_in: 900 })(request, response);
        return;
      }
      used.push(String(request.headers.authorization));
      answer(200, { sentMessages: [] })(request, response);
    });
    let time = Date.parse("2026-11-23T02:00:00Z");
    const line = client(url, { clock: { now: () => new Date(time) } });
    await line.reply("one", hello);
    time += 11 * 60_000;
    await line.reply("two", hello);
    time += 2 * 60_000;
    await line.reply("three", hello);
    await expect.poll(() => issued.length).toBe(2);
    time += 3 * 60_000;
    await line.reply("four", hello);
    expect(used).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2"]);
  });
});

describe("a question to LINE", () => {
  it("is answered with data, never an exception", async () => {
    const platform = await simulator();
    const somsri = await platform.user("สมศรี ทดสอบ");
    await platform.meter(300);
    const line = client(platform.url);
    expect(await line.quota()).toEqual({ ok: true, value: 300 });
    expect(await line.consumption()).toEqual({ ok: true, value: 0 });
    expect(await line.profile(somsri.userId)).toMatchObject({ ok: true, value: { displayName: "สมศรี ทดสอบ" } });
    expect(await line.profile(userId)).toMatchObject({ ok: false, status: 404, retryable: false });
    expect(await line.startLoading(somsri.userId)).toEqual({ ok: true, value: true });
    expect(await client("http://127.0.0.1:9", {}, "t").quota()).toMatchObject({ ok: false, status: null, retryable: true });
  });
});

describe("a picture that a person sent", () => {
  const photo = Buffer.from("89504e470d0a1a0a", "hex");

  it("comes as bytes, after waiting while LINE prepares it", async () => {
    let asked = 0;
    const url = await loopback((request, response) => {
      asked += 1;
      request.resume();
      if (asked < 3) response.writeHead(202).end();
      else response.writeHead(200, { "content-type": "image/png" }).end(photo);
    });
    expect(await client(url, {}, "t").fetchContent("500")).toEqual({ kind: "bytes", bytes: photo, type: "image/png" });
  });

  it("is still being prepared when LINE takes longer than we wait", async () => {
    const line = client(await loopback(answer(202)), {}, "t");
    expect(await line.fetchContent("500", { preparingMs: 0 })).toEqual({ kind: "preparing" });
  });

  it("is gone for good, or only not to be had now", async () => {
    for (const [status, kind] of [
      [404, "gone"],
      [410, "gone"],
      [500, "unavailable"],
      [401, "unavailable"],
    ] as const) {
      expect(await client(await loopback(answer(status)), {}, "t").fetchContent("500")).toEqual({ kind });
    }
  });

  it("is not read beyond the largest size, whether LINE says the size or not", async () => {
    const told = client(
      await loopback((_, response) => void response.writeHead(200, { "content-length": "2000" }).end(Buffer.alloc(2000))),
      {},
      "t",
    );
    expect(await told.fetchContent("500", { maxBytes: 1000 })).toEqual({ kind: "too-big" });
    const untold = client(
      await loopback((_, response) => {
        response.write(Buffer.alloc(900));
        response.end(Buffer.alloc(900));
      }),
      {},
      "t",
    );
    expect(await untold.fetchContent("500", { maxBytes: 1000 })).toEqual({ kind: "too-big" });
  });

  it("is unavailable when the body breaks off or never ends, and the process lives on", async () => {
    const cut = await loopback((request, response) => {
      response.writeHead(200, { "content-type": "image/png", "content-length": "5000" });
      response.write(Buffer.alloc(1000), () => request.socket.destroy());
    });
    expect(await client(cut, {}, "t").fetchContent("500")).toEqual({ kind: "unavailable" });
    const endless = await loopback((_, response) => void response.writeHead(200, { "content-type": "image/png" }).write("x"));
    expect(await client(endless, {}, "t").fetchContent("500", { timeoutMs: 80 })).toEqual({ kind: "unavailable" });
  });
});
