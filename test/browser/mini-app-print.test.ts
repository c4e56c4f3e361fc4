import { describe, expect, it } from "vitest";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { reports, storedRequest } from "#test/support/repairs.ts";

const { office, openMiniApp } = useMiniApp();

describe("พิมพ์ on a request's page", () => {
  it("opens the PDF outside the mini-app, which stays where it was", async () => {
    const teacher = await office.teacher("ครูขอกระดาษ ตัวอย่าง");
    const { _id } = await storedRequest(await reports(teacher));
    const page = await openMiniApp(teacher, `/requests/${_id}`);
    const paper = page.context().waitForEvent("response", (response) => response.url().includes("/print/"));
    await page.getByRole("button", { name: "พิมพ์", exact: true }).click();
    const response = await paper;
    expect([response.status(), response.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    expect(page.url()).toContain(`/requests/${_id}`);
  });

  it("says what to do where it cannot be opened, and can be pressed again", async () => {
    const teacher = await office.teacher("ครูเน็ตหลุด ตัวอย่าง");
    const { _id } = await storedRequest(await reports(teacher));
    const page = await openMiniApp(teacher, `/requests/${_id}`);
    const button = page.getByRole("button", { name: "พิมพ์", exact: true });
    await button.waitFor();
    await page.route("**/print-link", (route) => route.abort());
    await button.click();
    await page.getByRole("alert").getByText("ลองใหม่").waitFor();
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/print-button.png`, fullPage: true });
    await page.unroute("**/print-link");
    const paper = page.context().waitForEvent("response", (response) => response.url().includes("/print/"));
    await button.click();
    expect((await paper).status()).toBe(200);
  });
});
