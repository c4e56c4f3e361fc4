import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { levelOf } from "#models/surveys/levels.ts";
import type { Question } from "#models/surveys/question.ts";
import { surveyResults } from "#models/surveys/results.ts";
import { surveyAnswers, surveyForm } from "#models/surveys/survey-form.ts";

const about = { section: "", text: "ข้อคำถาม" };
const rating = (key: string, section = ""): Question => ({ ...about, section, key, kind: "rating" });

describe("Results of a survey", () => {
  it("are those of the textbook, for any ratings", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 300 }), (ratings) => {
        const [result] = surveyResults(
          [rating("q1")],
          ratings.map((q1) => ({ q1 })),
        ).questions;
        if (result?.kind !== "rating") throw new Error("not a rating");
        // Worked out another way: the mean by counts, the deviation by the sum of squares.
        const n = ratings.length;
        const sum = [1, 2, 3, 4, 5].reduce((all, level) => all + level * ratings.filter((r) => r === level).length, 0);
        const squares = ratings.reduce((all, r) => all + r * r, 0);
        expect(result.n).toBe(n);
        expect(result.mean).toBeCloseTo(sum / n, 1);
        expect(Math.abs(result.mean - sum / n)).toBeLessThanOrEqual(0.005 + 1e-9);
        if (n < 2) expect(result.sd).toBeNull();
        else
          expect(Math.abs((result.sd ?? Number.NaN) - Math.sqrt(Math.max(0, (squares - (sum * sum) / n) / (n - 1))))).toBeLessThanOrEqual(
            0.0051,
          );
        expect(result.counts.reduce((all, count) => all + count.n, 0)).toBe(n);
      }),
    );
  });

  it("say the level by the usual five ranges, at their very edges", () => {
    const edges = {
      5: "มากที่สุด",
      4.51: "มากที่สุด",
      4.5: "มาก",
      3.51: "มาก",
      3.5: "ปานกลาง",
      2.51: "ปานกลาง",
      2.5: "น้อย",
      1.51: "น้อย",
      1.5: "น้อยที่สุด",
      1: "น้อยที่สุด",
    };
    for (const [mean, level] of Object.entries(edges)) expect([mean, levelOf(Number(mean))]).toEqual([mean, level]);
    // 4.505 is printed as 4.51, and the word must fit what is printed.
    expect(levelOf(4.506)).toBe("มากที่สุด");
  });

  it("count nothing where nobody answered", () => {
    const { n, overall, questions } = surveyResults([rating("q1"), { ...about, key: "q2", kind: "open" }], []);
    expect({ n, overall }).toEqual({ n: 0, overall: null });
    expect(questions.map((question) => question.n)).toEqual([0, 0]);
  });
});

describe("A survey's form", () => {
  const questions: Question[] = [
    rating("q1", "ตอนที่ 1"),
    rating("q2", "ตอนที่ 1"),
    { key: "q3", section: "ตอนที่ 1", text: "ใช้เครื่องใดบ่อยที่สุด", kind: "choice", options: ["คอมพิวเตอร์", "แท็บเล็ต"] },
    rating("q4", "ตอนที่ 2"),
    { key: "q5", section: "ตอนที่ 2", text: "คะแนนการทดสอบ", kind: "score", full: 20 },
    { key: "q6", section: "ตอนที่ 2", text: "ข้อเสนอแนะ", kind: "open" },
  ];
  const form = surveyForm({ id: "1", title: "แบบสอบถามตัวอย่าง", questions });

  it("asks ratings that follow each other as one grid, and gives every answer back under its question", () => {
    const given = { "grid-q1": { q1: 5, q2: 4 }, q3: "o2", "grid-q4": { q4: 3 }, q5: 17, q6: "อยากให้อบรมบ่อย ๆ" };
    expect(parseAnswers(form, given)).toEqual({ ok: true, answers: given });
    expect(surveyAnswers(questions, given)).toEqual({ q1: 5, q2: 4, q3: "แท็บเล็ต", q4: 3, q5: 17, q6: "อยากให้อบรมบ่อย ๆ" });
  });

  it("takes no level beyond five, no marks beyond the full ones, and no half filled grid", () => {
    for (const wrong of [{ "grid-q1": { q1: 6, q2: 4 } }, { "grid-q1": { q1: 5 } }, { q5: 21 }]) {
      const parsed = parseAnswers(form, { "grid-q1": { q1: 5, q2: 4 }, q3: "o1", "grid-q4": { q4: 3 }, q5: 17, ...wrong });
      expect(parsed.ok).toBe(false);
    }
  });
});
