import { afterEach, describe, expect, it } from "vitest";
import { parseConfig } from "#bot/platform/config.ts";
import { setupLine } from "#scripts/support/setup-line.ts";
import { type Line, startLine, testChannel, testLoginChannel } from "#test/support/simulator.ts";

const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const open: Line[] = [];

afterEach(async () => {
  for (const line of open.splice(0)) await line.stop();
});

async function freshLine(): Promise<Line> {
  const line = await startLine({ liffApps: [] });
  open.push(line);
  return line;
}

/** Runs the set-up with these variables and returns what it said. */
async function settingUp(line: Line, variables: Record<string, string> = {}, secret: string | undefined = testLoginChannel.secret) {
  const said: string[] = [];
  const config = parseConfig({
    LINE_CHANNEL_ID: testChannel.id,
    LINE_CHANNEL_SECRET: testChannel.secret,
    LINE_LOGIN_CHANNEL_ID: testLoginChannel.id,
    LINE_API_BASE_URL: line.url,
    LINE_DATA_API_BASE_URL: line.url,
    MONGODB_URI: "mongodb://127.0.0.1/unused",
    PUBLIC_URL: "https://ict.example.go.th",
    ...variables,
  });
  const done = await setupLine({ config, loginChannelSecret: secret, log, say: (words) => said.push(words) });
  return { done, said: said.join("\n") };
}

const idIn = (said: string) => /^LIFF_ID=(\S+)$/m.exec(said)?.[1] ?? "";
const changesIn = async (line: Line) =>
  (await line.calls())
    .filter(({ endpoint, method }) => endpoint.startsWith("liff-app") && method !== "GET")
    .map(({ endpoint }) => endpoint);

async function appsOf(line: Line) {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: testLoginChannel.id,
    client_secret: testLoginChannel.secret,
  });
  const { access_token } = (await (await fetch(`${line.url}/oauth2/v3/token`, { method: "POST", body })).json()) as {
    access_token: string;
  };
  const response = await fetch(`${line.url}/liff/v1/apps`, { headers: { authorization: `Bearer ${access_token}` } });
  return ((await response.json()) as { apps: { liffId: string; view: { url: string; type: string }; scope: string[] }[] }).apps;
}

describe("setup:line and the mini-app", () => {
  it("makes the LIFF app, prints its id, and makes no second one", async () => {
    const line = await freshLine();
    const first = await settingUp(line);
    expect(first).toMatchObject({ done: true });
    expect(idIn(first.said)).toMatch(new RegExp(`^${testLoginChannel.id}-\\w{8}$`));
    expect(first.said).toContain("Linked LINE Official Account");
    const [app, ...others] = await appsOf(line);
    expect(others).toEqual([]);
    expect(app).toMatchObject({ view: { type: "full", url: "https://ict.example.go.th/liff/" }, scope: ["openid", "profile"] });
    const second = await settingUp(line, { LIFF_ID: idIn(first.said) });
    expect(second.said).toContain(`${idIn(first.said)} (ตรงอยู่แล้ว)`);
    expect(await changesIn(line)).toEqual(["liff-app-create"]);
  });

  it("finds its own app again by its name, and moves it to the office's new address", async () => {
    const line = await freshLine();
    const liffId = idIn((await settingUp(line)).said);
    const moved = await settingUp(line, { PUBLIC_URL: "https://new.example.go.th" });
    expect(idIn(moved.said)).toBe(liffId);
    expect((await appsOf(line)).map((app) => app.view.url)).toEqual(["https://new.example.go.th/liff/"]);
    expect(await changesIn(line)).toEqual(["liff-app-create", "liff-app-update"]);
  });

  it("leaves another app of the same channel alone", async () => {
    const line = await freshLine();
    await line.operations.setLiffApp({ liffId: `${testLoginChannel.id}-Another1`, endpointUrl: "https://other.example.go.th/" });
    await settingUp(line);
    expect((await appsOf(line)).map((app) => app.view.url)).toEqual(["https://other.example.go.th/", "https://ict.example.go.th/liff/"]);
  });

  it("says which variable is missing, and goes on without the secret once there is an id", async () => {
    const line = await freshLine();
    const without = await settingUp(line, {}, "");
    expect(without.done).toBe(false);
    expect(without.said).toContain("ใส่ LINE_LOGIN_CHANNEL_SECRET");
    expect(await settingUp(line, { LIFF_ID: `${testLoginChannel.id}-Existing` }, "")).toMatchObject({ done: true });
    const noChannel = await settingUp(line, { LINE_LOGIN_CHANNEL_ID: "" });
    expect(noChannel.done).toBe(true);
    expect(noChannel.said).toContain("ยังไม่มี LINE_LOGIN_CHANNEL_ID");
  });

  it("says what to check when LINE does not know the Login channel", async () => {
    const { done, said } = await settingUp(await freshLine(), {}, "0".repeat(32));
    expect(done).toBe(false);
    expect(said).toContain("ตรวจ LINE_LOGIN_CHANNEL_ID, LINE_LOGIN_CHANNEL_SECRET");
  });
});
