import { randomUUID } from "node:crypto";
import type { MongoClient } from "mongodb";
import type { ChatDocument } from "#models/documents/chat.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { SchoolDocument } from "#models/documents/school.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";

/** Someone who is registered before the run begins. */
export type Seeded = { lineUserId: string; name: string; role: "teacher" | "technician" };

const schools = ["บ้านทุ่งตะวัน", "วัดสวนมะปราง", "บ้านหนองปลาเงิน", "อนุบาลริมธาร"].map((name, index) => ({
  _id: `9900000${index + 1}`,
  name: `โรงเรียน${name}`,
}));

/** The same server, this database: put between the hosts and the options of a connection string without one. */
export function databaseUri(serverUri: string, name: string): string {
  const [, hosts = "", options = ""] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(serverUri) ?? [];
  return `${hosts}/${name}${options}`;
}

/** Writes schools, people and their chats straight into the database; gives the people's ids in the order they came. */
export async function seedPeople(client: MongoClient, seeded: Seeded[]): Promise<PersonDocument[]> {
  const now = new Date();
  const people = seeded.map((one, index) => personOf(one, index, now));
  const db = client.db();
  await db
    .collection<SchoolDocument>("schools")
    .insertMany(
      schools.map((school) => ({ ...school, district: "เมือง", zone: "1", phone: null, searchTokens: searchTokens([school.name]) })),
    );
  await db.collection<PersonDocument>("people").insertMany(people);
  await db.collection<ChatDocument>("chats").insertMany(seeded.map(({ lineUserId }) => chatOf(lineUserId, now)));
  return people;
}

function personOf({ lineUserId, name, role }: Seeded, index: number, now: Date): PersonDocument {
  const school = schools[index % schools.length];
  const grant = { role: "staff" as const, scope: { kind: "group" as const, group: 1, zones: [] }, from: now, until: null, actingFor: null };
  return {
    _id: randomUUID(),
    name,
    position: role === "teacher" ? "ครู" : "นักวิชาการคอมพิวเตอร์",
    school: { code: school?._id ?? null, name: school?.name ?? "" },
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
