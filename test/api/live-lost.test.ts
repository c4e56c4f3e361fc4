import { describe, expect, it } from "vitest";
import { getHome } from "#models/contracts/home.contract.ts";
import { submitRequest } from "#models/contracts/requests.contract.ts";
import { apiAs } from "#test/support/api.ts";
import { openLivePage } from "#test/support/live.ts";
import { useOffice } from "#test/support/office.ts";
import { useOwnMongod } from "#test/support/own-mongod.ts";
import { brokenPrinter } from "#test/support/services.ts";

const mongod = useOwnMongod();
const office = useOffice({ mongodbUri: mongod.uri });

const report = (by: { userId: string }, draftId: string) =>
  apiAs(office, by).ask(submitRequest, { body: { formId: "repair", formVersion: 1, draftId, answers: { ...brokenPrinter } } });

describe("when the database is away for a while", () => {
  it("an open page is told to read anew once it is back, and hears of later changes without opening again", async () => {
    const teacher = await office.teacher("ครูรอฐานข้อมูล");
    const page = await openLivePage(apiAs(office, teacher));
    await page.hears((await report(teacher, "before")).id);
    await mongod.kill();
    // Each call waits as long for a primary as the stream does: after two of them the stream has given up.
    for (let calls = 0; calls < 2; calls += 1) expect((await apiAs(office, teacher).refused(getHome)).code).toBe("unavailable");
    await mongod.startAgain();
    await page.hearsRefetch();
    const later = await report(teacher, "after");
    await page.hears(later.id);
    expect(page.told()).toContain(`${later.id} 1`);
  }, 40_000);
});
