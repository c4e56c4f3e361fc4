import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { testLiffId } from "#test/support/simulator.ts";

const { office, openMiniApp, newPhone, addressOf, asked } = useMiniApp();

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const home = (page: Page) => page.getByRole("link", { name: "แจ้งซ่อม" });
const loginsOf = (page: Page) => asked(page).line.filter((call) => call === "GET access.line.me/liff/v1/authorize").length;

/** LINE's whole login, as the SDK goes through it once. */
const wholeLogin = [
  `GET api.line.me/liff/v2/apps/${testLiffId}/contextToken`,
  "GET access.line.me/liff/v1/authorize",
  "POST api.line.me/oauth2/v2.1/token",
  "GET api.line.me/oauth2/v2.1/certs",
  `GET api.line.me/liff/v2/apps/${testLiffId}/contextToken`,
];

/** How our own server answered the exchange of ID tokens, from now on. */
function exchangesOf(page: Page): number[] {
  const statuses: number[] = [];
  page.on("response", (response) => {
    const isExchange = response.url().endsWith("/api/session") && response.request().method() === "POST";
    if (isExchange) statuses.push(response.status());
  });
  return statuses;
}

/** A code of LINE's login for the person, and what the SDK must have kept to use it. */
async function codeFor(person: { userId: string }, page: string) {
  const codeVerifier = "v".repeat(43);
  const query = new URLSearchParams({
    app_id: testLiffId,
    state: "from-line",
    response_type: "code",
    code_challenge_method: "S256",
    code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
    redirect_uri: addressOf(page),
  });
  const headers = { "x-simulator-person": person.userId };
  const answer = await fetch(`${office.line.url}/liff/v1/authorize?${query}`, { redirect: "manual", headers });
  return { address: answer.headers.get("location") ?? "", codeVerifier };
}

/** The SDK keeps the verifier while the person is away at LINE. */
async function keepVerifier(page: Page, codeVerifier: string): Promise<void> {
  const kept = [`LIFF_STORE:${testLiffId}:loginTmp`, JSON.stringify({ codeVerifier })] as const;
  await page.addInitScript(([key, value]) => {
    // Once: the SDK throws it away with the code.
    if (localStorage.getItem("kept-before") !== null) return;
    localStorage.setItem("kept-before", "yes");
    localStorage.setItem(key, value);
  }, kept);
}

describe("The first visit", () => {
  it("goes through LINE's login by itself, and leaves a clean address and a session", async () => {
    const somsri = await office.teacher("ครูสมศรี ตัวอย่าง");
    const page = await newPhone(somsri, { isSignedIn: "never" });
    const exchanges = exchangesOf(page);
    await page.goto(addressOf());
    await page.getByText("คุณสมศรี").waitFor();
    await home(page).waitFor();
    expect(page.url()).toBe(addressOf());
    expect(asked(page).line).toEqual(wholeLogin);
    expect(exchanges).toEqual([200]);
    const [session] = (await page.context().cookies()).filter(({ name }) => name === "ict_session");
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  });

  it("is the only one that asks LINE: opened again, the page asks nobody but us", async () => {
    const page = await openMiniApp(await office.teacher("ครูกลับมา ตัวอย่าง"), "/", { isSignedIn: "never" });
    await home(page).waitFor();
    const before = asked(page).line.length;
    await page.reload();
    await home(page).waitFor();
    expect(asked(page).line).toHaveLength(before);
  });

  it("needs no host but LINE's two: with every other one closed home is there at once", async () => {
    const page = await newPhone(await office.teacher("ครูหลังกำแพง ตัวอย่าง"), { isSignedIn: "never" });
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).hostname));
    const start = performance.now();
    await page.goto(addressOf());
    await home(page).waitFor();
    // The whole SDK would have waited 10 s here for a script of its CDN.
    expect(performance.now() - start).toBeLessThan(8_000);
    expect([...hosts].sort()).toEqual(["127.0.0.1", "access.line.me", "api.line.me"]);
  });
});

describe("A link to a page", () => {
  it("survives the login, query and all", async () => {
    const page = await openMiniApp(await office.teacher("ครูมีลิงก์ ตัวอย่าง"), "/requests?list=closed", { isSignedIn: "never" });
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    expect(page.url()).toBe(addressOf("/requests?list=closed"));
    expect(loginsOf(page)).toBe(1);
  });

  it("survives it too when it was pressed in a LINE group: the LIFF URL leads on to the page", async () => {
    const page = await newPhone(await office.teacher("ครูในกลุ่ม ตัวอย่าง"), { isSignedIn: "never" });
    await page.goto(`https://liff.line.me/${testLiffId}/requests?list=closed`);
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    expect(page.url()).toBe(addressOf("/requests?list=closed"));
    expect(loginsOf(page)).toBe(1);
  });

  it("opens without any login for who signed in before", async () => {
    const page = await newPhone(await office.teacher("ครูประจำ ตัวอย่าง"));
    await page.goto(`https://liff.line.me/${testLiffId}/requests`);
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    expect(page.url()).toBe(addressOf("/requests"));
    expect(loginsOf(page)).toBe(0);
  });
});

describe("An address with a login code", () => {
  it("signs in with it, and a reload does not use it again", async () => {
    const teacher = await office.teacher("ครูจากหน้าล็อกอิน ตัวอย่าง");
    const page = await newPhone(teacher, { isSignedIn: "never" });
    const { address, codeVerifier } = await codeFor(teacher, "/requests");
    await keepVerifier(page, codeVerifier);
    await page.goto(address);
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    expect(page.url()).toBe(addressOf("/requests"));
    expect(loginsOf(page)).toBe(0);
    await page.reload();
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    expect(asked(page).line.filter((call) => call.includes("/token"))).toHaveLength(1);
  });

  it("signs in at once also in the tab that LINE's app opens on Android, where LIFF would wait for a closed host", async () => {
    const teacher = await office.teacher("ครูแอนดรอยด์ ตัวอย่าง");
    const userAgent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36";
    const page = await newPhone(teacher, { isSignedIn: "never", context: { userAgent } });
    // A tab that another app opened: nothing lies before it.
    await page.addInitScript(() => Object.defineProperty(History.prototype, "length", { get: () => 1 }));
    const { address, codeVerifier } = await codeFor(teacher, "/requests");
    await keepVerifier(page, codeVerifier);
    await page.goto(address);
    await heading(page, "เรื่องที่แจ้ง").waitFor({ timeout: 10_000 });
    expect(page.url()).toBe(addressOf("/requests"));
  });

  it("that is somebody else's signs nobody in as them: its secret is not in this browser", async () => {
    const thief = await office.teacher("ครูคนอื่น ตัวอย่าง");
    const page = await newPhone(thief, { isSignedIn: "never" });
    const { address } = await codeFor(await office.teacher("ครูเจ้าของ ตัวอย่าง"), "/");
    await page.goto(address);
    await page.getByText("คุณคนอื่น").waitFor();
    expect(page.url()).toBe(addressOf());
  });

  it("that LINE no longer takes says so, and the person's next try gets in", async () => {
    const teacher = await office.teacher("ครูแท็บเก่า ตัวอย่าง");
    const page = await newPhone(teacher, { isSignedIn: "never" });
    const { address } = await codeFor(teacher, "/requests");
    await keepVerifier(page, "another".padEnd(43, "x"));
    await page.goto(address);
    await heading(page, "เข้าสู่ระบบไม่สำเร็จ").waitFor();
    await page.getByRole("button", { name: "เข้าสู่ระบบด้วย LINE" }).click();
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    expect(page.url()).toBe(addressOf("/requests"));
  });
});

describe("An ID token that is over", () => {
  it("ends in one clean login, on the page that was wanted", async () => {
    const page = await newPhone(await office.teacher("ครูเมื่อวาน ตัวอย่าง"), { isSignedIn: "expired" });
    const exchanges = exchangesOf(page);
    await page.goto(addressOf("/requests"));
    await heading(page, "เรื่องที่แจ้ง").waitFor();
    expect(page.url()).toBe(addressOf("/requests"));
    expect(loginsOf(page)).toBe(1);
    expect(exchanges).toEqual([401, 200]);
  });

  it("never goes round in circles where LINE refuses the fresh one too", async () => {
    const teacher = await office.teacher("ครูนาฬิกาเพี้ยน ตัวอย่าง");
    await office.line.fails("verify-id-token", { kind: "unauthorised" }, {});
    const page = await newPhone(teacher, { isSignedIn: "expired" });
    const exchanges = exchangesOf(page);
    await page.goto(addressOf("/requests"));
    await heading(page, "เข้าสู่ระบบไม่สำเร็จ").waitFor();
    expect([loginsOf(page), exchanges]).toEqual([1, [401, 401]]);
    await office.line.recovers("verify-id-token");
    await page.getByRole("button", { name: "เข้าสู่ระบบด้วย LINE" }).click();
    await heading(page, "เรื่องที่แจ้ง").waitFor();
  });

  it("is no matter while our own session lives", async () => {
    const teacher = await office.teacher("ครูทั้งวัน ตัวอย่าง");
    const page = await newPhone(teacher, { isSignedIn: "expired" });
    const idToken = await teacher.idToken();
    await page.request.post(`${office.server.url}/api/session`, { data: { idToken } });
    await page.goto(addressOf());
    await home(page).waitFor();
    expect(asked(page).line).toEqual([]);
  });
});

describe("A phone whose LINE changed hands", () => {
  it("shows the new owner's own jobs, not those of the old one's session", async () => {
    const before = await office.teacher("ครูคนก่อน ตัวอย่าง");
    const after = await office.teacher("ครูคนใหม่ ตัวอย่าง");
    const page = await openMiniApp(before);
    await page.getByText("คุณคนก่อน").waitFor();
    const { idToken, accessToken } = await office.line.operations.signIn({ userId: after.userId });
    await page.evaluate(
      ([prefix, token, access]) => {
        localStorage.setItem(`${prefix}IDToken`, JSON.stringify(token));
        localStorage.setItem(`${prefix}accessToken`, JSON.stringify(access));
      },
      [`LIFF_STORE:${testLiffId}:`, idToken, accessToken] as const,
    );
    await page.reload();
    await page.getByText("คุณคนใหม่").waitFor();
  });
});
