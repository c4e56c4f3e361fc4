import { randomUUID } from "node:crypto";
import type { MongoClient } from "mongodb";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { seedPeople } from "#scripts/crash/seed-people.ts";
import { lineUserId } from "./wire.ts";

/** So many people greet, and their turns must not meet: at full rate each is heard once in two seconds. */
export const greeters = 6_000;
/** So many report; they come after the greeters. */
export const reporters = 400;

const schools = 200;
// An office's day: some have a repair under way, a few are asked whether it works now.
const oneInHasOpen = 10;
const oneInIsAsked = 50;

/** Fills an empty database with registered teachers, some of them with a request. */
export async function seedBench(client: MongoClient): Promise<void> {
  const people = await seedPeople(
    client,
    Array.from({ length: greeters + reporters }, (_, index) => ({
      lineUserId: lineUserId(index),
      name: `ครูทดสอบ ลำดับที่${index}`,
      role: "teacher" as const,
      zone: index % schools,
    })),
  );
  const withRequest = people.slice(0, greeters).filter((_, index) => index % oneInHasOpen === 0);
  await client.db().collection<RequestDocument>("requests").insertMany(withRequest.map(requestOf));
}

/** An open repair of that person. */
export function requestOf(person: PersonDocument, index: number): RequestDocument {
  const now = new Date();
  const isAsked = index % (oneInIsAsked / oneInHasOpen) === 0;
  const school = { code: person.school.code ?? null, name: person.school.name, zone: "1" };
  const tail = 900_000 + index;
  const answers = { device: "เครื่องพิมพ์", symptom: "กระดาษติด", place: "ห้องธุรการ", category: "printer", urgency: "normal" };
  return {
    _id: randomUUID(),
    draftId: randomUUID(),
    formId: "repair",
    formVersion: 1,
    workflowVersion: 1,
    number: `ซ-2570-${tail}`,
    code: "REP",
    year: 2570,
    tail,
    answers: { ...answers, school: { code: school.code, name: school.name } },
    filed: [{ field: "symptom", label: "อาการ", shown: "กระดาษติด" }],
    subject: "เครื่องพิมพ์ กระดาษติด",
    category: "printer",
    urgency: "normal",
    process: 2,
    group: 1,
    school,
    requester: { id: person._id, name: person.name, phone: null },
    filedById: person._id,
    assignee: null,
    state: isAsked ? "done" : "accepted",
    previousState: "submitted",
    stateSince: now,
    isOpen: true,
    revision: 1,
    answersRevision: 1,
    followUps: [],
    awaits: isAsked ? person._id : null,
    awaitsWords: null,
    shownAt: isAsked ? now : null,
    startBy: now,
    finishBy: new Date(now.getTime() + 3 * 86_400_000),
    nextDueAt: null,
    nextDue: null,
    searchTokens: [],
    createdAt: now,
    updatedAt: now,
  };
}
