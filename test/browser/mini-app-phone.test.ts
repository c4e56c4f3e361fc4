import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channel, liffId } from "#scripts/demo/demo-config.ts";
import { lineUserIds } from "#scripts/demo/seed/personas.ts";
import { type Demo, startDemo } from "#scripts/demo/start-demo.ts";
import { connectSimulator } from "#scripts/simulator/connect.ts";
import { useBrowser } from "#test/support/browser.ts";

const browser = useBrowser();
let demo: Demo;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-"));
  demo = await startDemo({ folder, say: () => undefined, phonesPort: 0, botPort: 0 });
});
afterAll(async () => {
  await demo.stop();
  await rm(folder, { recursive: true });
});

/** The demo's page, and every address of another machine that anything on it asked for. */
async function openPhones(): Promise<{ page: Page; strangers: string[]; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
  const strangers: string[] = [];
  const faults: string[] = [];
  page.context().on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") strangers.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(demo.url);
  await page.locator("section.phone").nth(3).waitFor();
  return { page, strangers, faults };
}

/** One phone, and the mini-app that lies over its chat. */
function phoneOf(page: Page, role: string): { frame: Locator; app: FrameLocator; miniApp: Locator; opens(): Promise<void> } {
  const frame = page.locator("section.phone").filter({ hasText: role });
  return {
    frame,
    app: frame.frameLocator("iframe"),
    miniApp: frame.getByRole("dialog", { name: "มินิแอป" }),
    opens: () => frame.getByRole("button", { name: "มินิแอป", exact: true }).click(),
  };
}

/** The bot's account writes to somebody, as the office would from its own console. */
async function push(userId: string, text: string): Promise<void> {
  const form = { grant_type: "client_credentials", client_id: channel.id, client_secret: channel.secret };
  const issued = await fetch(`${demo.url}/oauth2/v3/token`, { method: "POST", body: new URLSearchParams(form) });
  const { access_token } = (await issued.json()) as { access_token: string };
  await fetch(`${demo.url}/v2/bot/message/push`, {
    method: "POST",
    headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
    body: JSON.stringify({ to: userId, messages: [{ type: "text", text }] }),
  });
}

const loginsOf = async (userId: string) =>
  (await connectSimulator(demo.url).calls({ endpoint: "login-token" })).filter(({ recipients }) => recipients.includes(userId)).length;

describe("The mini-app on the simulator's phones", () => {
  it("knows on each phone whose it is, without a word about logging in", async () => {
    const { page, strangers, faults } = await openPhones();
    const teacher = phoneOf(page, "ครู (ลงทะเบียนแล้ว)");
    const technician = phoneOf(page, "ช่าง (โซน");
    await teacher.opens();
    await technician.opens();
    await teacher.app.getByText("คุณสมใจ").waitFor();
    await technician.app.getByText("คุณมานะ").waitFor();
    expect(await teacher.app.getByRole("link", { name: "งานเจ้าหน้าที่" }).count()).toBe(0);
    await technician.app.getByRole("link", { name: "งานเจ้าหน้าที่" }).first().waitFor();
    expect([strangers, faults]).toEqual([[], []]);
  });

  it("opens from the rich menu over the chat, and closes by itself where LINE would close it", async () => {
    const { page } = await openPhones();
    const teacher = phoneOf(page, "ครู (ลงทะเบียนแล้ว)");
    await teacher.frame.getByRole("button", { name: "แบบฟอร์มทั้งหมด", exact: true }).click();
    await teacher.app.getByRole("heading", { level: 1, name: "แบบฟอร์ม" }).waitFor();
    // liff.closeWindow() does this in a browser.
    await page.frame({ url: /\/liff\/forms$/ })?.evaluate(() => window.close());
    await teacher.miniApp.waitFor({ state: "detached" });
  });

  it("opens from a link in the chat on the page that it names, closes again, and does not log in twice", async () => {
    const { page } = await openPhones();
    const teacher = phoneOf(page, "ครู (ลงทะเบียนแล้ว)");
    await teacher.opens();
    await teacher.app.getByText("คุณสมใจ").waitFor();
    const before = await loginsOf(lineUserIds.teacher);
    await teacher.miniApp.getByRole("button", { name: "ปิดมินิแอป" }).click();
    await teacher.miniApp.waitFor({ state: "detached" });
    await push(lineUserIds.teacher, `งานของคุณอยู่ที่นี่ค่ะ https://liff.line.me/${liffId}/requests`);
    await teacher.frame
      .getByRole("link", { name: `https://liff.line.me/${liffId}/requests` })
      .last()
      .click();
    await teacher.app.getByRole("heading", { level: 1, name: "เรื่องที่แจ้ง" }).waitFor();
    await teacher.miniApp.getByText("เรื่องที่แจ้ง ·").waitFor();
    expect(await loginsOf(lineUserIds.teacher)).toBe(before);
    expect(page.frames().some((frame) => /\/liff\/requests$/.test(frame.url()))).toBe(true);
  });

  it("asks a newcomer who they are, lets them add the bot, and the bot greets them in the chat", async () => {
    const { page, strangers } = await openPhones();
    const newcomer = phoneOf(page, "ครู (ยังไม่เคยใช้)");
    await newcomer.opens();
    await newcomer.app.getByRole("combobox", { name: "โรงเรียน" }).fill("บ้าน");
    await newcomer.app.getByRole("option").first().click();
    await newcomer.app.getByLabel("ชื่อ", { exact: true }).fill("ครูใหม่ ลองใช้");
    await newcomer.app.getByRole("button", { name: "ครู", exact: true }).click();
    await newcomer.app.getByRole("button", { name: "รับทราบและเริ่มใช้งาน" }).click();
    await newcomer.app.getByRole("button", { name: "เพิ่มเพื่อนใน LINE" }).click();
    await newcomer.miniApp.waitFor({ state: "detached" });
    await newcomer.frame.getByText("สวัสดีค่ะ").first().waitFor();
    expect(strangers).toEqual([]);
  });

  it("opens in a window of its own for a PC, signed in as the same person", async () => {
    const { page } = await openPhones();
    const technician = phoneOf(page, "ช่าง (โซน");
    await technician.opens();
    await technician.app.getByText("คุณมานะ").waitFor();
    const [desk] = await Promise.all([
      page.context().waitForEvent("page"),
      technician.miniApp.getByRole("link", { name: "เปิดเต็มหน้าต่าง" }).click(),
    ]);
    await desk.getByText("คุณมานะ").waitFor();
    await technician.miniApp.waitFor({ state: "detached" });
  });

  it("goes to LINE's login and back inside the phone when LINE refused its ID token", async () => {
    const { page, strangers } = await openPhones();
    const line = connectSimulator(demo.url);
    const head = phoneOf(page, "หัวหน้ากลุ่มงาน");
    await line.setFault({ endpoint: "verify-id-token", times: 1, fault: { kind: "unauthorised" } });
    await head.opens();
    await head.app.getByText("คุณวิชัย").waitFor();
    const logins = await line.calls({ endpoint: "authorize" });
    expect(logins.map(({ status, recipients }) => [status, recipients])).toEqual([[302, [lineUserIds.head]]]);
    expect(strangers).toEqual([]);
  });
});
