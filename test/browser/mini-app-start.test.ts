import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { testLiffId, testLoginChannel } from "#test/support/simulator.ts";

const { office, openMiniApp, newPhone, addressOf, asked } = useMiniApp();

/** Sum of gzip of all JavaScript until home is usable. */
const mostBytes = 100_000;

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Nothing of our server is reached but the page itself. */
const cutOff = (page: Page) => page.route("**/api/**", (route) => route.abort("internetdisconnected"));

/** What the browser keeps of LINE's login is this token now. */
async function keepsIdToken(page: Page, idToken: string): Promise<void> {
  await page.evaluate((token) => {
    for (const storage of [localStorage, sessionStorage]) {
      const key = Object.keys(storage).find((name) => name.endsWith(":IDToken"));
      if (key) storage.setItem(key, JSON.stringify(token));
    }
  }, idToken);
}

/** LINE's own browser, of a version that tells its features without a native bridge. */
const insideLine =
  "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36 Line/9.4.0 LIFF";

/** The address with what LINE gives a page that it opens itself. */
async function openedByLine({ userId }: { userId: string }, path: string): Promise<string> {
  const { idToken, accessToken } = await office.line.operations.signIn({ userId });
  const answer = await fetch(`${office.line.url}/liff/v2/apps/${testLiffId}/contextToken`);
  const { contextToken } = (await answer.json()) as { contextToken: string };
  const given = {
    access_token: accessToken,
    id_token: idToken,
    context_token: contextToken,
    feature_token: "f",
    client_id: testLoginChannel.id,
  };
  return `${addressOf(path)}#${new URLSearchParams(given)}`;
}

describe("Opening the mini-app", () => {
  it("costs little and asks nobody but us", async () => {
    const phone = await newPhone(await office.teacher("ครูเน็ตช้า ตัวอย่าง"));
    const scripts: Promise<number>[] = [];
    const encodings = new Set<string | undefined>();
    phone.on("response", (response) => {
      const isScript = response.request().resourceType() === "script";
      if (isScript) encodings.add(response.headers()["content-encoding"]);
      if (isScript) scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await phone.goto(addressOf());
    await phone.getByRole("link", { name: "แจ้งซ่อม" }).waitFor();
    const total = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(total).toBeLessThan(mostBytes);
    expect([...encodings].filter((encoding) => encoding !== "br" && encoding !== "gzip")).toEqual([]);
    expect(asked(phone)).toEqual({ line: [], strangers: [] });
  });

  it("without a network says so, and opens once it is back", async () => {
    const phone = await newPhone(await office.teacher("ครูหลุด ตัวอย่าง"));
    await cutOff(phone);
    await phone.goto(addressOf("/requests"));
    await heading(phone, "ไม่มีอินเทอร์เน็ต").waitFor();
    await isReadable(phone);
    await phone.unroute("**/api/**");
    await phone.getByRole("button", { name: "ลองใหม่" }).click();
    await heading(phone, "เรื่องที่แจ้ง").waitFor();
    expect(phone.url()).toBe(addressOf("/requests"));
  });

  it("tells of a server that is away, also in a proxy's own words", async () => {
    const phone = await newPhone(await office.teacher("ครูรอ ตัวอย่าง"));
    await phone.route("**/api/**", (route) => route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" }));
    await phone.goto(addressOf());
    await heading(phone, "ระบบยังไม่พร้อม").waitFor();
  });

  it("tells of an office that has no mini-app yet", async () => {
    const phone = await newPhone(await office.stranger("คนแรก"));
    await phone.route("**/api/config", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), liffId: null } });
    });
    await phone.goto(addressOf());
    await heading(phone, "มินิแอปยังไม่เปิดใช้").waitFor();
  });

  it("shows a phone's new owner in LINE their own pages, not those of the one before", async () => {
    const [before, now] = [await office.teacher("ครูคนเก่า ตัวอย่าง"), await office.teacher("ครูคนใหม่ ตัวอย่าง")];
    const page = await openMiniApp(before);
    await heading(page, "สวัสดีค่ะ คุณคนเก่า ตัวอย่าง").waitFor();
    await keepsIdToken(page, await now.idToken());
    await page.reload();
    await heading(page, "สวัสดีค่ะ คุณคนใหม่ ตัวอย่าง").waitFor();
  });

  it("asks LINE once where its login is refused, and again only when the person does", async () => {
    const teacher = await office.teacher("ครูไม่ยอม ตัวอย่าง");
    const phone = await newPhone(teacher, { isSignedIn: "never" });
    let logins = 0;
    const isLogin = /access\.line\.me/;
    await phone.route(isLogin, async (route) => {
      logins += 1;
      const { searchParams } = new URL(route.request().url());
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("error", "access_denied");
      back.searchParams.set("state", searchParams.get("state") ?? "");
      await route.fulfill({ status: 302, headers: { location: back.href } });
    });
    await phone.goto(addressOf("/requests"));
    await heading(phone, "เข้าสู่ระบบไม่สำเร็จ").waitFor();
    await isReadable(phone);
    expect(logins).toBe(1);
    await phone.unroute(isLogin);
    await phone.getByRole("button", { name: "เข้าสู่ระบบด้วย LINE" }).click();
    await heading(phone, "เรื่องที่แจ้ง").waitFor();
    expect(phone.url()).toBe(addressOf("/requests"));
  });

  it("inside LINE has LINE open it anew, once, where its token is over", async () => {
    const teacher = await office.teacher("ครูในไลน์ ตัวอย่าง");
    const phone = await newPhone(teacher, { isSignedIn: "never", context: { userAgent: insideLine } });
    let openings = 0;
    await phone.route(/liff\.line\.me/, async (route) => {
      openings += 1;
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ status: 302, headers: { location: await openedByLine(teacher, pathname.replace(/^\/[^/]+/, "")) } });
    });
    await phone.route(/api\.line\.me\/oauth2\/v2\.1\/verify/, (route) =>
      route.fulfill({ json: { client_id: testLoginChannel.id, expires_in: 3600 } }),
    );
    await phone.goto(await openedByLine(teacher, "/requests"));
    await heading(phone, "เรื่องที่แจ้ง").waitFor();
    await keepsIdToken(phone, await teacher.idToken({ expired: true }));
    await phone.context().clearCookies({ name: "ict_session" });
    await phone.reload();
    await expect.poll(() => openings).toBe(1);
    await heading(phone, "เรื่องที่แจ้ง").waitFor();
    expect(phone.url()).toBe(addressOf("/requests"));
    expect(openings).toBe(1);
  });

  it("leads on from a page that does not exist", async () => {
    const page = await openMiniApp(await office.teacher("ครูหลง ตัวอย่าง"), "/nowhere/at/all");
    await heading(page, "ไม่พบหน้านี้").waitFor();
    await isReadable(page);
    await page.getByRole("button", { name: "ไปหน้าแรก" }).click();
    await page.getByRole("link", { name: "แจ้งซ่อม" }).waitFor();
  });
});

describe("While it is open", () => {
  it("a lost network is said, and what was read stays", async () => {
    const page = await openMiniApp(await office.teacher("ครูในห้องประชุม ตัวอย่าง"));
    await page.getByRole("link", { name: "แจ้งซ่อม" }).waitFor();
    await page.context().setOffline(true);
    await page.getByText("ไม่มีอินเทอร์เน็ต ข้อมูลบนหน้านี้อาจไม่ล่าสุดค่ะ").waitFor();
    await page.getByRole("link", { name: "แจ้งซ่อม" }).waitFor();
    await page.context().setOffline(false);
    await page.getByText("ไม่มีอินเทอร์เน็ต").waitFor({ state: "detached" });
  });

  it("a page whose scripts do not come says so, and comes with the next try", async () => {
    const page = await openMiniApp(await office.teacher("ครูสัญญาณอ่อน ตัวอย่าง"));
    await page.getByRole("link", { name: "แจ้งซ่อม" }).waitFor();
    const scripts = /assets\/RequestsPage-/;
    await page.route(scripts, (route) => route.abort("connectionreset"));
    await page.getByRole("link", { name: "เรื่องที่แจ้ง" }).click();
    await heading(page, "โหลดหน้านี้ไม่สำเร็จ").waitFor();
    await isReadable(page);
    await page.unroute(scripts);
    await page.getByRole("button", { name: "ลองใหม่" }).click();
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    expect(page.url()).toBe(addressOf("/requests"));
  });

  it("who signs out on a shared PC stays out until they press", async () => {
    const page = await openMiniApp(await office.teacher("ครูห้องคอม ตัวอย่าง"), "/", { screen: "desk" });
    await page.getByRole("button", { name: "ออกจากระบบ" }).click();
    await heading(page, "ออกจากระบบแล้วค่ะ").waitFor();
    await page.reload();
    await heading(page, "ออกจากระบบแล้วค่ะ").waitFor();
    await page.getByRole("button", { name: "เข้าสู่ระบบด้วย LINE" }).click();
    await heading(page, "สวัสดีค่ะ คุณห้องคอม ตัวอย่าง").waitFor();
  });

  it("a session that ended is renewed without a word", async () => {
    const page = await openMiniApp(await office.teacher("ครูเปิดทิ้งไว้ ตัวอย่าง"));
    await page.getByRole("link", { name: "แจ้งซ่อม" }).waitFor();
    await page.context().clearCookies({ name: "ict_session" });
    await page.getByRole("link", { name: "เรื่องที่แจ้ง" }).click();
    await page.getByText("อุปกรณ์หรืออินเทอร์เน็ตมีปัญหา").waitFor();
    expect((await page.context().cookies()).map(({ name }) => name)).toContain("ict_session");
  });

  it("one that cannot be renewed asks for a login, and keeps what was typed until then", async () => {
    const teacher = await office.teacher("ครูพิมพ์ค้าง ตัวอย่าง");
    const page = await openMiniApp(teacher, "/welcome");
    await page.getByLabel("ชื่อ", { exact: true }).fill("ชื่อใหม่ ตัวอย่าง");
    await keepsIdToken(page, await teacher.idToken({ expired: true }));
    await page.context().clearCookies({ name: "ict_session" });
    await page.getByRole("button", { name: "บันทึก" }).click();
    await page.getByRole("dialog", { name: "เข้าสู่ระบบอีกครั้ง" }).waitFor();
    await isReadable(page);
    expect(await page.locator("[name=name]").inputValue()).toBe("ชื่อใหม่ ตัวอย่าง");
    await page.getByRole("button", { name: "เข้าสู่ระบบด้วย LINE" }).click();
    await heading(page, "ข้อมูลของฉัน").waitFor();
    expect(page.url()).toBe(addressOf("/welcome"));
  });
});
