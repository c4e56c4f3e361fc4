import type { Registration } from "#models/conversations/effects.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { queryTokens } from "#models/fields/thai/search-tokens.ts";
import { comparableName, keptPhone } from "./person-names.ts";
import { isSameName, isSameSchool } from "./same-person.ts";

/**
 * The person of the office's list who is registering now: no LINE yet, and two of telephone, name and school
 * the same. One alone is no proof: anybody can type a number, and names recur.
 * Null unless exactly one fits. Whoever holds a role above teacher is never found so: a role comes by invitation.
 */
export async function findImported(registration: Registration): Promise<PersonDocument | null> {
  const phone = keptPhone(registration.phone);
  const name = comparableName(registration.name);
  const tokens = queryTokens(name);
  const either = [...(phone ? [{ phone }] : []), ...(tokens.length > 0 ? [{ searchTokens: { $all: tokens } }] : [])];
  if (either.length === 0) return null;
  const near = await PersonModel.find({ $or: either }).limit(50).lean();
  const fits = near.filter(
    (person) => !person.lineUserId && person.grants.every(({ role }) => role === "teacher") && knownBy(person, registration, phone) >= 2,
  );
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

function knownBy(person: PersonDocument, { name, school }: Registration, phone: string | null): number {
  return [phone !== null && person.phone === phone, isSameName(person.name, name), isSameSchool(person.school, school)].filter(Boolean)
    .length;
}
