import type { Collection } from "mongoose";
import { comparableName } from "#bot/services/people/person-names.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { CounterModel } from "#models/documents/counter.document.ts";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import { type PersonDocument, PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { SettingModel } from "#models/documents/setting.document.ts";
import { SurveyAnswerModel } from "#models/documents/survey-answer.document.ts";
import { SurveySheetsModel } from "#models/documents/survey-sheets.document.ts";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { seedAsked } from "./asked/seed-asked.ts";
import { seedShowcase } from "./asked/showcase.ts";
import { documentsOf } from "./documents.ts";
import { seedHistory } from "./history.ts";
import { seedLiveJobs } from "./live-jobs.ts";
import { officeName, type SeedPerson } from "./people.ts";
import { seedSurveys } from "./surveys.ts";
import { createWorld, type World } from "./world.ts";

/** How much was planted. */
export type Planted = { schools: number; people: number; requests: number; entries: number };

/** Whether the sample data stands: people come last, so that a planting cut short is not taken for a whole one. */
export async function isPlanted(): Promise<boolean> {
  return (await PersonModel.estimatedDocumentCount()) > 0;
}

/** Fills an empty database with schools, people and a year of the office's work; the same seed and time give the same documents. */
export async function plantSamples({ seed = 2570, now }: { seed?: number; now: Date }): Promise<Planted> {
  const world = createWorld(seed, now);
  const repairs = seedHistory(world);
  const lives = [...repairs, ...seedAsked(world, repairs), ...seedLiveJobs(world), ...seedShowcase(world)];
  const { filed, counters } = documentsOf(world, lives);
  const surveys = seedSurveys(
    world,
    filed.map(({ request }) => request),
  );
  const timeline = filed.flatMap((one) => one.timeline);
  await insert(SettingModel, [{ _id: "office", value: { name: officeName, phone: "038-000-000" }, updatedAt: now }]);
  await insert(
    HolidayModel,
    world.holidays.map(({ date, name }) => ({ _id: date, name })),
  );
  await insert(
    SchoolModel,
    world.schools.map(({ code, ...school }) => ({ _id: code, ...school, searchTokens: searchTokens([school.name]) })),
  );
  await insert(
    RequestModel,
    filed.map(({ request }) => request),
  );
  await insert(TimelineEntryModel, timeline);
  await insert(SurveyTurnoutModel, surveys.turnouts);
  await insert(SurveySheetsModel, surveys.bags);
  await insert(SurveyAnswerModel, surveys.named);
  await insert(
    CounterModel,
    [...counters].map(([_id, value]) => ({ _id, value })),
  );
  const friends = world.people.flatMap(({ lineUserId }) => (lineUserId ? [lineUserId] : []));
  await insert(
    ChatModel,
    friends.map((_id) => new ChatModel({ _id, kind: "user", updatedAt: now }).toObject()),
  );
  await insert(
    PersonModel,
    world.people.map((person) => personDocument(world, person)),
  );
  return { schools: world.schools.length, people: world.people.length, requests: filed.length, entries: timeline.length };
}

function personDocument(world: World, person: SeedPerson): PersonDocument {
  const { id, grants, lineUserId, ...said } = person;
  return {
    ...said,
    _id: id,
    ...(lineUserId ? { lineUserId } : {}),
    grants: grants.map((grant) => ({ ...grant, from: world.begins, until: null, actingFor: null })),
    acceptedNotice: lineUserId ? { version: privacyNotice.version, at: world.begins } : null,
    recentPlaces: [],
    awayUntil: null,
    searchTokens: searchTokens([person.name, comparableName(person.name), person.school.name]),
    createdAt: world.begins,
    updatedAt: world.begins,
  };
}

/** Past mongoose's casting, which takes longer than the insert; a test holds the documents to the schemas. */
async function insert({ collection }: { collection: Collection }, documents: object[]): Promise<void> {
  for (let from = 0; from < documents.length; from += 2_000) {
    await collection.insertMany(documents.slice(from, from + 2_000), { ordered: false });
  }
}
