import { describe, expect, it } from "vitest";
import { PersonModel } from "#models/documents/person.document.ts";
import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { does, noticesOf, picks, reports, storedRequest, timelineOf } from "#test/support/repairs.ts";

const clock = officeClock();
const office = useOffice({ clock });
const network = "เน็ตล่มทั้งโรงเรียนเลยค่ะ ห้องเซิร์ฟเวอร์";

describe("the head of a group", () => {
  it("sees what nobody has and who has how much", async () => {
    const head = await office.head("หัวหน้าดูงาน");
    const technician = await office.staff("ช่างมีงาน");
    const teacher = await office.teacher("ครูในคิว");
    const [taken, waiting] = [await reports(teacher), await reports(teacher, "คอมห้องพักครู เปิดไม่ติด")];
    await does(technician, taken, "รับเรื่อง");
    const queue = await head.asks("คิวงาน");
    expect(queue).toContain(waiting);
    expect(queue).not.toContain(taken);
    const load = await head.asks("ภาระงาน");
    expect(load).toMatch(/1 งาน.*ช่างมีงาน/);
    expect(load).toContain("ยังไม่มีคนรับ 1 เรื่อง");
    expect(await technician.asks("ภาระงาน")).not.toContain("ยังไม่มีคนรับ 1 เรื่อง");
  });

  it("assigns to a technician with a word, who hears it, and the teacher sees it", async () => {
    const head = await office.head("หัวหน้ามอบงาน");
    const technician = await office.staff("ช่างรับมอบ");
    const teacher = await office.teacher("ครูรอช่าง");
    const number = await reports(teacher, network);
    await head.hears({ containing: number });
    expect(await head.pressesAndHears("มอบหมาย", { on: number })).toContain("มอบให้ใคร");
    await picks(head, "ช่างรับมอบ");
    expect(await head.asks("ไปวันนี้เลยนะ")).toContain(`มอบ ${number}`);
    const told = await technician.hearsText({ containing: "ไปวันนี้เลย" });
    for (const shown of [number, "มอบหมายให้คุณ", "[รับเรื่อง]"]) expect(told).toContain(shown);
    const detail = await teacher.asks(number);
    expect(detail).toContain("มอบหมายช่างแล้ว");
    expect(detail).toContain("ช่างรับมอบ");
    expect((await timelineOf(number)).at(-1)).toMatchObject({ transition: "assign", actor: { name: "หัวหน้ามอบงาน" }, to: "assigned" });
  });

  it("reassigns: the job is the other's, and the first may no longer move it", async () => {
    const head = await office.head("หัวหน้าเปลี่ยนช่าง");
    const [first, second] = [await office.staff("ช่างคนแรก"), await office.staff("ช่างคนที่สอง")];
    const number = await reports(await office.teacher("ครูเปลี่ยนช่าง"), network);
    await does(first, number, "รับเรื่อง");
    const card = await first.asks(number);
    expect(card).toContain("[ซ่อมเสร็จ]");
    expect(await does(head, number, "มอบหมาย")).toContain("มอบให้ใคร");
    await picks(head, "ช่างคนที่สอง");
    await head.asks("ข้าม");
    expect(await storedRequest(number)).toMatchObject({ state: "assigned", assignee: { id: second.personId } });
    const refused = await first.pressesAndHears("ซ่อมเสร็จ", { on: number });
    expect(refused).toContain("หัวหน้าเปลี่ยนช่าง");
    expect(refused).toContain("มอบหมายช่างแล้ว");
    expect(await second.hearsText({ containing: "มอบหมายให้คุณ" })).toContain(number);
    expect(await storedRequest(number)).toMatchObject({ state: "assigned" });
  });

  it("notes who is away: not offered new work, shown with the day, and back when they are back", async () => {
    const head = await office.head("หัวหน้าจดลา", 3);
    const technician = await office.staff("ช่างลา", 3);
    await office.staff("ช่างอยู่", 3);
    expect(await head.asks("บันทึกการลา")).toContain("ใครไม่อยู่");
    expect(await picks(head, "ช่างลา")).toContain("ถึงวันไหน");
    const day = addDays(bangkokDate(clock.now()), 2);
    expect(await head.pressesAndHears("เลือกวันที่", { pick: day })).toContain("ช่างลา");
    const { awayUntil } = (await PersonModel.findById(technician.personId).lean()) ?? {};
    expect(bangkokDate(new Date((awayUntil?.getTime() ?? 0) - 1))).toBe(day);
    expect(await head.asks("ภาระงาน")).toMatch(/ช่างลา.*ไม่อยู่ถึง/);
    const number = await reports(await office.teacher("ครูมีช่างลา"), "บทเรียนออนไลน์ใน LMS เปิดไม่ได้ค่ะ ห้อง ป.4");
    await does(head, number, "มอบหมาย");
    const offered = (await head.buttons()).filter(({ isQuickReply }) => isQuickReply).map(({ label }) => label);
    expect(offered.some((label) => label.startsWith("ช่างอยู่"))).toBe(true);
    expect(offered.filter((label) => label.startsWith("ช่างลา")).every((label) => label.includes("ไม่อยู่"))).toBe(true);
    await head.asks("ยกเลิก");

    expect(await technician.asks("แจ้งลา")).toContain("ถึงวันไหน");
    expect(await technician.asks("กลับมาแล้ว")).toContain("กลับมา");
    expect((await PersonModel.findById(technician.personId).lean())?.awayUntil).toBeNull();
  });

  it("ends a job with a reason, and the teacher hears it", async () => {
    const head = await office.head("หัวหน้ายกเลิก");
    const teacher = await office.teacher("ครูแจ้งซ้ำ");
    const number = await reports(teacher);
    expect(await does(head, number, "ยกเลิกโดยเจ้าหน้าที่")).toContain("เพราะอะไร");
    await head.asks("แจ้งซ้ำกับเรื่องเมื่อวาน");
    await expect.poll(async () => (await noticesOf(number, teacher.personId)).at(-1)?.state).toBe("waiting");
    expect(await teacher.asks("สวัสดีค่ะ")).toContain("แจ้งซ้ำกับเรื่องเมื่อวาน");
    expect(await storedRequest(number)).toMatchObject({ state: "withdrawn", isOpen: false });
  });
});

describe("staff correct what was filed", () => {
  it("category: the job moves to the group that does such work, and its people hear of it", async () => {
    const [technician, other] = [await office.staff("ช่างแก้ประเภท"), await office.staff("ช่างกลุ่มสอง", 2)];
    const number = await reports(await office.teacher("ครูผิดประเภท"));
    expect(await does(technician, number, "แก้ข้อมูลงาน")).toContain("แก้อะไร");
    await technician.pressesAndHears("ประเภทงาน");
    if (!(await technician.buttons()).some(({ label }) => label.startsWith("ระบบงาน"))) await technician.pressesAndHears("ตัวเลือกอื่น");
    await picks(technician, "ระบบงาน");
    expect(await storedRequest(number)).toMatchObject({
      category: "system",
      group: 2,
      state: "submitted",
      answers: { category: "system" },
    });
    expect((await timelineOf(number)).at(-1)).toMatchObject({ transition: "correct", actor: { name: "ช่างแก้ประเภท" } });
    expect(await other.asks("คิวงาน")).toContain(number);
  });

  it("urgency, device and school, each alone", async () => {
    const technician = await office.staff("ช่างแก้ข้อมูล");
    const teacher = await office.teacher("ครูข้อมูลผิด");
    const number = await reports(teacher);
    const before = await storedRequest(number);
    const corrects = async (line: string) => {
      await does(technician, number, "แก้ข้อมูลงาน");
      return technician.pressesAndHears(line);
    };
    await corrects("ความเร่งด่วน");
    expect(await technician.pressesAndHears("ด่วน")).toContain(`แก้ข้อมูล ${number} แล้ว`);
    await corrects("อุปกรณ์");
    await technician.asks("สแกนเนอร์");
    await corrects("โรงเรียน");
    await technician.asks("ทุ่งสว่าง");
    const after = await storedRequest(number);
    expect(after).toMatchObject({ urgency: "high", school: { code: "24010002", name: "โรงเรียนวัดทุ่งสว่าง", zone: "A" } });
    expect(after.subject).toContain("สแกนเนอร์");
    expect(after.finishBy.getTime()).toBeLessThan(before.finishBy.getTime());
    expect(await teacher.asks(number)).toContain("สแกนเนอร์");
  });
});
