import { randomUUID } from "node:crypto";
import type { MongoClient } from "mongodb";
import type { ChatDocument } from "#models/documents/chat.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { SchoolDocument } from "#models/documents/school.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";

/** Someone who is registered before the run begins. */
export type Seeded = { lineUserId: string; name: string; role: "teacher" | "technician"; zone: number };

/** The same server, this database: put between the hosts and the options of a connection string without one. */
export function databaseUri(serverUri: string, name: string): string {
  const [, hosts = "", options = ""] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(serverUri) ?? [];
  return `${hosts}/${name}${options}`;
}

/** Writes schools, people and their chats straight into the database; gives the people's ids in the order they came. */
export async function seedPeople(client: MongoClient, seeded: Seeded[]): Promise<PersonDocument[]> {
  const now = new Date();
  const people = seeded.map((one) => personOf(one, now));
  const db = client.db();
  const zones = [...new Set(seeded.map(({ zone }) => zone))];
  await db.collection<SchoolDocument>("schools").insertMany(zones.map(schoolOf));
  await db.collection<PersonDocument>("people").insertMany(people);
  await db.collection<ChatDocument>("chats").insertMany(seeded.map(({ lineUserId }) => chatOf(lineUserId, now)));
  return people;
}

/** A zone has one school. */
function schoolOf(zone: number): SchoolDocument {
  const name = `โรงเรียนบ้านสมมุติ ${zone + 1}`;
  return { _id: String(99_000_000 + zone), name, district: "เมือง", zone: String(zone), phone: null, searchTokens: searchTokens([name]) };
}

function personOf({ lineUserId, name, role, zone }: Seeded, now: Date): PersonDocument {
  const school = schoolOf(zone);
  const grant = {
    role: "staff" as const,
    scope: { kind: "group" as const, group: 1, zones: [String(zone)] },
    from: now,
    until: null,
    actingFor: null,
  };
  return {
    _id: randomUUID(),
    name,
    position: role === "teacher" ? "ครู" : "นักวิชาการคอมพิวเตอร์",
    school: { code: school._id, name: school.name },
    phone: null,
    lineUserId,
    grants: role === "teacher" ? [] : [grant],
    acceptedNotice: { version: privacyNotice.version, at: now },
    recentPlaces: [],
    awayUntil: null,
    searchTokens: searchTokens([name]),
    createdAt: now,
    updatedAt: now,
  };
}

function chatOf(lineUserId: string, now: Date): ChatDocument {
  return {
    _id: lineUserId,
    kind: "user",
    turn: 0,
    mark: null,
    session: null,
    handled: [],
    reply: null,
    head: [],
    said: [],
    following: true,
    menu: null,
    updatedAt: now,
  } as unknown as ChatDocument;
}
