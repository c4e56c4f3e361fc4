import sharp from "sharp";
import { afterEach, describe, expect, it } from "vitest";
import { type Line, openLine } from "#bot/line/open-line.ts";
import { boundsOf, menusFor, sizeOf } from "#bot/line/rich-menus/definitions.ts";
import { ensureRichMenus, keepEnsuringRichMenus, removeOldMenus } from "#bot/line/rich-menus/ensure-rich-menus.ts";
import { menuKeys } from "#bot/line/rich-menus/menu-keys.ts";
import { prepareMenus } from "#bot/line/rich-menus/menu-request.ts";
import { paint } from "#bot/line/rich-menus/paint.ts";
import { readPress } from "#models/messages/press.ts";
import { setupLine } from "#scripts/support/setup-line.ts";
import { type Line as FakePlatform, startLine, testChannel, testLiffId } from "#test/support/simulator.ts";

const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

function configFor(url: string) {
  return { channelId: testChannel.id, channelSecret: testChannel.secret, apiBaseUrl: url, dataApiBaseUrl: url, isRealLine: false };
}

async function channel(): Promise<{ platform: FakePlatform; line: Line; process: (liffId?: string) => Line }> {
  const platform = await startLine();
  open.push(() => platform.stop());
  const process = (liffId?: string) => {
    const line = openLine({ ...configFor(platform.url), ...(liffId ? { liffId } : {}) }, { log });
    open.push(() => line.close());
    return line;
  };
  return { platform, line: process(), process };
}

const teachers = ["แจ้งซ่อม", "ติดตามสถานะ", "ขอคำปรึกษา", "ยืม/ขอใช้", "แบบฟอร์มทั้งหมด", "ติดต่อเจ้าหน้าที่"];
const staffs = ["งานของฉัน", "รออนุมัติ", "งานรอรับ", "แจ้งแทน", "ภาระงาน", "แบบฟอร์มทั้งหมด"];
const labelsOf = async (person: { buttons(): Promise<{ label: string }[]> }) => (await person.buttons()).map((one) => one.label);

describe("the rich menus of a fresh channel", () => {
  it("appear by themselves, and the teacher's is everybody's", async () => {
    const { platform, line } = await channel();
    const somsri = await platform.user("สมศรี ทดสอบ");
    expect(await ensureRichMenus(line)).toMatchObject({ ok: true, value: { created: [...menuKeys] } });
    expect(await labelsOf(somsri)).toEqual(teachers);
  });

  it("are made once, however often and from however many processes", async () => {
    const { platform, line, process } = await channel();
    await Promise.all([ensureRichMenus(line), ensureRichMenus(process())]);
    const again = await ensureRichMenus(process());
    expect(again).toMatchObject({ ok: true, value: { created: [] } });
    expect((await line.ask("list", (client) => client.getRichMenuList())).ok).toBe(true);
    const listed = await line.ask("list", (client) => client.getRichMenuList());
    expect(listed.ok && listed.value.richmenus.map((one) => one.name).sort()).toEqual([
      "ict-director",
      "ict-staff",
      "ict-teacher",
      "ict-teacher-news",
    ]);
    expect((await platform.calls("rich-menu-default")).filter((call) => call.method === "POST").length).toBeGreaterThan(0);
  });

  it("appear once LINE is back", async () => {
    const { platform, line } = await channel();
    const somsri = await platform.user("สมศรี ทดสอบ");
    await platform.fails("rich-menu-create", { kind: "server-error" });
    expect(await ensureRichMenus(line)).toMatchObject({ ok: false, status: 500 });
    await keepEnsuringRichMenus(line, log, new AbortController().signal);
    expect(await labelsOf(somsri)).toContain("แจ้งซ่อม");
  });
});

describe("a person's own menu", () => {
  it("is linked without another call to find it, and found again by a process that did not make it", async () => {
    const { platform, line, process } = await channel();
    const somchai = await platform.user("สมชาย ช่างทดสอบ");
    expect(await process().linkRichMenu(somchai.userId, "staff")).toMatchObject({ ok: false, retryable: true });
    await ensureRichMenus(line);
    expect(await process().linkRichMenu(somchai.userId, "staff")).toEqual({ ok: true, value: true });
    expect(await labelsOf(somchai)).toEqual(staffs);
    expect(await line.linkRichMenu(somchai.userId, "teacher-news")).toEqual({ ok: true, value: true });
    expect((await platform.meter()).used).toBe(0);
  });

  it("goes when its version is an old one and the set-up is tidied", async () => {
    const { line } = await channel();
    await ensureRichMenus(line);
    const { request, svg } = prepareMenus().staff;
    const old = await line.ask("create", (client) => client.createRichMenu(request));
    if (!old.ok) throw new Error(old.message);
    const { richMenuId } = old.value;
    const picture = new Blob(
      (await paint([svg])).map((png) => new Uint8Array(png)),
      { type: "image/png" },
    );
    await line.ask("picture", (client) => client.setRichMenuImage(richMenuId, picture));
    await line.ask("alias", (client) => client.createRichMenuAlias({ richMenuAliasId: "ict-staff-0123456789", richMenuId }));
    expect(await removeOldMenus(line)).toEqual({ ok: true, value: 1 });
    expect(await removeOldMenus(line)).toEqual({ ok: true, value: 0 });
  });
});

describe("the rich menus of an office with a mini-app", () => {
  it("open its pages by their tiles, and the desk by one more", async () => {
    const { platform, process } = await channel();
    const [somsri, somchai] = [await platform.user("สมศรี ทดสอบ"), await platform.user("สมชาย ช่างทดสอบ")];
    const line = process(testLiffId);
    await ensureRichMenus(line);
    await line.linkRichMenu(somchai.userId, "staff");
    expect(await labelsOf(somsri)).toEqual(teachers);
    expect(await labelsOf(somchai)).toEqual(["โต๊ะงาน", ...staffs]);
    expect((await somsri.presses("แบบฟอร์มทั้งหมด")).opens).toEqual({ kind: "uri", value: `https://liff.line.me/${testLiffId}/forms` });
    expect((await somsri.presses("ยืม/ขอใช้")).opens).toEqual({ kind: "uri", value: `https://liff.line.me/${testLiffId}/forms?need=borrow` });
    expect((await somchai.presses("โต๊ะงาน")).opens).toEqual({ kind: "uri", value: `https://liff.line.me/${testLiffId}/desk` });
  });

  it("take the place of those without when it is set up, for those too who were shown one already", async () => {
    const { platform, line, process } = await channel();
    const somchai = await platform.user("สมชาย ช่างทดสอบ");
    await ensureRichMenus(line);
    await line.linkRichMenu(somchai.userId, "staff");
    expect(await labelsOf(somchai)).not.toContain("โต๊ะงาน");
    const withMiniApp = process(testLiffId);
    expect(await ensureRichMenus(withMiniApp)).toMatchObject({ ok: true, value: { created: [...menuKeys] } });
    await expect.poll(() => labelsOf(somchai)).toContain("โต๊ะงาน");
    expect(await ensureRichMenus(process(testLiffId))).toMatchObject({ ok: true, value: { created: [] } });
    expect(await removeOldMenus(withMiniApp)).toEqual({ ok: true, value: menuKeys.length });
  });
});

const offices = [menusFor({ hasMiniApp: false }), menusFor({ hasMiniApp: true })];

describe("a menu's picture", () => {
  it("is a PNG of the menu's size within LINE's megabyte", async () => {
    for (const prepared of [prepareMenus(), prepareMenus(testLiffId)]) {
      const pictures = await paint(menuKeys.map((key) => prepared[key].svg));
      for (const [index, key] of menuKeys.entries()) {
        const png = pictures[index] as Buffer;
        expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...prepared[key].request.size });
        expect(png.length).toBeLessThan(1024 * 1024);
      }
    }
  });

  it("is covered by its tiles without a gap, none over another", () => {
    for (const menu of offices.flatMap((menus) => menuKeys.map((key) => menus[key]))) {
      const { width, height } = sizeOf(menu);
      // LINE: wider than 1.45 times its height.
      expect(width / height).toBeGreaterThan(1.45);
      const bounds = boundsOf(menu);
      expect(bounds.reduce((sum, one) => sum + one.width * one.height, 0)).toBe(width * height);
      expect(bounds.every(({ x, y, ...one }) => x + one.width <= width && y + one.height <= height)).toBe(true);
    }
  });

  it("has tiles whose presses we can read", () => {
    for (const [menus, prepared] of [
      [offices[0], prepareMenus()],
      [offices[1], prepareMenus(testLiffId)],
    ] as const) {
      for (const key of menuKeys) {
        const actions = (prepared[key].request.areas ?? []).map((area) => area.action as { data?: string });
        const presses = actions.map(({ data }) => (data === undefined ? null : readPress(data)));
        expect(presses).toEqual(menus?.[key].tiles.map((tile) => ("press" in tile ? tile.press : null)));
      }
    }
  });
});

describe("setup:line", () => {
  it("sets the webhook and the menus, says what only the console can do, and changes nothing the second time", async () => {
    const { platform } = await channel();
    const said: string[] = [];
    const config = { line: configFor(platform.url), publicUrl: "https://ict.example.go.th" };
    expect(await setupLine({ config, log, say: (line) => said.push(line) })).toBe(true);
    expect(said.join("\n")).toContain("https://ict.example.go.th/webhook (ตั้งใหม่");
    expect(said.join("\n")).toContain("Use webhook");
    const before = (await platform.calls()).filter((call) => call.method !== "GET").length;
    expect(await setupLine({ config, log, say: () => {} })).toBe(true);
    const changes = (await platform.calls()).filter((call) => call.method !== "GET" && call.endpoint !== "token");
    expect(changes.length).toBeLessThan(before);
  });

  it("says what to check when LINE refuses", async () => {
    const { platform } = await channel();
    await platform.fails("*", { kind: "unauthorised" }, { times: 100 });
    const said: string[] = [];
    const config = { line: configFor(platform.url), publicUrl: "https://ict.example.go.th" };
    expect(await setupLine({ config, log, say: (line) => said.push(line) })).toBe(false);
    expect(said.at(-1)).toContain("LINE_CHANNEL_SECRET");
  });
});
