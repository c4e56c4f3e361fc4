import { describe, expect, it } from "vitest";
import { systemIds } from "#bot/platform/ids.ts";
import { createInvitation } from "#bot/services/people/create-invitation.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { edits, menuOf, picks, reports, storedRequest } from "#test/support/repairs.ts";

const clock = officeClock();
const office = useOffice({ clock });
const services = { catalogue: openCatalogue(catalogue), clock, newId: systemIds.next };
const personOf = (userId: string) => PersonModel.findOne({ lineUserId: userId }).lean();
const [notice = ""] = privacyNotice.text.split("\n");

describe("adding the bot", () => {
  it("greets, shows the notice, asks who they are once, and stores which notice was accepted when", async () => {
    const newcomer = await office.line.user("ครูเพิ่มเพื่อน", { isFriend: false });
    await newcomer.follows();
    const greeting = await newcomer.hearsText();
    expect(greeting).toContain("สวัสดีค่ะ");
    expect(greeting).toContain(notice);
    expect(greeting).toContain("โรงเรียนไหน");
    const offered = await newcomer.asks("หนอง");
    expect(offered).toContain("บ้านหนองไผ่แก้ว");
    expect(offered).toContain("บ้านหนองบัวทอง");
    expect(await picks(newcomer, "บ้านหนองบัวทอง")).toContain("ชื่อ");
    expect(await newcomer.asks("สมใจ ยินดี")).toContain("ตำแหน่ง");
    expect(await newcomer.asks("ครูชำนาญการ")).toContain("เบอร์");
    expect(await newcomer.asks("๐๘๑-๒๓๔-๕๖๗๘")).toContain("ลงทะเบียนเรียบร้อย");
    const person = await personOf(newcomer.userId);
    expect(person).toMatchObject({
      name: "สมใจ ยินดี",
      position: "ครูชำนาญการ",
      phone: "081-234-5678",
      school: { code: "24010003", name: "โรงเรียนบ้านหนองบัวทอง" },
      acceptedNotice: { version: privacyNotice.version },
    });
    expect(Math.abs((person?.acceptedNotice?.at.getTime() ?? 0) - clock.now().getTime())).toBeLessThan(60_000);

    await newcomer.unfollows();
    await expect.poll(async () => (await newcomer.does({ do: "follow" })).webhookEventIds.length).toBe(1);
    const again = await newcomer.hearsText();
    expect(again).toContain("สมใจ ยินดี");
    expect(again).not.toContain("โรงเรียนไหน");
  });

  it("lets the phone number be left out", async () => {
    const newcomer = await office.stranger("ครูไม่บอกเบอร์");
    expect(await newcomer.asks("ลงทะเบียน")).toContain(notice);
    for (const answer of ["ทุ่งสว่าง", "มานี ใจดี", "ครู"]) await newcomer.asks(answer);
    expect(await newcomer.pressesAndHears("ข้าม")).toContain("ลงทะเบียนเรียบร้อย");
    expect(await personOf(newcomer.userId)).toMatchObject({ phone: null, school: { code: "24010002" } });
  });

  it("can be given up with ยกเลิก at every question: nothing is kept of them, and they may begin again", async () => {
    const newcomer = await office.stranger("ครูลังเล");
    const answers = ["ลงทะเบียน", "ทุ่งสว่าง", "ใจดี มีสุข", "ครู"];
    for (let count = 1; count <= answers.length; count += 1) {
      for (const answer of answers.slice(0, count)) await newcomer.asks(answer);
      expect(await newcomer.asks("ยกเลิก")).toContain("ยกเลิกลงทะเบียนแล้ว");
      expect(await personOf(newcomer.userId)).toBeNull();
    }
  });

  it("takes a school that is not in the directory as it was typed", async () => {
    const newcomer = await office.stranger("ครูโรงเรียนใหม่");
    await newcomer.asks("ลงทะเบียน");
    expect(await newcomer.asks("โรงเรียนบ้านท่าน้ำใส")).toContain("[ใช้ชื่อที่พิมพ์]");
    await newcomer.pressesAndHears("ใช้ชื่อที่พิมพ์");
    await newcomer.asks("ปิติ พอใจ");
    await newcomer.asks("ครู");
    await newcomer.asks("ไม่มี");
    expect(await personOf(newcomer.userId)).toMatchObject({ school: { code: null, name: "โรงเรียนบ้านท่าน้ำใส" } });
  });

  it("does not double somebody of the office's list", async () => {
    const now = clock.now();
    const school = { code: "24010001", name: "โรงเรียนบ้านหนองไผ่แก้ว" };
    const listed = { name: "ชูใจ เลิศล้ำ", position: "ครู", school, phone: "089-999-9999", createdAt: now, updatedAt: now };
    await PersonModel.create({ _id: "listed", ...listed, searchTokens: [] });
    const newcomer = await office.stranger("ครูในรายชื่อ");
    await newcomer.asks("ลงทะเบียน");
    for (const answer of ["หนองไผ่แก้ว", "ชูใจ เลิศล้ำ", "ครู", "089-999-9999"]) await newcomer.asks(answer);
    expect(await personOf(newcomer.userId)).toMatchObject({ _id: "listed" });
    expect(await PersonModel.countDocuments({ phone: "089-999-9999" })).toBe(1);
  });
});

describe("a report in the middle of registering", () => {
  it("goes first, and the answers given count", async () => {
    const newcomer = await office.line.user("ครูใจร้อน", { isFriend: false });
    await newcomer.follows();
    await newcomer.hears();
    expect(await newcomer.asks("คอมห้องพักครูเปิดไม่ติดค่ะ")).toContain("คอมพิวเตอร์");
    await newcomer.asks("หนองไผ่แก้ว");
    expect(await newcomer.asks("ยืนยัน")).toContain("ชื่อ");
    await newcomer.asks("วีระ กล้าหาญ");
    const filed = await newcomer.asks("ครู");
    expect(filed).toMatch(/ซ-\d{4}-\d{6}/);
    expect(filed).not.toContain("โรงเรียนไหน");
    expect(await newcomer.asks("สวัสดีค่ะ")).not.toContain("โรงเรียนไหน");
    expect(await personOf(newcomer.userId)).toMatchObject({ name: "วีระ กล้าหาญ" });
  });
});

describe("แก้ไขข้อมูลของฉัน", () => {
  it("changes one line at a time, and later reports carry it", async () => {
    const teacher = await office.teacher("ครูย้ายโรงเรียน");
    const mine = await teacher.asks("แก้ไขข้อมูลของฉัน");
    for (const shown of ["ครูย้ายโรงเรียน", "โรงเรียนบ้านหนองไผ่แก้ว"]) expect(mine).toContain(shown);
    expect(await edits(teacher, "เบอร์โทร")).toContain("เบอร์");
    expect(await teacher.asks("081 111 2222")).toContain("แก้ไขข้อมูลแล้ว");
    await teacher.asks("แก้ไขข้อมูลของฉัน");
    await edits(teacher, "โรงเรียน");
    expect(await teacher.asks("ทุ่งสว่าง")).toContain("แก้ไขข้อมูลแล้ว");
    expect(await personOf(teacher.userId)).toMatchObject({
      _id: teacher.personId,
      name: "ครูย้ายโรงเรียน",
      phone: "081-111-2222",
      school: { code: "24010002" },
    });
    expect(await storedRequest(await reports(teacher))).toMatchObject({
      school: { code: "24010002" },
      requester: { phone: "081-111-2222" },
    });
  });

  it("is left as it was by ยกเลิก", async () => {
    const teacher = await office.teacher("ครูไม่เปลี่ยน");
    await teacher.asks("แก้ไขข้อมูลของฉัน");
    await edits(teacher, "ชื่อ");
    expect(await teacher.asks("ยกเลิก")).toContain("ยกเลิก");
    expect(await personOf(teacher.userId)).toMatchObject({ name: "ครูไม่เปลี่ยน" });
  });
});

describe("an invitation", () => {
  const scope = { kind: "group" as const, group: 1, zones: [] };

  it("makes staff of whoever types its code, with their menu, once", async () => {
    const { code } = await createInvitation(services, { role: "staff", scope });
    const invited = await office.teacher("ช่างคนใหม่");
    const other = await office.teacher("ครูอยากเป็นช่าง");
    const welcome = await invited.asks(code.toLowerCase());
    expect(welcome).toContain("ช่างคนใหม่");
    expect(welcome).toContain("เจ้าหน้าที่");
    expect(welcome).not.toContain("staff");
    expect(await personOf(invited.userId)).toMatchObject({ grants: [{ role: "staff", scope: { kind: "group", group: 1 } }] });
    expect(await invited.asks("งานของฉัน")).toContain("ไม่มีงานในมือ");
    await expect.poll(() => menuOf(invited.userId)).toBe("staff");
    await expect.poll(async () => (await invited.buttons()).map(({ label }) => label)).toContain("งานรอรับ");
    expect(await other.asks(code)).toContain("ถูกใช้ไปแล้ว");
    expect((await personOf(other.userId))?.grants).toEqual([]);
  });

  it("is refused when it is unknown or past its week", async () => {
    const { code } = await createInvitation(services, { role: "staff", scope });
    const teacher = await office.teacher("ครูรหัสเก่า");
    expect(await teacher.asks("ICT-AAAA-2222")).toContain("ไม่พบรหัสเชิญ");
    clock.goTo("10:00", 8);
    expect(await teacher.asks(code)).toContain("หมดอายุ");
    expect((await personOf(teacher.userId))?.grants).toEqual([]);
  });
});
