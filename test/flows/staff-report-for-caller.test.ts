import { describe, expect, it } from "vitest";
import { writePress } from "#models/messages/press.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { does, finishes, numberIn, reports, storedRequest, timelineOf } from "#test/support/repairs.ts";
import type { LineUser } from "#test/support/simulator.ts";

const office = useOffice({ clock: officeClock() });

/** Staff write down what a caller says; the telephone number may be unknown. */
async function reportsFor(staff: LineUser, caller: string, phone: string | null): Promise<string> {
  expect(await staff.asks("แจ้งแทน")).toContain("ผู้แจ้งชื่ออะไร");
  expect(await staff.asks(caller)).toContain("โรงเรียนไหน");
  expect(await staff.asks("ทุ่งสว่าง")).toContain("เบอร์");
  expect(await staff.asks(phone ?? "ข้าม")).toContain("อุปกรณ์อะไรเสีย");
  for (const answer of ["ปริ้นเตอร์", "หมึกจาง", "ห้องธุรการ"]) await staff.asks(answer);
  const summary = await staff.asks("ข้าม");
  for (const shown of [caller, "โรงเรียนวัดทุ่งสว่าง", "หมึกจาง"]) expect(summary).toContain(shown);
  return numberIn(await staff.asks("ยืนยัน"));
}

describe("a report on behalf of a caller", () => {
  it("keeps who called and who wrote it down, and becomes the caller's when they register with that phone", async () => {
    const staff = await office.staff("ช่างรับสาย");
    const number = await reportsFor(staff, "ครูมาลี ใจงาม", "๐๘๑ ๕๕๕ ๖๖๖๖");
    const filed = await storedRequest(number);
    expect(filed).toMatchObject({
      requester: { id: null, name: "ครูมาลี ใจงาม", phone: "081-555-6666" },
      filedById: staff.personId,
      school: { code: "24010002" },
    });
    expect((await timelineOf(number))[0]).toMatchObject({ transition: "submit", actor: { name: "ช่างรับสาย" } });
    const worker = await office.staff("ช่างไปซ่อม");
    const card = await worker.asks(number);
    expect(card).toContain("ครูมาลี ใจงาม");
    expect(card).toContain("[โทรหาผู้แจ้ง]");
    await does(worker, number, "รับเรื่อง");
    await finishes(worker, number);

    const caller = await office.stranger("มาลี");
    await caller.asks("ลงทะเบียน");
    for (const answer of ["ทุ่งสว่าง", "มาลี ใจงาม", "ครู"]) await caller.asks(answer);
    expect(await caller.asks("0815556666")).toContain("1 เรื่อง");
    const status = await caller.asks("ติดตามสถานะ");
    expect(status).toContain(number);
    expect(await caller.asks("หายแล้วค่ะ")).toContain("กี่ดาว");
    const owned = await storedRequest(number);
    expect(owned.requester.id).not.toBeNull();
    expect(owned.state).toBe("confirmed");
    // Whoever wrote it down hears once that it is settled; the list is the caller's now.
    await staff.asks("สวัสดีค่ะ");
    expect(await staff.asks("ติดตามสถานะ")).not.toContain(number);
  });

  it("of a walk-in without a phone stays with whoever wrote it down, who answers for them", async () => {
    const staff = await office.staff("ช่างหน้าเคาน์เตอร์");
    const number = await reportsFor(staff, "ลุงภารโรง", null);
    const worker = await office.staff("ช่างซ่อมให้ลุง");
    await does(worker, number, "รับเรื่อง");
    await finishes(worker, number);
    expect(await storedRequest(number)).toMatchObject({ requester: { id: null, phone: null }, awaits: staff.personId });
    expect(await does(staff, number, "หายแล้ว")).toContain("กี่ดาว");
    expect(await storedRequest(number)).toMatchObject({ state: "confirmed" });
  });

  it("leaves the staff's own details and places alone", async () => {
    const staff = await office.staff("ช่างแจ้งเอง");
    await reportsFor(staff, "ครูอีกคน", "0899998888");
    const own = await reports(staff, "คอมห้องทำงานช่าง เปิดไม่ติด");
    expect(await storedRequest(own)).toMatchObject({ requester: { id: staff.personId, name: "ช่างแจ้งเอง" } });
  });

  it("is for staff only", async () => {
    const teacher = await office.teacher("ครูแจ้งแทน");
    await teacher.sendsEvent("postback", { postback: { data: writePress({ to: "start", talk: "report-for" }) } });
    expect(await teacher.hearsText()).not.toContain("ผู้แจ้งชื่ออะไร");
  });
});
