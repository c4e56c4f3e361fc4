/*
 * The mini-app in a real browser, for tests in test/browser:
 *
 *   const { office, openMiniApp } = useMiniApp();       // once, at the top of the file
 *
 *   const somsri = await office.teacher("ครูสมศรี ทดสอบ");
 *   const page = await openMiniApp(somsri, "/requests");  // signed in, 360 × 740 px
 *   const desk = await openMiniApp(somchai, "/desk", { screen: "desk" });  // 1280 × 800 px
 *
 * Each page is a browser of its own (cookies, storage), closed after the test. The build is the one of production, served by
 * the server of `office`; the LIFF SDK is the real one; LINE is the simulator of `office` (`office.line`), put in the place of
 * LINE's hosts. After each test the harness fails it when a page threw an error nobody caught, broke its content security
 * policy, or asked any host but ours and LINE's. `asked(page)` lists those calls.
 *
 *   isSignedIn: "never"     the browser has not met LINE yet: the whole login runs
 *   isSignedIn: "expired"   it signed in over an hour ago: the ID token is over
 *   lineUser: null          nobody is signed in to LINE in this browser
 */
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { buildMiniApp } from "#scripts/support/build-mini-app.ts";
import { type TestBrowser, useBrowser } from "#test/support/browser.ts";
import { type TestOffice, useOffice } from "#test/support/office.ts";
import { type AskedHosts, playLine } from "./line-hosts.ts";
import { signedInState } from "./signed-in.ts";

export type OpenOptions = {
  screen?: keyof typeof screens;
  isSignedIn?: "yes" | "never" | "expired";
  /** whose LINE the browser is signed in to, where it is not the person's own */
  lineUser?: { userId: string } | null;
  /** more of Playwright's own: colorScheme, userAgent … */
  context?: BrowserContextOptions;
};

export type MiniApp = {
  office: TestOffice;
  browser: TestBrowser;
  /** Opens a page of the mini-app ("/requests/1?from=chat") and returns as soon as its document is there. */
  openMiniApp(person: { userId: string }, path?: string, options?: OpenOptions): Promise<Page>;
  /** A browser of that person, with no page loaded yet: for whoever wants to prepare it further. */
  newPhone(person: { userId: string }, options?: OpenOptions): Promise<Page>;
  /** The address of a page of the mini-app. */
  addressOf(path?: string): string;
  /** What the page asked of LINE and of others. */
  asked(page: Page): AskedHosts;
};

const screens = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1280, height: 800 } },
} satisfies Record<string, BrowserContextOptions>;

/** Sets up an office with the mini-app and a browser, for one test file; `miniApp` makes another build than that of the sources. */
export function useMiniApp(options: Parameters<typeof useOffice>[0] = {}): MiniApp {
  const browser = useBrowser();
  const office = useOffice({ miniApp: buildMiniApp, ...options });
  const opened = new Map<Page, { asked: AskedHosts; faults: string[] }>();

  afterEach(() => {
    const pages = [...opened.values()];
    opened.clear();
    expect(pages.flatMap(({ faults }) => faults)).toEqual([]);
    expect(pages.flatMap(({ asked }) => asked.strangers)).toEqual([]);
  });

  const addressOf = (path = "/") => `${office.server.url}/liff${path}`;

  async function newPhone(person: { userId: string }, given: OpenOptions = {}): Promise<Page> {
    const { screen = "phone", isSignedIn = "yes", lineUser = person, context = {} } = given;
    const kept = isSignedIn !== "never" && {
      storageState: await signedInState(office.line, person.userId, office.server.url, isSignedIn === "expired"),
    };
    const page = await browser.newPage({ ...screens[screen], ...kept, ...context });
    const asked = await playLine(page.context(), office.line.url, lineUser?.userId);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error.stack ?? error)));
    page.on("console", (message) => {
      const words = message.text();
      // zod tries once whether it may compile its schemas, and does without where it may not.
      if (words.includes("Content Security Policy") && !words.includes("unsafe-eval")) faults.push(words);
    });
    opened.set(page, { asked, faults });
    return page;
  }

  return {
    office,
    browser,
    addressOf,
    newPhone,
    async openMiniApp(person, path = "/", given = {}) {
      const page = await newPhone(person, given);
      await page.goto(addressOf(path), { waitUntil: "domcontentloaded" });
      return page;
    },
    asked(page) {
      const found = opened.get(page);
      if (found === undefined) throw new Error("This page was not opened by openMiniApp in this test.");
      return found.asked;
    },
  };
}
