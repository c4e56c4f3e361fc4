import { describe, expect, it } from "vitest";
import { useOffice } from "#test/support/office.ts";
import { reports, storedRequest } from "#test/support/repairs.ts";
import { testLiffId } from "#test/support/simulator.ts";

const office = useOffice();
const pageAt = (path: string) => ({ kind: "uri", value: `https://liff.line.me/${testLiffId}${path}` });

describe("ways from the chat into the mini-app", () => {
  it("lead from a request's card to its page, and from the card's title to the chat's own words", async () => {
    const teacher = await office.teacher("ครูเปิดหน้า");
    const number = await reports(teacher);
    const { _id } = await storedRequest(number);
    await teacher.asks("ติดตามสถานะ");
    expect((await teacher.presses("ดูรายละเอียด", { on: number })).opens).toEqual(pageAt(`/requests/${_id}`));
    expect(await teacher.pressesAndHears("ดูในแชต", { on: number })).toContain("ห้องธุรการ");
    expect((await teacher.presses("ดูรูปและประวัติ")).opens).toEqual(pageAt(`/requests/${_id}`));
  });

  it("lead from the summary of a report to the same form in full, and leave the chat able to send it", async () => {
    const teacher = await office.teacher("ครูกรอกเต็ม");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    expect(await teacher.asks("ไม่มีรูป")).toContain("ข้อมูลถูกต้องไหมคะ");
    const { opens } = await teacher.presses("กรอกแบบเต็ม");
    expect(opens?.value).toMatch(new RegExp(`^https://liff\\.line\\.me/${testLiffId}/new/repair\\?draft=[\\w-]+$`));
    expect(await teacher.asks("ยืนยัน")).toContain("รับเรื่องแล้วค่ะ");
  });

  it("keep a newcomer's report in the chat, and offer them the page to register on", async () => {
    const newcomer = await office.stranger("ครูมาใหม่");
    await newcomer.asks("ลงทะเบียน");
    expect((await newcomer.presses("กรอกในมินิแอป")).opens).toEqual(pageAt("/welcome"));
    await newcomer.asks("ไว้ทีหลัง");
    await newcomer.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await newcomer.asks("ไม่มีรูป");
    expect((await newcomer.buttons()).map(({ label }) => label)).not.toContain("กรอกแบบเต็ม");
  });

  it("lead staff from their lists and the menu to the desk, and the head to the workload", async () => {
    const technician = await office.staff("ช่างโต๊ะงาน");
    await reports(await office.teacher("ครูส่งงาน"));
    await technician.asks("คิวงาน");
    expect((await technician.presses("เปิดโต๊ะงาน")).opens).toEqual(pageAt("/desk"));
    await technician.asks("เมนู");
    expect((await technician.presses("เปิดโต๊ะงาน")).opens).toEqual(pageAt("/desk"));
    const head = await office.head("หัวหน้าดูภาระ");
    await head.asks("ภาระงาน");
    expect((await head.presses("ดูภาระงานทั้งหมด")).opens).toEqual(pageAt("/desk/workload"));
  });

  it("lead from a LINE group to the private chat or the mini-app", async () => {
    const teacher = await office.teacher("ครูในกลุ่ม");
    const group = await office.line.group("กลุ่มครูทดสอบ", [teacher]);
    await teacher.says("แจ้งซ่อม คอมเปิดไม่ติด", { in: group });
    const [answer] = await teacher.hears({ in: group });
    expect(answer?.text).toContain("แชตส่วนตัว");
    expect(JSON.stringify(answer?.message.content)).toContain(pageAt("").value);
  });
});
