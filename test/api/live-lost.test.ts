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

/** How long a call waited before it was refused, milliseconds. */
async function refusedAfter(by: { userId: string }): Promise<number> {
  const started = performance.now();
  expect((await apiAs(office, by).refused(getHome)).code).toBe("unavailable");
  return performance.now() - started;
}

describe("when the database is away for a while", () => {
  it("an open page is told to read anew once it is back, and hears of later changes without opening again", async () => {
    const teacher = await office.teacher("ครูรอฐานข้อมูล");
    const page = await openLivePage(apiAs(office, teacher));
    await page.hears((await report(teacher, "before")).id);
    await mongod.kill();
    // The stream looks for a primary twice, each time as long as a call does, and resumes unseen where it finds one: after three such waits it has given up.
    for (let waits = 0; waits < 3; waits += 1) await expect.poll(() => refusedAfter(teacher), { timeout: 15_000 }).toBeGreaterThan(1_000);
    await mongod.startAgain();
    await page.hearsRefetch();
    const later = await report(teacher, "after");
    await page.hears(later.id);
    expect(page.told()).toContain(`${later.id} 1`);
  }, 120_000);
});
