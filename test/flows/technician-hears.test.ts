import { describe, expect, it } from "vitest";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { finishes, noticesOf, photoOf, pushesTo, reports, storedRequest } from "#test/support/repairs.ts";

const clock = officeClock();
const office = useOffice({ clock });
const network = "เน็ตล่มทั้งโรงเรียนเลยค่ะ ห้องเซิร์ฟเวอร์";

describe("hearing of a new job", () => {
  it("comes at once where it is critical: school, place, symptom, photo, urgency, and the buttons", async () => {
    const technician = await office.staff("ช่างรับข่าวด่วน");
    const teacher = await office.teacher("ครูเน็ตล่ม", { phone: "081-234-5678" });
    await teacher.asks(network);
    await teacher.sendsPhoto(await photoOf(70));
    await teacher.hears();
    await teacher.asks("พอแล้ว");
    const filed = await teacher.asks("ยืนยัน");
    expect(filed).toContain("ด่วนที่สุด");
    const [heard] = await technician.hears({ containing: "ซ-" });
    for (const shown of ["ด่วนที่สุด", "โรงเรียนบ้านหนองไผ่แก้ว", "ครูเน็ตล่ม", "ห้องเซิร์ฟเวอร์", "[รับเรื่อง]", "[ดูรายละเอียด]", "[โทร]"]) {
      expect(heard?.text).toContain(shown);
    }
    expect(JSON.stringify(heard?.message.content)).toMatch(/"url":"[^"]+\/pictures\//);
    const call = await technician.presses("โทร");
    expect(call.opens).toEqual({ kind: "uri", value: expect.stringMatching(/^tel:[+\d-]+$/) });
    expect(await technician.pressesAndHears("ดูในแชต")).toContain("ห้องเซิร์ฟเวอร์");
    expect(await technician.pressesAndHears("รับเรื่อง")).toMatch(/รับงาน ซ-/);
  });

  it("waits for the digests of 08.30 and 13.00 where it is usual, once each and only for what is new", async () => {
    const technician = await office.staff("ช่างรอสรุป", 3);
    const morning = await reports(await office.teacher("ครูเช้า"), "บทเรียนออนไลน์ใน LMS เปิดไม่ได้ค่ะ ห้อง ป.5");
    expect(await storedRequest(morning)).toMatchObject({ category: "media", group: 3 });
    await expect.poll(async () => (await noticesOf(morning, technician.personId))[0]?.state).toBe("waiting");
    expect(await pushesTo(technician)).toEqual([]);
    clock.goTo("13:01");
    await office.restarts();
    const digest = await technician.hearsText({ containing: morning, timeoutMs: 9_000 });
    for (const shown of ["สรุปงาน", "1 เรื่อง", "[รับเรื่อง]"]) expect(digest).toContain(shown);

    const afternoon = await reports(await office.teacher("ครูบ่าย"), "บทเรียนออนไลน์ใน LMS เปิดไม่ได้ค่ะ ห้อง ป.6");
    await expect.poll(async () => (await noticesOf(afternoon, technician.personId))[0]?.state).toBe("waiting");
    clock.goTo("08:31", 1);
    await office.restarts();
    const next = await technician.hearsText({ containing: afternoon, timeoutMs: 9_000 });
    expect(next).not.toContain(morning);
    expect(await pushesTo(technician)).toHaveLength(2);
  });

  it("is not told again of what the queue has shown", async () => {
    const technician = await office.staff("ช่างดูคิว", 3);
    const number = await reports(await office.teacher("ครูในคิว"), "บทเรียนออนไลน์ใน LMS เปิดไม่ได้ค่ะ ห้อง ป.4");
    await expect.poll(async () => (await noticesOf(number, technician.personId))[0]?.state).toBe("waiting");
    clock.pass(60);
    expect(await technician.asks("คิวงาน")).toContain(number);
    await expect.poll(async () => (await noticesOf(number, technician.personId))[0]?.state).toBe("shown");
  });
});

describe("who hears of it", () => {
  it("is the staff of the school's zone; every look at a teacher's job is kept", async () => {
    const [here, elsewhere] = [await office.staff("ช่างเขตเอ", 2, ["A"]), await office.staff("ช่างเขตบี", 2, ["B"])];
    const teacher = await office.teacher("ครูเขตบี", { school: { code: "24010003", name: "โรงเรียนบ้านหนองบัวทอง" } });
    const number = await reports(teacher, "DMC ห้องธุรการยืนยันข้อมูลไม่ได้ วันนี้วันสุดท้ายค่ะ");
    expect(await storedRequest(number)).toMatchObject({ group: 2, urgency: "critical", school: { zone: "B" } });
    expect(await elsewhere.hearsText({ containing: number })).toContain("โรงเรียนบ้านหนองบัวทอง");
    expect(await noticesOf(number, here.personId)).toEqual([]);
    expect(await here.arrived()).toEqual([]);
    expect(await here.asks(number)).toContain(number);
    const subject = `request:${(await storedRequest(number))._id}`;
    await expect.poll(() => AccessEntryModel.countDocuments({ personId: here.personId, subject }), { timeout: 5_000 }).toBeGreaterThan(0);
  });
});

describe("on the 15,000 plan", () => {
  it("a usual job is pushed to the technician, and to the teacher that it is done", async () => {
    await office.line.meter(15_000);
    // The plan is asked of LINE every five minutes.
    clock.pass(400);
    const [technician, teacher] = [await office.staff("ช่างแพ็กเกจ"), await office.teacher("ครูแพ็กเกจ")];
    const number = await reports(teacher);
    expect(await technician.hearsText({ containing: number })).toContain("[รับเรื่อง]");
    await technician.pressesAndHears("รับเรื่อง", { on: number });
    await finishes(technician, number);
    expect(await teacher.hearsText({ containing: "ใช้งานได้แล้วไหมคะ" })).toContain("[หายแล้ว]");
    expect(await pushesTo(teacher)).toHaveLength(1);
  });
});
