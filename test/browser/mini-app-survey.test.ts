import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { isReadable } from "#test/support/mini-app/readable.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { testLiffId } from "#test/support/simulator.ts";
import { answersSurvey, approvesSurvey, makesSurvey, sheetOf, stepsSurvey } from "#test/support/surveys.ts";

const { office, openMiniApp } = useMiniApp();
const small = { viewport: { width: 320, height: 640 }, colorScheme: "dark" } as const;
const title = "ความพึงพอใจต่อการอบรมใช้งาน LMS";

let maker: { userId: string };
let staff: TestApi;
let head: TestApi;

beforeAll(async () => {
  maker = await office.staff("มานะ ทำแบบสอบถาม", 2);
  staff = apiAs(office, maker);
  head = apiAs(office, await office.head("วิชัย เห็นชอบ", 2));
});

async function openSurvey(given: Record<string, unknown> = {}): Promise<string> {
  const id = await makesSurvey(staff, given);
  await approvesSurvey(head, id);
  return id;
}

async function rate(page: Page, item: string, level: number): Promise<void> {
  await page.locator(`label:has(input[name$="-${item}"][value="${level}"])`).click();
}

async function isReadableWithBigText(page: Page): Promise<void> {
  await isReadable(page);
  const style = await page.addStyleTag({ content: "html { font-size: 200% !important; }" });
  await isReadable(page);
  await style.evaluate((element) => element.parentNode?.removeChild(element));
}

describe("a survey in the mini-app", () => {
  it("is found at home, kept on the phone over a reload, sent once, and thanked for", async () => {
    const id = await openSurvey({ anonymous: true });
    const teacher = await office.teacher("ครูตอบแบบ ตัวอย่าง");
    const page = await openMiniApp(teacher, "/", { context: small });
    await page.getByRole("region", { name: "แบบสอบถามที่รอคุณตอบ" }).getByRole("link", { name: title }).click();
    await page.getByText("ระบบไม่เก็บว่าใครตอบอะไร").waitFor();
    await isReadableWithBigText(page);

    await page.getByRole("button", { name: "ส่งคำตอบ" }).click();
    await page.locator('[data-field="grid-q1"] .error').first().waitFor();
    await rate(page, "q1", 5);
    await rate(page, "q2", 4);
    await page.getByRole("textbox", { name: /อยากให้อบรมเรื่องใดต่อไป/ }).fill("ตารางคำนวณ");
    await page.reload();
    await expect.poll(() => page.getByRole("textbox", { name: /อยากให้อบรมเรื่องใดต่อไป/ }).inputValue()).toBe("ตารางคำนวณ");
    expect(await page.locator('input[name$="-q2"]:checked').inputValue()).toBe("4");
    await rate(page, "q3", 3);
    await page.getByRole("radio", { name: "แท็บเล็ต" }).check();
    await isReadable(page);
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "ส่งคำตอบ" }).click();
    await page.getByRole("alert").filter({ hasText: "ต่ออินเทอร์เน็ตไม่ได้ค่ะ" }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "ส่งคำตอบ" }).dblclick();
    await page.getByRole("heading", { name: "ส่งคำตอบแล้วค่ะ" }).waitFor();
    await isReadable(page);
    expect(await SurveyTurnoutModel.countDocuments({ surveyId: id })).toBe(1);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("ตารางคำนวณ");
    await page.reload();
    await page.getByRole("heading", { name: "ตอบแล้วค่ะ" }).waitFor();
    await page
      .getByRole("link", { name: "กลับหน้าแรก" })
      .or(page.getByRole("button", { name: "กลับหน้าแรก" }))
      .click();
    await page.getByRole("heading", { name: "สวัสดีค่ะ" }).waitFor();
    expect(await page.getByText("แบบสอบถามที่รอคุณตอบ").count()).toBe(0);
  });

  it("says where it is closed or unknown, and comes back after LINE's login", async () => {
    const id = await openSurvey();
    const teacher = await office.teacher("ครูลิงก์ ตัวอย่าง");
    const fresh = await openMiniApp(teacher, `/surveys/${id}`, { isSignedIn: "never" });
    await fresh.getByRole("heading", { name: title }).waitFor();
    expect(fresh.url()).toMatch(new RegExp(`/liff/surveys/${id}$`));
    for (const item of ["q1", "q2", "q3"]) await rate(fresh, item, 4);
    await fresh.getByRole("radio", { name: "โทรศัพท์" }).check();
    await stepsSurvey(staff, id, "close", "collecting");
    await fresh.getByRole("button", { name: "ส่งคำตอบ" }).click();
    await fresh.getByRole("heading", { name: "ไม่ได้เปิดรับคำตอบ" }).waitFor();
    await isReadable(fresh);
    const lost = await openMiniApp(teacher, "/surveys/no-such-survey");
    await lost.getByRole("heading", { name: "ไม่พบรายการนี้" }).waitFor();
  });
});

describe("the results of a survey", () => {
  it("are kept back while an anonymous one is open, then show figures in words and bars, with the link to pass on", async () => {
    const id = await openSurvey({ anonymous: true });
    const answer = async (at: number) =>
      answersSurvey(apiAs(office, await office.teacher(`ครู${at} ผลแบบ`)), id, sheetOf([5, 4, 3], at % 2 ? "o1" : "o2", `ความเห็นที่ ${at}`));
    for (const at of [1, 2, 3, 4]) await answer(at);
    const page = await openMiniApp(maker, `/requests/${id}`, { context: { ...small, permissions: ["clipboard-read", "clipboard-write"] } });
    await page
      .getByRole("button", { name: "ส่งลิงก์และดูผล" })
      .or(page.getByRole("link", { name: "ส่งลิงก์และดูผล" }))
      .click();
    await page.getByRole("heading", { name: "แสดงผลเมื่อปิดรับแล้ว" }).waitFor();
    await isReadableWithBigText(page);
    expect(await page.getByText("ความเห็นที่ 1").count()).toBe(0);

    await answer(5);
    await page.getByText("แสดง QR").click();
    await page.getByRole("img", { name: `QR ของแบบสอบถาม ${title}` }).waitFor();
    await isReadableWithBigText(page);
    expect(await page.getByLabel("ลิงก์แบบสอบถาม").inputValue()).toBe(`https://liff.line.me/${testLiffId}/surveys/${id}`);
    await page.getByRole("button", { name: "คัดลอกลิงก์" }).click();
    await page.getByText("คัดลอกลิงก์แล้วค่ะ").waitFor();
    // Outside LINE there is no picker of friends.
    expect(await page.getByRole("button", { name: "ส่งให้เพื่อนใน LINE" }).count()).toBe(0);

    await stepsSurvey(staff, id, "close", "collecting");
    await page.getByRole("button", { name: "อ่านใหม่" }).click();
    await page.getByRole("heading", { name: "ค่าเฉลี่ยรายข้อ" }).waitFor();
    await page.getByText("n 5 · x̄ 5.00 · S.D. 0.00 · ระดับมากที่สุด").waitFor();
    await page.getByText("3 คน (60%)").waitFor();
    await page.getByText("ความเห็นที่ 5").waitFor();
    await isReadableWithBigText(page);
  });

  it("say under names who answered what, to be unfolded", async () => {
    const id = await openSurvey({ anonymous: false });
    const teacher = apiAs(office, await office.teacher("ครูบอกชื่อ ตัวอย่าง"));
    await answersSurvey(teacher, id, sheetOf([5, 4, 3], "o1", "ขอเวลาฝึกมากขึ้น"));
    const page = await openMiniApp(maker, `/surveys/${id}/results`, { context: small });
    const people = page.getByRole("region", { name: "คำตอบรายคน" });
    await people.getByText("ครูบอกชื่อ ตัวอย่าง").waitFor();
    expect(await people.getByText("ขอเวลาฝึกมากขึ้น").isVisible()).toBe(false);
    await people.getByText("ครูบอกชื่อ ตัวอย่าง").click();
    await people.getByText("ขอเวลาฝึกมากขึ้น").waitFor();
    await isReadableWithBigText(page);
  });

  it("are not for those who are asked", async () => {
    const id = await openSurvey();
    const page = await openMiniApp(await office.teacher("ครูอยากรู้ผล ตัวอย่าง"), `/surveys/${id}/results`);
    await page.getByRole("heading", { name: "ไม่พบรายการนี้" }).waitFor();
  });
});
