import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { launchBrowser, NoBrowser } from "#scripts/support/browser/launch-browser.ts";

export type TestBrowser = {
  /** A page in a context of its own (cookies, storage), closed after the test. Thai locale, Bangkok time. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
};

/**
 * One browser for the tests of a file. Where the machine has none the tests say so and are left out;
 * under CI they fail, so that they cannot be lost unseen.
 */
export function useBrowser(): TestBrowser {
  let browser: Browser | undefined;
  let missing: NoBrowser | undefined;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    try {
      browser = await launchBrowser({ isLightFirst: true });
    } catch (error) {
      if (!(error instanceof NoBrowser) || process.env.CI) throw error;
      console.warn(error.message);
      missing = error;
    }
  });
  beforeEach(({ skip }) => {
    if (missing) skip(missing.message);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser?.close());

  return {
    async newPage(options = {}) {
      if (!browser) throw new Error("The browser starts in beforeAll: ask for pages inside a test.");
      const context = await browser.newContext({ locale: "th-TH", timezoneId: "Asia/Bangkok", ...options });
      contexts.push(context);
      return context.newPage();
    },
  };
}
