import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SimulatorState } from "#scripts/simulator/api/phones-state.ts";
import { createCookieJar } from "#scripts/simulator/mini-app/cookie-jar.ts";
import { openLiffUrl } from "#scripts/simulator/mini-app/liff-url.ts";
import { type Line, startLine, testLiffId, testLoginChannel } from "#test/support/simulator.ts";

const personas = [
  { userId: `U${"1".repeat(32)}`, name: "ครูสมหญิง", role: "ครู", hint: "" },
  { userId: `U${"2".repeat(32)}`, name: "ช่างวิทยา", role: "ช่าง", hint: "" },
];

/** A web server that a phone's mini-app comes from: a page, a cookie, what it was asked with, and a stream. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === "/api/session") {
    const cookie = `session=${request.headers["x-who"]}; Path=/api; HttpOnly; SameSite=Lax; Max-Age=60`;
    response.writeHead(200, { "set-cookie": cookie, "content-type": "application/json" }).end("{}");
  } else if (request.url?.startsWith("/api/echo")) {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ url: request.url, ...request.headers }));
  } else if (request.url === "/api/live") {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: first\n\n");
  } else if (request.url === "/moved") {
    response.writeHead(302, { location: `http://${request.headers.host}/liff/new` }).end();
  } else {
    const policy = "default-src 'self'";
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
    response.end('<!doctype html><html><head><title>ศูนย์</title><script type="module" src="/liff/a.js"></script></head></html>');
  }
}

describe("A phone's way to the mini-app", () => {
  let line: Line;
  let botUrl: string;
  const bot = createServer(answer);
  const origins: string[] = [];
  beforeAll(async () => {
    bot.listen(0, "127.0.0.1");
    await once(bot, "listening");
    botUrl = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`;
    line = await startLine({ personas, phones: true });
    await line.operations.setLiffApp({ liffId: testLiffId, endpointUrl: `${botUrl}/liff/` });
    const { miniApps } = (await (await fetch(`${line.url}/simulator/state`)).json()) as SimulatorState;
    for (const { userId } of personas) origins.push(new URL(miniApps[userId]?.endpointUrl ?? "").origin);
  });
  afterAll(async () => {
    await line.stop();
    bot.closeAllConnections();
    bot.close();
  });

  const ask = (phone: number, path: string, init?: RequestInit) => fetch((origins[phone] ?? "") + path, init);
  const echo = async (phone: number, init?: RequestInit) =>
    (await (await ask(phone, "/api/echo", init)).json()) as Record<string, string | undefined>;

  it("keeps each person's cookies to themselves, and none in the browser", async () => {
    expect(new Set(origins).size).toBe(2);
    const signedIn = await ask(0, "/api/session", { method: "POST", headers: { "x-who": "somying" } });
    expect(signedIn.headers.get("set-cookie")).toBeNull();
    expect((await echo(0, { headers: { cookie: "session=of-the-browser" } })).cookie).toBe("session=somying");
    expect((await echo(1)).cookie).toBeUndefined();
  });

  it("lets the bot believe that its own page asks", async () => {
    const [origin = ""] = origins;
    const seen = await echo(0, { method: "POST", headers: { origin, referer: `${origin}/liff/new` } });
    expect([seen.host, seen.origin, seen.referer]).toEqual([new URL(botUrl).host, botUrl, `${botUrl}/liff/new`]);
    expect([seen["x-forwarded-for"], seen["x-forwarded-proto"]]).toEqual(["127.0.0.1", "http"]);
    const moved = await ask(0, "/moved", { redirect: "manual" });
    expect(moved.headers.get("location")).toBe(`${origin}/liff/new`);
    expect((await (await ask(0, "//elsewhere.example/api")).text()).length).toBeGreaterThan(0);
  });

  it("puts one script of its own before the page's, which the page's policy allows", async () => {
    const page = await ask(0, "/liff/requests", { headers: { accept: "text/html" } });
    const html = await page.text();
    expect(html.indexOf('<script src="/-phone/line.js">')).toBeGreaterThan(0);
    expect(html.indexOf("/-phone/line.js")).toBeLessThan(html.indexOf("/liff/a.js"));
    expect(page.headers.get("content-security-policy")).toBe("default-src 'self'");
    expect(Number(page.headers.get("content-length"))).toBe(Buffer.byteLength(html));
  });

  it("signs its own person in, with a code that LINE takes once", async () => {
    const script = await (await ask(1, "/-phone/line.js")).text();
    const settings = JSON.parse(/const settings = (.*);/.exec(script)?.[1] ?? "") as Record<string, string>;
    const fields = {
      grant_type: "authorization_code",
      client_id: testLoginChannel.id,
      appId: testLiffId,
      code: settings.code ?? "",
      code_verifier: settings.codeVerifier ?? "",
      redirect_uri: settings.endpointUrl ?? "",
    };
    const redeem = () => ask(1, "/-line/api.line.me/oauth2/v2.1/token", { method: "POST", body: new URLSearchParams(fields) });
    const { id_token } = (await (await redeem()).json()) as { id_token: string };
    const claims = JSON.parse(Buffer.from(id_token.split(".")[1] ?? "", "base64url").toString()) as { sub: string };
    expect(claims.sub).toBe(personas[1]?.userId);
    expect((await redeem()).status).toBe(400);
    const context = await (await ask(1, `/-line/api.line.me/liff/v2/apps/${testLiffId}/contextToken`)).text();
    const middle = /\.([\w-]+)\./.exec(context)?.[1] ?? "";
    expect(JSON.parse(Buffer.from(middle, "base64url").toString())).toMatchObject({ endpointUrl: `${origins[1]}/liff/` });
  });

  it("passes a stream on as it comes", async () => {
    const stream = await ask(0, "/api/live");
    const reader = stream.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe("data: first\n\n");
    await reader?.cancel();
  });

  it("says so while the bot is away", async () => {
    await line.operations.setLiffApp({ liffId: testLiffId, endpointUrl: "http://127.0.0.1:1/liff/" });
    expect((await ask(0, "/liff/")).status).toBe(502);
    await line.operations.setLiffApp({ liffId: testLiffId, endpointUrl: `${botUrl}/liff/` });
  });
});

describe("A LIFF URL", () => {
  const endpoint = { liffId: testLiffId, endpointUrl: "http://127.0.0.1:9/liff/" };
  const opens = (rest: string) => openLiffUrl(`https://liff.line.me/${testLiffId}${rest}`, endpoint);

  it("opens the endpoint, what follows its id as liff.state", () => {
    expect(opens("")).toBe(endpoint.endpointUrl);
    expect(opens("/requests/1?from=chat#last")).toBe(
      `${endpoint.endpointUrl}?liff.state=${encodeURIComponent("/requests/1?from=chat#last")}`,
    );
    expect(opens("?liff.state=%2Fdesk")).toBe(`${endpoint.endpointUrl}?liff.state=%2Fdesk`);
  });

  it("of somebody else, or no LIFF URL at all, opens nothing", () => {
    expect(openLiffUrl("https://liff.line.me/2000000009-Another1/desk", endpoint)).toBeUndefined();
    expect(openLiffUrl("https://ict.example.go.th/liff/", endpoint)).toBeUndefined();
    expect(openLiffUrl("tel:038000000", endpoint)).toBeUndefined();
  });
});

describe("A phone's cookies", () => {
  it("go to their path, until they end or are taken back", () => {
    let now = 0;
    const jar = createCookieJar(() => now);
    jar.keep(["session=a=b; Path=/api; Max-Age=10; HttpOnly", "theme=dark"]);
    expect([jar.headerFor("/api/me"), jar.headerFor("/apis"), jar.headerFor("/api")]).toEqual([
      "session=a=b; theme=dark",
      "theme=dark",
      "session=a=b; theme=dark",
    ]);
    now = 11_000;
    expect(jar.headerFor("/api/me")).toBe("theme=dark");
    jar.keep(["theme=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"]);
    expect(jar.headerFor("/api/me")).toBeUndefined();
  });
});
