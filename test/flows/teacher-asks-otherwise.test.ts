import { describe, expect, it } from "vitest";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { numberIn, storedRequest } from "#test/support/repairs.ts";

const office = useOffice({ clock: officeClock() });

describe("what comes first, and what is none of ours", () => {
  it("tells what to do before anything else where somebody is in danger, and staff at once", async () => {
    const technician = await office.staff("ช่างฟังเหตุ");
    const teacher = await office.teacher("ครูเห็นควัน");
    const answer = await teacher.asks("คอมห้องธุรการมีควันออกมาค่ะ");
    expect(answer.indexOf("ถอดปลั๊ก")).toBeGreaterThanOrEqual(0);
    expect(answer.indexOf("ถอดปลั๊ก")).toBeLessThan(answer.indexOf("[ข้าม]"));
    await teacher.asks("ข้าม");
    const number = numberIn(await teacher.asks("ยืนยัน"));
    expect(await storedRequest(number)).toMatchObject({ urgency: "critical" });
    expect(await technician.hearsText({ containing: number })).toContain("ด่วนที่สุด");
  });

  it("shows hours and how to reach somebody by the menu's tile, and offers to leave a report", async () => {
    const teacher = await office.teacher("ครูหาคน");
    await expect.poll(async () => (await teacher.buttons()).map(({ label }) => label)).toContain("ติดต่อเจ้าหน้าที่");
    const contact = await teacher.pressesAndHears("ติดต่อเจ้าหน้าที่");
    for (const shown of ["08.30–16.30", "[ฝากเรื่องไว้]"]) expect(contact).toContain(shown);
  });

  it.each(["งบสองหมื่นซื้อเครื่องแบบไหนดีคะ", "แอร์ห้องคอมไม่เย็นค่ะ"])("says whom to ask about “%s” and offers a report", async (text) => {
    const answer = await (await office.teacher("ครูถามเรื่องอื่น")).asks(text);
    expect(answer).toContain("ติดต่อ");
    expect(answer).toContain("[แจ้งซ่อม]");
    expect(answer).not.toContain("[ยืนยัน]");
  });

  it("takes a sentence sent in two messages as one", async () => {
    const teacher = await office.teacher("ครูพิมพ์สองท่อน");
    await teacher.says("ปริ้นเตอร์ที่ห้อง");
    await teacher.says("ธุรการกระดาษติดค่ะ");
    await teacher.hears({ containing: "มีรูปไหม" });
    await teacher.asks("ข้าม");
    expect(await storedRequest(numberIn(await teacher.asks("ยืนยัน")))).toMatchObject({ answers: { symptom: "กระดาษติด" } });
  });
});
