import { createHash, randomBytes } from "node:crypto";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Line, type LineUser, startLine, testChannel, testLiffId, testLoginChannel } from "#test/support/simulator.ts";

const endpointUrl = "https://ict.example.go.th/liff/";

describe("LINE Login of the simulator", () => {
  let line: Line;
  let teacher: LineUser;
  beforeAll(async () => {
    line = await startLine();
    await line.operations.setLiffApp({ liffId: testLiffId, endpointUrl });
    teacher = await line.user("ครูสมหญิง");
  });
  afterAll(() => line.stop());

  const form = (path: string, fields: Record<string, string>) =>
    fetch(line.url + path, { method: "POST", body: new URLSearchParams(fields) }).then(async (response) => ({
      status: response.status,
      body: (await response.json()) as Record<string, unknown>,
    }));
  const verify = (idToken: string, clientId = testLoginChannel.id) =>
    form("/oauth2/v2.1/verify", { id_token: idToken, client_id: clientId });

  /** The login page, as the SDK opens it for somebody whose LINE is signed in. */
  async function agree(query: Record<string, string>, person = teacher.userId) {
    const search = new URLSearchParams({
      app_id: testLiffId,
      state: "s1",
      response_type: "code",
      code_challenge_method: "S256",
      ...query,
    });
    const response = await fetch(`${line.url}/liff/v1/authorize?${search}`, {
      redirect: "manual",
      headers: { "x-simulator-person": person },
    });
    return { status: response.status, back: new URL(response.headers.get("location") ?? "about:blank") };
  }

  async function exchange(query: Record<string, string> = {}) {
    const verifier = randomBytes(32).toString("base64url");
    const { back } = await agree({ code_challenge: createHash("sha256").update(verifier).digest("base64url"), ...query });
    const fields = {
      grant_type: "authorization_code",
      client_id: testLoginChannel.id,
      appId: testLiffId,
      code: back.searchParams.get("code") ?? "",
      code_verifier: verifier,
      redirect_uri: back.searchParams.get("liffRedirectUri") ?? "",
    };
    return { back, fields, redeem: (changed: Record<string, string> = {}) => form("/oauth2/v2.1/token", { ...fields, ...changed }) };
  }

  it("sends back to the page that was asked for, and gives its tokens for the code once", async () => {
    const { back, redeem } = await exchange({ redirect_uri: `${endpointUrl}requests/1?from=chat` });
    expect(back.origin + back.pathname).toBe(`${endpointUrl}requests/1`);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ from: "chat", state: "s1", liffClientId: testLoginChannel.id });
    const { status, body } = await redeem();
    expect(status).toBe(200);
    const keys = createRemoteJWKSet(new URL(`${line.url}/oauth2/v2.1/certs`));
    const { payload, protectedHeader } = await jwtVerify(String(body.id_token), keys, { audience: testLoginChannel.id });
    expect([protectedHeader.alg, payload.iss, payload.sub]).toEqual(["ES256", "https://access.line.me", teacher.userId]);
    expect(await redeem()).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });

  it("gives nothing for a code without its verifier, for another app, or to another address", async () => {
    for (const changed of [
      { code_verifier: "x".repeat(43) },
      { appId: "2000000002-Elsewhere" },
      { redirect_uri: "https://elsewhere.example" },
    ]) {
      expect(await (await exchange()).redeem(changed)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    }
    expect((await agree({ code_challenge: "c", redirect_uri: "https://elsewhere.example/liff/" })).status).toBe(400);
    expect((await agree({ code_challenge: "c" }, "U0")).status).toBe(401);
  });

  it("says in LINE's words what is wrong with an ID token", async () => {
    expect(await verify(await teacher.idToken())).toMatchObject({ status: 200, body: { sub: teacher.userId, name: "ครูสมหญิง" } });
    const problems = await Promise.all([
      teacher.idToken({ expired: true }).then((token) => verify(token)),
      teacher.idToken({ audience: "1999999999" }).then((token) => verify(token)),
      teacher.idToken({ forged: true }).then((token) => verify(token)),
      verify("no.token.atall"),
    ]);
    expect(problems.map(({ status, body }) => [status, body.error_description])).toEqual([
      [400, "IdToken expired."],
      [400, "Invalid IdToken Audience."],
      [400, "Invalid IdToken."],
      [400, "Invalid IdToken."],
    ]);
  });

  it("fails as it is told, here as everywhere", async () => {
    await line.fails("verify-id-token", { kind: "server-error" });
    expect((await verify(await teacher.idToken())).status).toBe(500);
    expect((await verify(await teacher.idToken())).status).toBe(200);
  });

  it("tells a page who its person is and whether they added the bot, with their token and no other", async () => {
    const stranger = await line.user("ครูใหม่", { isFriend: false });
    const { accessToken } = await line.operations.signIn({ userId: stranger.userId });
    const ask = (path: string, token: string) => fetch(line.url + path, { headers: { authorization: `Bearer ${token}` } });
    expect(await (await ask("/v2/profile", accessToken)).json()).toEqual({ userId: stranger.userId, displayName: "ครูใหม่" });
    const friendship = await ask("/friendship/v1/status", accessToken);
    expect(await friendship.json()).toEqual({ friendFlag: false });
    expect(friendship.headers.get("access-control-allow-origin")).toBe("*");
    expect((await ask("/v2/profile", "another")).status).toBe(401);
    expect((await ask("/v2/bot/info", accessToken)).status).toBe(401);
    const preflight = await fetch(`${line.url}/v2/profile`, { method: "OPTIONS" });
    expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([204, "*"]);
  });

  describe("its LIFF apps", () => {
    async function channelToken({ id, secret }: { id: string; secret: string }) {
      const { body } = await form("/oauth2/v3/token", { grant_type: "client_credentials", client_id: id, client_secret: secret });
      return String(body.access_token);
    }
    const ask = (token: string, method: string, path: string, body?: object) =>
      fetch(line.url + path, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });

    it("are made, changed and removed with the Login channel's token only", async () => {
      const token = await channelToken(testLoginChannel);
      const view = { type: "full", url: "https://new.example.go.th/liff/" };
      const made = (await (await ask(token, "POST", "/liff/v1/apps", { view, description: "ทดสอบ" })).json()) as { liffId: string };
      expect(made.liffId).toMatch(new RegExp(`^${testLoginChannel.id}-\\w{8}$`));
      const changed = await ask(token, "PUT", `/liff/v1/apps/${made.liffId}`, { view: { url: "https://moved.example.go.th/liff/" } });
      expect(changed.status).toBe(200);
      const { apps } = (await (await ask(token, "GET", "/liff/v1/apps")).json()) as { apps: { liffId: string }[] };
      const moved = { liffId: made.liffId, description: "ทดสอบ", view: { type: "full", url: "https://moved.example.go.th/liff/" } };
      expect(apps.find((app) => app.liffId === made.liffId)).toEqual(moved);
      expect((await ask(token, "DELETE", `/liff/v1/apps/${made.liffId}`)).status).toBe(200);
      expect((await ask(token, "DELETE", `/liff/v1/apps/${made.liffId}`)).status).toBe(404);
      expect((await ask(await channelToken(testChannel), "GET", "/liff/v1/apps")).status).toBe(401);
    });

    it("must open over https", async () => {
      const token = await channelToken(testLoginChannel);
      const refused = await ask(token, "POST", "/liff/v1/apps", { view: { type: "full", url: "http://plain.example.go.th/" } });
      expect(refused.status).toBe(400);
    });
  });
});
