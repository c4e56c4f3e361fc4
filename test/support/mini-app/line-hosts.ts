import type { BrowserContext, Request, Route } from "playwright-core";
import { openLiffUrl } from "#scripts/simulator/mini-app/liff-url.ts";

/** LINE's hosts that the mini-app may speak to (line-platform: the LIFF SDK and its login). */
const lineHosts = new Set(["access.line.me", "api.line.me", "liff.line.me"]);
const isLoopback = ({ hostname }: URL) => hostname === "127.0.0.1" || hostname === "localhost";

/** What a browser asked of other machines than this one. */
export type AskedHosts = {
  /** calls of LINE, "GET api.line.me/v2/profile" */
  line: string[];
  /** calls of anybody else: refused, and a fault of the page */
  strangers: string[];
};

const nameOf = (request: Request, { host, pathname }: URL) => `${request.method()} ${host}${pathname}`;

/**
 * Puts the simulator in the place of LINE's hosts for this browser, where `userId` is signed in to LINE; nobody when left
 * out. Every other host that is not this machine is refused and listed.
 */
export async function playLine(context: BrowserContext, lineUrl: string, userId: string | undefined): Promise<AskedHosts> {
  const asked: AskedHosts = { line: [], strangers: [] };

  async function pass(route: Route, url: URL): Promise<void> {
    const headers = { ...(await route.request().allHeaders()), ...(userId !== undefined && { "x-simulator-person": userId }) };
    const answer = await route.fetch({ url: lineUrl + url.pathname + url.search, headers, maxRedirects: 0 });
    await route.fulfill({ response: answer });
  }

  async function leadOn(route: Route, url: URL): Promise<void> {
    const [, liffId = ""] = url.pathname.split("/");
    const answer = await route.fetch({ url: `${lineUrl}/liff/v2/apps/${liffId}/contextToken`, method: "GET" });
    const { contextToken } = (await answer.json()) as { contextToken: string };
    const { endpointUrl } = JSON.parse(Buffer.from(contextToken.split(".")[1] ?? "", "base64url").toString()) as { endpointUrl: string };
    await route.fulfill({ status: 302, headers: { location: openLiffUrl(url.href, { liffId, endpointUrl }) ?? endpointUrl } });
  }

  await context.route(
    (url) => url.protocol.startsWith("http") && !isLoopback(url),
    async (route) => {
      const url = new URL(route.request().url());
      if (!lineHosts.has(url.hostname)) {
        asked.strangers.push(nameOf(route.request(), url));
        return route.abort("blockedbyclient");
      }
      asked.line.push(nameOf(route.request(), url));
      const passing = url.hostname === "liff.line.me" ? leadOn(route, url) : pass(route, url);
      // A test that is done closes its browser, whatever is on its way then.
      await passing.catch((error: unknown) => {
        if (!/closed|disposed/i.test(String(error))) throw error;
      });
    },
  );
  return asked;
}
