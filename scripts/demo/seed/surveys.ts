import { isFor, surveyOf } from "#bot/services/surveys/open-survey.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { sheetBags } from "#models/documents/survey-sheets.document.ts";
import type { Question, SurveyAnswers } from "#models/surveys/question.ts";
import type { Random } from "./random.ts";
import { actorFor, type World } from "./world.ts";

export type SurveySeeds = {
  turnouts: { _id: string; surveyId: string; personId: string }[];
  bags: { _id: string; surveyId: string; sheets: SurveyAnswers[] }[];
  named: object[];
};

const most = 45;
const least = 24;
const opinions = ["อยากให้มีคู่มือสั้น ๆ แจกด้วย", "จัดช่วงปิดเทอมจะสะดวกกว่า", "วิทยากรใจดี ตอบทุกคำถาม", "ขอเวลาลงมือทำมากขึ้น", "อยากให้อบรมเรื่องทำคลิปสอน"];

/** Answers to every survey that people were asked, by people who are no phones of the demo: those find it open. */
export function seedSurveys(world: World, requests: RequestDocument[]): SurveySeeds {
  const seeds: SurveySeeds = { turnouts: [], bags: [], named: [] };
  for (const request of requests) {
    const held = surveyOf({ catalogue: world.catalogue, clock: { now: () => world.now } }, request);
    if (!held?.hasBegun) continue;
    const { survey } = held;
    const surveyId = request._id;
    const asked = world.people.filter((person) => !person.lineUserId && isFor(survey.audience, actorFor(world, person)));
    const start = world.random.between(0, Math.max(0, asked.length - most));
    const people = asked.slice(start, start + world.random.between(least, most));
    const bags = Array.from({ length: sheetBags }, (_, bag) => ({ _id: `${surveyId}:${bag}`, surveyId, sheets: [] as SurveyAnswers[] }));
    for (const { id, name, school } of people) {
      const answers = sheetOf(world.random, survey.questions);
      const _id = `${surveyId}:${id}`;
      seeds.turnouts.push({ _id, surveyId, personId: id });
      if (survey.isAnonymous) world.random.pick(bags).sheets.push(answers);
      else seeds.named.push({ _id, surveyId, person: { id, name, school: school.code ?? "" }, answers, at: request.stateSince });
    }
    if (survey.isAnonymous) seeds.bags.push(...bags);
  }
  return seeds;
}

function sheetOf(random: Random, questions: Question[]): SurveyAnswers {
  const answered = questions.filter(({ kind }) => kind !== "open" || random.chance(0.3));
  return Object.fromEntries(answered.map((question) => [question.key, answerTo(random, question)]));
}

function answerTo(random: Random, question: Question): number | string {
  switch (question.kind) {
    case "rating":
      return random.pick([5, 5, 5, 4, 4, 4, 4, 3, 3, 2]);
    case "score":
      return Math.round(question.full * (0.5 + random.next() / 2));
    case "choice":
      return random.pick(question.options);
    case "open":
      return random.pick(opinions);
  }
}
