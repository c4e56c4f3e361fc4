import { createHash } from "node:crypto";
import type { ClientSession, Model } from "mongoose";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import type { ImportKind } from "./import-kinds.ts";

type Read = { collection: Pick<Model<unknown>["collection"], "find">; fields: Record<string, 1> };

const schools: Read = { collection: SchoolModel.collection, fields: { name: 1, district: 1, zone: 1, phone: 1 } };
const people: Read = { collection: PersonModel.collection, fields: { name: 1, position: 1, school: 1, phone: 1, grants: 1 } };
const holidays: Read = { collection: HolidayModel.collection, fields: { name: 1 } };

/** All that a plan of a kind is made from, besides the file; what people do of themselves (LINE, places, away) is none of it. */
const madeFrom: Record<ImportKind, Read[]> = { schools: [schools], people: [schools, people], holidays: [holidays] };

/**
 * Stands for the directory as the plan of an import reads it: the same again as long as nothing of that has changed. The bytes
 * are hashed as they come, since a transaction asks while others wait for it.
 */
export async function directoryState(kind: ImportKind, session?: ClientSession): Promise<string> {
  const hash = createHash("sha256");
  for (const { collection, fields } of madeFrom[kind]) {
    const found = collection.find({}, { projection: fields, sort: { _id: 1 }, batchSize: 5_000, raw: true, ...(session && { session }) });
    for await (const bytes of found) hash.update(bytes as unknown as Uint8Array);
    hash.update("|");
  }
  return hash.digest("base64url");
}
