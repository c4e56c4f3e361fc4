import { expect, it } from "vitest";
import { doTransition, getAnswers } from "#models/contracts/requests.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { apiAs } from "#test/support/api.ts";
import { chairs } from "#test/support/invented-types.ts";
import { useOffice } from "#test/support/office.ts";

const office = useOffice({ catalogue: [chairs] });

it("a head's button about answers that were changed says who changed what, and the next one decides", async () => {
  const teacher = await office.teacher("ครูเปลี่ยนจำนวน");
  const head = await office.head("หัวหน้าอ่านการ์ด");
  await teacher.asks("ขอยืมเก้าอี้");
  await teacher.asks("ประชุมผู้ปกครอง");
  await teacher.asks("20");
  await teacher.asks("22 ธ.ค. 2570");
  const number = /กอ-\d{4}-\d{6}/.exec(await teacher.pressesAndHears("ยืนยัน"))?.[0] ?? "";
  expect(await head.asks("รออนุมัติ")).toContain(number);
  const id = (await RequestModel.findOne({ number }, { _id: 1 }).lean())?._id ?? "";

  const page = apiAs(office, teacher);
  const { answers, answersRevision: seen } = await page.ask(getAnswers, { params: { id } });
  const body = { offeredIn: "waiting-head", seen, formVersion: 1, answers: { ...answers, count: 30 } };
  await page.ask(doTransition, { params: { id, transition: "correct" }, body });

  const refused = await head.pressesAndHears("อนุมัติ");
  expect(refused).toContain("ครูเปลี่ยนจำนวน แก้ไขเรื่อง");
  expect(refused).toContain("20 → 30");
  expect(refused).toContain("อ่านฉบับแก้ไข");
  expect(await head.pressesAndHears("อนุมัติ")).toContain("มีความเห็นเพิ่มเติมไหมคะ");
  expect(await head.pressesAndHears("ข้าม")).toContain(`บันทึกการอนุมัติ ${number} แล้วค่ะ`);
  expect(await RequestModel.findById(id).lean()).toMatchObject({ state: "approved", answers: { count: 30 } });
});

it("whoever decides nothing hears that nothing waits for them", async () => {
  const teacher = await office.teacher("ครูไม่ตัดสิน");
  expect(await teacher.asks("รออนุมัติ")).toContain("ไม่มีเรื่องรอคุณพิจารณา");
});
