import { beforeAll, describe, expect, it } from "vitest";
import { ChatModel } from "#models/documents/chat.document.ts";
import { SurveyAnswerModel } from "#models/documents/survey-answer.document.ts";
import { assessment } from "#models/requests/assessment/assessment.request.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { testLiffId } from "#test/support/simulator.ts";
import { answersSurvey, approvesSurvey, makesSurvey, sheetOf, stepsSurvey } from "#test/support/surveys.ts";

const office = useOffice();
const title = "แบบสอบถามในแชต";
const pageOf = (id: string) => ({ kind: "uri", value: `https://liff.line.me/${testLiffId}/surveys/${id}` });
let staff: TestApi;
let head: TestApi;

beforeAll(async () => {
  staff = apiAs(office, await office.staff("มานะ ทำแบบสอบถาม", 2));
  head = apiAs(office, await office.head("วิชัย เห็นชอบ", 2));
});

async function openSurvey(given: Record<string, unknown>): Promise<string> {
  const id = await makesSurvey(staff, { title, ...given });
  await approvesSurvey(head, id);
  return id;
}

describe("surveys in the chat", () => {
  it("says when nothing waits, and what to do first where nobody is registered", async () => {
    const admin = await office.admin("อารีย์ ดูแล");
    expect(await admin.asks("แบบสอบถาม")).toContain("ไม่มีแบบสอบถามที่รอคุณตอบ");
    const newcomer = await office.stranger("คนใหม่ มาก");
    expect(await newcomer.asks("แบบสอบถาม")).toContain("ลงทะเบียนครั้งแรกก่อน");
  });

  it("answers one under names question by question, once", async () => {
    const id = await openSurvey({ anonymous: false, audience: "schools" });
    const teacher = await office.teacher("ครูตอบ ในแชต");
    expect(await teacher.asks("แบบสอบถาม")).toContain(title);
    expect((await teacher.presses("เปิดแบบสอบถาม")).opens).toEqual(pageOf(id));
    const first = await teacher.pressesAndHears("ตอบในแชต");
    for (const words of ["คำตอบเก็บพร้อมชื่อ", "การอบรม ให้ระดับไหนคะ", "เนื้อหาตรงกับงานที่ทำ"]) expect(first).toContain(words);
    await teacher.asks("5");
    await teacher.asks("มาก");
    expect(await teacher.asks("3")).toContain("ใช้อุปกรณ์ใดสอนบ่อยที่สุด");
    expect(await teacher.asks("แท็บเล็ต")).toContain("อยากให้อบรมเรื่องใดต่อไป");
    expect(await teacher.asks("ตารางคำนวณ")).toContain("ส่งคำตอบแล้วค่ะ");
    expect(await SurveyAnswerModel.findOne({ surveyId: id }).lean()).toMatchObject({
      person: { id: teacher.personId },
      answers: { q1: 5, q2: 4, q3: 3, q4: "แท็บเล็ต", q5: "ตารางคำนวณ" },
    });
    expect(await teacher.asks("แบบสอบถาม")).toContain("ไม่มีแบบสอบถามที่รอคุณตอบ");
    await stepsSurvey(staff, id, "close", "collecting");
  });

  it("leaves an optional question out, goes on after another thing, and says where it was answered elsewhere meanwhile", async () => {
    const id = await openSurvey({ anonymous: false, audience: "schools" });
    const teacher = await office.teacher("ครูแทรก ตัวอย่าง");
    await teacher.asks("แบบสอบถาม");
    await teacher.pressesAndHears("ตอบในแชต");
    for (const said of ["4", "4", "4"]) await teacher.asks(said);
    await teacher.asks("โทรศัพท์");
    await answersSurvey(apiAs(office, teacher), id, sheetOf([1, 1, 1], "o1", "จากหน้าเว็บ"));
    expect(await teacher.asks("ข้าม")).toContain("ได้รับคำตอบของคุณไว้แล้ว");
    expect(await SurveyAnswerModel.countDocuments({ surveyId: id })).toBe(1);
    await stepsSurvey(staff, id, "close", "collecting");
  });

  it("says so where it was closed while it was being answered", async () => {
    const id = await makesSurvey(staff, { title: "ประเมินในแชต", audience: "schools" }, assessment);
    await approvesSurvey(head, id);
    const teacher = await office.teacher("ครูช้า ในแชต");
    await teacher.asks("ตอบแบบประเมิน");
    await teacher.pressesAndHears("ตอบในแชต");
    await teacher.asks("5");
    expect(await teacher.asks("4")).toContain("ลดเวลาค้นหาอุปกรณ์");
    await stepsSurvey(staff, id, "close", "collecting");
    expect(await teacher.asks("8")).toContain("ปิดรับคำตอบแล้วค่ะ");
  });

  it("hands an anonymous one over to the mini-app: nothing of its answers is ever said here", async () => {
    const id = await openSurvey({ anonymous: true, audience: "schools" });
    const teacher = await office.teacher("ครูไม่บอก ในแชต");
    expect(await teacher.asks("ตอบแบบสอบถาม")).toContain("ตอบในมินิแอปเท่านั้น");
    expect((await teacher.buttons()).map(({ label }) => label)).not.toContain("ตอบในแชต");
    expect((await teacher.presses("เปิดแบบสอบถาม")).opens).toEqual(pageOf(id));
    expect(JSON.stringify(await ChatModel.findById(teacher.userId).lean())).not.toContain("อยากให้อบรมเรื่องใดต่อไป");
    await stepsSurvey(staff, id, "close", "collecting");
  });
});
