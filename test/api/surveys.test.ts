import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { flushAccessLog } from "#bot/services/record-access.ts";
import { continueRequest, getRequest } from "#models/contracts/requests.contract.ts";
import { answerSurvey, getSurvey, getSurveyResults, listSurveys } from "#models/contracts/surveys.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SurveyAnswerModel } from "#models/documents/survey-answer.document.ts";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { assessment } from "#models/requests/assessment/assessment.request.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { answersSurvey, approvesSurvey, makesSurvey, sheetOf, stepsSurvey } from "#test/support/surveys.ts";

const clock = officeClock();
const office = useOffice({ clock });
let staff: TestApi;
let head: TestApi;

const api = (user: { userId: string }) => apiAs(office, user, clock);
const teacher = async (name: string) => api(await office.teacher(name));
const inDays = (days: number) => bangkokDate(new Date(clock.now().getTime() + days * 86_400_000));

beforeAll(async () => {
  staff = api(await office.staff("มานะ ทำแบบสอบถาม", 2));
  head = api(await office.head("วิชัย เห็นชอบ", 2));
});

async function openSurvey(given: Record<string, unknown> = {}): Promise<string> {
  const id = await makesSurvey(staff, { until: inDays(20), ...given });
  await approvesSurvey(head, id);
  return id;
}

const waiting = async (by: TestApi) => (await by.ask(listSurveys)).surveys.map(({ id }) => id);

describe("a questionnaire", () => {
  it("asks nobody before the head has approved, then waits for everybody it is for, each once", async () => {
    const [one, two, three] = [await teacher("ครูหนึ่ง ตอบ"), await teacher("ครูสอง ตอบ"), await teacher("ครูสาม ตอบ")];
    const id = await makesSurvey(staff, { until: inDays(20), anonymous: false });
    expect(await waiting(one)).not.toContain(id);
    expect((await one.refused(getSurvey, { params: { id } })).status).toBe(404);
    expect((await staff.ask(getRequest, { params: { id } })).survey).toBeNull();
    await approvesSurvey(head, id);
    expect(await waiting(one)).toContain(id);
    expect(await one.ask(getSurvey, { params: { id } })).toMatchObject({
      mayAnswer: true,
      hasAnswered: false,
      mayRead: false,
      isOpen: true,
    });

    expect(await answersSurvey(one, id, sheetOf([5, 4, 3], "o1", "อยากเรียนเรื่องตาราง"))).toEqual({ is: "kept" });
    expect(await answersSurvey(one, id, sheetOf([1, 1, 1], "o2", "เปลี่ยนใจ"))).toEqual({ is: "already" });
    const twice = sheetOf([4, 4, 4], "o2", "กดสองครั้ง");
    const both = await Promise.all([answersSurvey(two, id, twice), answersSurvey(two, id, twice), answersSurvey(two, id, twice)]);
    expect(both.map(({ is }) => is).sort()).toEqual(["already", "already", "kept"]);
    await answersSurvey(three, id, sheetOf([3, 5, 5], "o2", ""));

    expect(await waiting(one)).not.toContain(id);
    expect(await one.ask(getSurvey, { params: { id } })).toMatchObject({ mayAnswer: false, hasAnswered: true });
    const { answered, results } = await staff.ask(getSurveyResults, { params: { id } });
    expect([answered, results?.n, results?.overall]).toEqual([3, 3, { n: 9, mean: 4.11, sd: 0.78, level: "มาก" }]);
    const [first, , , device, words] = results?.questions ?? [];
    expect(first).toMatchObject({ n: 3, mean: 4, sd: 1, level: "มาก" });
    expect(device).toMatchObject({
      n: 3,
      counts: [
        { n: 1, percent: 33.33 },
        { n: 2, percent: 66.67 },
        { n: 0, percent: 0 },
      ],
    });
    expect(words).toMatchObject({ n: 2, texts: expect.arrayContaining(["อยากเรียนเรื่องตาราง", "กดสองครั้ง"]) });
    expect((await staff.ask(getRequest, { params: { id } })).survey).toEqual({ isOpen: true, answered: 3 });
    expect(await SurveyAnswerModel.countDocuments({ surveyId: id })).toBe(3);
  });

  it("says at the questions what is missing or wrong, and keeps nothing of it", async () => {
    const by = await teacher("ครูตอบผิด ตัวอย่าง");
    const id = await openSurvey();
    const { code, fields } = await by.refused(answerSurvey, {
      params: { id },
      body: { answers: { "grid-q1": { q1: 9, q2: 4, q3: 4 }, q4: "o7", q9: "ไม่มีข้อนี้" } },
    });
    expect(code).toBe("invalid_answers");
    expect(Object.keys(fields ?? {})).toEqual(expect.arrayContaining(["grid-q1", "q4"]));
    expect(await SurveyTurnoutModel.countDocuments({ surveyId: id })).toBe(0);
    expect((await by.refused(answerSurvey, { params: { id }, body: { answers: "x" } })).status).toBe(400);
  });

  it("is there for those it is for alone; its results for those who run it", async () => {
    const [asked, director, stranger] = [
      await teacher("ครูนอกกลุ่ม ตัวอย่าง"),
      api(await office.director("ชูใจ ผอ")),
      api(await office.stranger("คนแปลก")),
    ];
    const admin = api(await office.admin("อารีย์ ดูแล"));
    const forStaff = await openSurvey({ audience: "staff" });
    const forSchools = await openSurvey({ audience: "schools" });
    expect((await asked.refused(getSurvey, { params: { id: forStaff } })).status).toBe(404);
    expect((await asked.refused(answerSurvey, { params: { id: forStaff }, body: { answers: sheetOf([1, 1, 1], "o1", "") } })).status).toBe(
      404,
    );
    expect(await waiting(asked)).toEqual(expect.not.arrayContaining([forStaff]));
    expect(await waiting(head)).toEqual(expect.arrayContaining([forStaff]));
    // Who runs a survey sees it without being asked.
    expect(await head.ask(getSurvey, { params: { id: forSchools } })).toMatchObject({ mayAnswer: false, mayRead: true });
    expect((await head.refused(answerSurvey, { params: { id: forSchools }, body: { answers: sheetOf([1, 1, 1], "o1", "") } })).status).toBe(
      404,
    );
    for (const nobody of [asked, admin]) expect((await nobody.refused(getSurveyResults, { params: { id: forSchools } })).status).toBe(404);
    expect((await director.ask(getSurveyResults, { params: { id: forSchools } })).answered).toBe(0);
    expect((await stranger.refused(getSurvey, { params: { id: forSchools } })).status).toBe(403);
    for (const unknown of [randomUUID(), "none"]) {
      expect((await asked.refused(getSurvey, { params: { id: unknown } })).status).toBe(404);
      expect((await asked.refused(answerSurvey, { params: { id: unknown }, body: { answers: {} } })).status).toBe(404);
    }
  });

  it("takes no answer once staff have closed it", async () => {
    const [early, late] = [await teacher("ครูทัน เวลา"), await teacher("ครูช้า ไป")];
    const id = await openSurvey();
    await answersSurvey(early, id, sheetOf([5, 5, 5], "o1", ""));
    await stepsSurvey(staff, id, "close", "collecting");
    const refused = await late.refused(answerSurvey, { params: { id }, body: { answers: sheetOf([5, 5, 5], "o1", "") } });
    expect([refused.code, refused.status]).toEqual(["too_late", 409]);
    // Who had answered and did not hear of it is told so, not that it is too late.
    expect(await answersSurvey(early, id, sheetOf([5, 5, 5], "o1", ""))).toEqual({ is: "already" });
    expect(await late.ask(getSurvey, { params: { id } })).toMatchObject({ isOpen: false, mayAnswer: false });
    expect((await staff.ask(getRequest, { params: { id } })).survey).toEqual({ isOpen: false, answered: 1 });
  });
});

describe("what a questionnaire found", () => {
  it("stands in the report that goes on from it, and in monitoring", async () => {
    const id = await openSurvey({ anonymous: false });
    for (const [at, level] of ([5, 4, 3] as const).entries()) {
      await answersSurvey(await teacher(`ครูผล${at} ตัวอย่าง`), id, sheetOf([level, 4, 4], "o1", ""));
    }
    await stepsSurvey(staff, id, "close", "collecting");
    const { continuations } = await staff.ask(getRequest, { params: { id } });
    const monitoring = ["monitor_network", "monitor_info", "monitor_feedback"];
    expect(continuations.map(({ formId }) => formId)).toEqual(expect.arrayContaining([...monitoring, "evaluation_report"]));
    const report = await staff.ask(continueRequest, { params: { id }, body: { formId: "evaluation_report" } });
    expect(report.origin?.id).toBe(id);
    expect(report.answers).toMatchObject({
      respondents: 3,
      overallMean: 4,
      overallSd: 0.5,
      results: [
        { item: "เนื้อหาตรงกับงานที่ทำ", n: 3, mean: 4, sd: 1 },
        { item: "วิทยากรอธิบายเข้าใจง่าย", n: 3, mean: 4, sd: 0 },
        { item: "ระยะเวลาเหมาะสม", n: 3, mean: 4, sd: 0 },
      ],
    });
    for (const formId of monitoring) {
      const { answers } = await staff.ask(continueRequest, { params: { id }, body: { formId } });
      expect([formId, answers.indicators]).toEqual([formId, expect.arrayContaining([expect.objectContaining({ result: 4 })])]);
    }
  });

  it("stands in no report where an anonymous one had too few answers", async () => {
    const id = await openSurvey({ anonymous: true });
    await answersSurvey(await teacher("ครูคนเดียว ตัวอย่าง"), id, sheetOf([5, 4, 4], "o1", ""));
    await stepsSurvey(staff, id, "close", "collecting");
    expect(await staff.ask(getSurveyResults, { params: { id } })).toMatchObject({ answered: 1, hasEnded: true, results: null });
    const { answers } = await staff.ask(continueRequest, { params: { id }, body: { formId: "evaluation_report" } });
    expect(Object.keys(answers).sort()).toEqual(["sourceNumber", "title"]);
  });
});

describe("an assessment", () => {
  it("is under names, with marks out of the full ones", async () => {
    const by = await office.teacher("ครูประเมิน ตัวอย่าง");
    const id = await makesSurvey(staff, { until: inDays(20) }, assessment);
    await approvesSurvey(head, id);
    await answersSurvey(api(by), id, { "grid-q1": { q1: 4, q2: 5 }, q3: 7.5 });
    expect(await SurveyAnswerModel.findOne({ surveyId: id }).lean()).toMatchObject({
      person: { id: by.personId, name: "ครูประเมิน ตัวอย่าง" },
    });
    const { results, people } = await staff.ask(getSurveyResults, { params: { id } });
    expect(people).toMatchObject([{ name: "ครูประเมิน ตัวอย่าง", answers: [{ shown: "4" }, { shown: "5" }, { shown: "7.5" }] }]);
    expect(people[0]?.school).toMatch(/^โรงเรียน/);
    expect(results?.questions[2]).toMatchObject({ kind: "score", full: 10, mean: 7.5, sd: null, percent: 75 });
    const more = await teacher("ครูให้เกิน ตัวอย่าง");
    const over = await more.refused(answerSurvey, { params: { id }, body: { answers: { "grid-q1": { q1: 4, q2: 5 }, q3: 11 } } });
    expect(over.fields).toHaveProperty("q3");
  });
});

describe("an anonymous questionnaire", () => {
  it("keeps no answer where it could be told whose it is, and shows none before it has ended", async () => {
    const id = await openSurvey({ anonymous: true });
    const people = await Promise.all(["ก", "ข", "ค", "ง", "จ"].map((letter) => office.teacher(`ครู${letter} ไม่บอกชื่อ`)));
    // Words that MongoDB would take for a field stay words.
    const secrets = people.map((_, at) => `$ความลับ-${randomUUID()}-${at}`);
    for (const [at, person] of people.entries()) {
      await answersSurvey(api(person), id, sheetOf([5, 4, 3], "o1", secrets[at] ?? ""));
      expect(await answersSurvey(api(person), id, sheetOf([5, 4, 3], "o1", secrets[at] ?? ""))).toEqual({ is: "already" });
    }
    // Five are enough, but figures that are read before and after one answer tell what it was.
    const during = await staff.ask(getSurveyResults, { params: { id } });
    expect(during).toMatchObject({ answered: 5, hasEnded: false, results: null });
    await stepsSurvey(staff, id, "close", "collecting");
    const { answered, hasEnded, results, people: named } = await staff.ask(getSurveyResults, { params: { id } });
    expect([answered, hasEnded, results?.n, named]).toEqual([5, true, 5, []]);
    const open = results?.questions.find(({ kind }) => kind === "open");
    expect(open?.kind === "open" && [...open.texts].sort()).toEqual([...secrets].sort());

    const marks = people.flatMap(({ personId, userId }) => [personId, userId]).concat(people.map((_, at) => `ครู${"กขคงจ"[at]} ไม่บอกชื่อ`));
    const found: string[] = [];
    await flushAccessLog();
    for (const { name } of (await mongoose.connection.db?.listCollections().toArray()) ?? []) {
      for (const document of (await mongoose.connection.db?.collection(name).find().toArray()) ?? []) {
        const text = JSON.stringify(document);
        const isSecret = secrets.some((secret) => text.includes(secret));
        if (isSecret) found.push(name);
        expect(isSecret && marks.some((mark) => text.includes(mark)), `${name}: ${text}`).toBe(false);
        // Nor a time by which the answer would be found beside its person's.
        if (isSecret) expect(Object.keys(document).sort()).toEqual(["_id", "sheets", "surveyId"]);
      }
    }
    expect(new Set(found)).toEqual(new Set(["survey_sheets"]));
    const turnout = await mongoose.connection.db?.collection("survey_turnouts").findOne({ surveyId: id });
    expect(Object.keys(turnout ?? {}).sort()).toEqual(["_id", "personId", "surveyId"]);
    // What MongoDB gives an id by itself would tell when it was written.
    expect(typeof turnout?._id).toBe("string");
  });
});

describe("the last day of a survey", () => {
  it("is its last: the next morning it takes no answers, and closes by itself", async () => {
    const [last, late] = [await office.teacher("ครูวันสุดท้าย ตัวอย่าง"), await office.teacher("ครูวันรุ่งขึ้น ตัวอย่าง")];
    const id = await openSurvey({ until: inDays(1) });
    clock.goTo("23:30", 1);
    expect(await answersSurvey(api(last), id, sheetOf([4, 4, 4], "o3", ""))).toEqual({ is: "kept" });
    clock.goTo("00:30", 1);
    expect((await api(late).refused(answerSurvey, { params: { id }, body: { answers: sheetOf([1, 1, 1], "o1", "") } })).code).toBe(
      "too_late",
    );
    expect(await waiting(api(late))).not.toContain(id);
    await office.restarts();
    await expect.poll(async () => (await RequestModel.findById(id, { state: 1 }).lean())?.state).toBe("closed");
  });
});
