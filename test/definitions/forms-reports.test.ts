import { describe, expect, it } from "vitest";
import { annualReportForm } from "#models/requests/annual-report/annual-report.form.ts";
import type { Form } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { evaluationReportForm } from "#models/requests/evaluation-report/evaluation-report.form.ts";
import { evaluationReport } from "#models/requests/evaluation-report/evaluation-report.request.ts";
import { ictDevRecordForm } from "#models/requests/ict-dev-record/ict-dev-record.form.ts";
import { monitorFeedbackForm } from "#models/requests/monitor-feedback/monitor-feedback.form.ts";
import { monitorInfoForm } from "#models/requests/monitor-info/monitor-info.form.ts";
import { monitorNetworkForm } from "#models/requests/monitor-network/monitor-network.form.ts";
import { monitorNetwork } from "#models/requests/monitor-network/monitor-network.request.ts";
import { operationSummaryForm } from "#models/requests/operation-summary/operation-summary.form.ts";
import { filedAnswers } from "#models/requests/parse-answers.ts";
import { studyRecordForm } from "#models/requests/study-record/study-record.form.ts";
import { type SurveyResults, surveyResults } from "#models/surveys/results.ts";
import { problemsOf } from "#test/support/broken-answers.ts";

const shownOf = (form: Form, field: string) => filedAnswers(form, form.examples[0] ?? {}).find((filed) => filed.field === field);

describe("the evaluation report", () => {
  const form = evaluationReportForm as Form;

  it("works the level of each mean out, in a column of its own", () => {
    const written = shownOf(form, "results")?.written;
    expect(written).toMatchObject({ is: "table", foot: null });
    const rows = written?.is === "table" ? written.rows : [];
    expect(rows.map((row) => row.slice(2))).toEqual([
      ["98", "4.12", "0.74", "มาก"],
      ["97", "3.46", "0.98", "ปานกลาง"],
      ["98", "4.67", "0.51", "มากที่สุด"],
    ]);
    expect(shownOf(form, "overallMean")?.shown).toBe("4.08 (ระดับมาก)");
  });

  it("takes no more answers than people, and an overall mean between those of its items", () => {
    expect(problemsOf(form, { population: 97 })).toEqual(["respondents"]);
    expect(problemsOf(form, { population: undefined })).toEqual([]);
    expect(problemsOf(form, { respondents: 97 })).toEqual(["results"]);
    expect(problemsOf(form, { overallMean: 3.4 })).toEqual(["overallMean"]);
    expect(problemsOf(form, { overallMean: 4.7 })).toEqual(["overallMean"]);
    expect(problemsOf(form, { overallMean: 3.46 })).toEqual([]);
  });
});

describe("the annual report", () => {
  const form = annualReportForm as Form;

  it("has a budget that adds up and is not overspent", () => {
    expect(problemsOf(form, { budgetGiven: 119_999.99 })).toEqual(["budget"]);
    expect(problemsOf(form, { budget: [{ item: "ทั้งหมด", given: 120_000, used: 120_000.01 }] })).toEqual(["budget"]);
    expect(
      problemsOf(form, { budgetGiven: 0.3, budget: ["ก", "ข", "ค"].map((item) => ({ item: item.repeat(2), given: 0.1, used: 0 })) }),
    ).toEqual([]);
    expect(problemsOf(form, { budgetGiven: 0, budget: undefined })).toEqual([]);
  });

  it("names its year without a comma and sums what is left", () => {
    expect(shownOf(form, "fiscalYear")?.shown).toBe("2570");
    expect(shownOf(form, "budget")?.written).toMatchObject({ foot: ["", "รวม", "120,000 บาท", "117,750.50 บาท", "2,249.50 บาท"] });
  });
});

describe("the operation's summary", () => {
  const form = operationSummaryForm as Form;

  it("says why more was spent than given, and asks for no money where none was used", () => {
    expect(problemsOf(form, { overspentBecause: undefined })).toEqual(["overspentBecause"]);
    expect(problemsOf(form, { budgetUsed: 15_000, overspentBecause: undefined })).toEqual([]);
    expect(problemsOf(form, { hasBudget: true }, 1)).toEqual(["budgetGiven", "budgetUsed"]);
  });

  it("works out how much of a target was reached", () => {
    const written = shownOf(form, "results")?.written;
    expect(written?.is === "table" && written.rows.map((row) => row.at(-1))).toEqual(["111.67", "90"]);
  });
});

describe("what stays behind its target", () => {
  it.each([
    ["operation_summary", operationSummaryForm as Form],
    ["monitor_network", monitorNetworkForm as Form],
    ["monitor_info", monitorInfoForm as Form],
    ["monitor_feedback", monitorFeedbackForm as Form],
  ])("says why, in %s", (_id, form) => {
    const key = "results" in form.fields ? "results" : "indicators";
    const reached = [{ indicator: "งานที่ทำ", target: 10, result: 10, unit: "งาน" }];
    expect(problemsOf(form, { problems: undefined })).toEqual(["problems"]);
    expect(problemsOf(form, { problems: undefined, [key]: reached })).toEqual([]);
  });

  it("asks indicators of those who monitor, not of those who only use a service", () => {
    const form = monitorFeedbackForm as Form;
    expect(problemsOf(form, { indicators: undefined, progress: undefined })).toEqual(["indicators", "progress"]);
    expect(problemsOf(form, { side: "user", indicators: undefined, progress: undefined })).toEqual([]);
  });
});

describe("records", () => {
  it("of a study name the people who were interviewed", () => {
    const form = studyRecordForm as Form;
    expect(problemsOf(form, { sources: [{ kind: "document", source: "คู่มือระบบ" }] })).toEqual(["sources"]);
    expect(problemsOf(form, { methods: ["data"], otherMethod: undefined, sources: [{ kind: "system", source: "DMC" }] })).toEqual([]);
  });

  it("of a development link to nothing, or to something and say how", () => {
    const form = ictDevRecordForm as Form;
    expect(problemsOf(form, { linked: ["office", "none"] })).toEqual(["linked"]);
    expect(problemsOf(form, { linkedHow: undefined })).toEqual(["linkedHow"]);
    expect(problemsOf(form, { linked: ["none"], linkedHow: undefined })).toEqual([]);
    expect(problemsOf(form, { remaining: undefined })).toEqual(["remaining"]);
    expect(problemsOf(form, { progress: 100, remaining: undefined })).toEqual([]);
  });
});

describe("what a survey found", () => {
  const questions = [
    { key: "q1", section: "", text: "ความเร็วของอินเทอร์เน็ต", kind: "rating" as const },
    { key: "q2", section: "", text: "ข้อเสนอแนะ", kind: "open" as const },
    { key: "q3", section: "", text: "ความครบถ้วนของข้อมูล", kind: "score" as const, full: 20 },
  ];
  const results = surveyResults(questions, [
    { q1: 4, q2: "ดี", q3: 18 },
    { q1: 5, q3: 15 },
  ]);
  const prefillOf = ({ continues }: RequestType, from: string, found: SurveyResults | null) =>
    continues.find((way) => way.from === from)?.prefill({ title: "ความพึงพอใจ" }, { number: "สถ-2570-000002", subject: "", results: found });

  it("fills the evaluation with its ratings, one by one and together", () => {
    expect(prefillOf(evaluationReport, "questionnaire", results)).toEqual({
      title: "ความพึงพอใจ",
      sourceNumber: "สถ-2570-000002",
      respondents: 2,
      results: [{ item: "ความเร็วของอินเทอร์เน็ต", n: 2, mean: 4.5, sd: 0.71 }],
      overallMean: 4.5,
      overallSd: 0.71,
    });
    expect(prefillOf(evaluationReport, "questionnaire", null)).toEqual({ title: "ความพึงพอใจ", sourceNumber: "สถ-2570-000002" });
  });

  it("becomes indicators of monitoring, whose targets people set", () => {
    expect(prefillOf(monitorNetwork, "assessment", results)).toEqual({
      indicators: [
        { indicator: "ความเร็วของอินเทอร์เน็ต", result: 4.5, unit: "คะแนนเต็ม 5" },
        { indicator: "ความครบถ้วนของข้อมูล", result: 16.5, unit: "คะแนนเต็ม 20" },
      ],
    });
  });
});
