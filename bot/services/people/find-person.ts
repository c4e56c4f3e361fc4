import type { ClientSession } from "mongoose";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";

/** The person of a LINE account, or null before registration. */
export function personByLineId(lineUserId: string, session?: ClientSession): Promise<PersonDocument | null> {
  return PersonModel.findOne({ lineUserId }, null, session ? { session } : {}).lean();
}

export function personById(id: string, session?: ClientSession): Promise<PersonDocument | null> {
  return PersonModel.findById(id, null, session ? { session } : {}).lean();
}

/** The one person with this telephone number (as shown: "081-234-5678"); null when there is none, or several. */
export async function onlyPersonWithPhone(phone: string | null): Promise<PersonDocument | null> {
  if (!phone) return null;
  const found = await PersonModel.find({ phone }).limit(2).lean();
  return found.length === 1 ? (found[0] ?? null) : null;
}
