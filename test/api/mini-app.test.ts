import { expect, it } from "vitest";
import { buildMiniApp } from "#scripts/support/build-mini-app.ts";
import { useOffice } from "#test/support/office.ts";

const office = useOffice({ miniApp: buildMiniApp });
const get = (path: string) => fetch(`${office.server.url}${path}`, { redirect: "manual" });

it("every address below /liff/ is the mini-app, and the one without a slash leads there", async () => {
  for (const path of ["/liff/", "/liff/requests/1?from=chat"]) {
    const answer = await get(path);
    expect(answer.status, path).toBe(200);
    expect(await answer.text()).toContain('<div id="app">');
  }
  const bare = await get("/liff");
  expect([bare.status, bare.headers.get("location")]).toEqual([308, "/liff/"]);
});

it("scripts are kept by browsers for good, the page itself is asked for anew", async () => {
  const page = await get("/liff/");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const [script = ""] = /\/liff\/assets\/[\w-]+\.js/.exec(await page.text()) ?? [];
  const answer = await fetch(`${office.server.url}${script}`, { headers: { "accept-encoding": "gzip" } });
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect((await get("/liff/assets/no-such-file.js")).headers.get("content-type")).not.toContain("text/html");
});

it("only LINE's hosts may be spoken to, and nobody but the simulator may show the page in a frame", async () => {
  const policy = (await get("/liff/")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).toMatch(/frame-ancestors http:\/\/127\.0\.0\.1/);
});
