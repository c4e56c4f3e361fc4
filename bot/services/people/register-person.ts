import type { ClientSession } from "mongoose";
import { readOffice } from "#bot/services/office/office.ts";
import { recordAccess } from "#bot/services/record-access.ts";
import { Refused } from "#bot/services/refused.ts";
import { resolveSchool } from "#bot/services/requests/resolve-school.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import { LostRace } from "#bot/services/unique-race.ts";
import type { Registration } from "#models/conversations/effects.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { claimRequests } from "./claim-requests.ts";
import { findImported } from "./find-imported.ts";
import { personById, personByLineId } from "./find-person.ts";
import { comparableName, keptPhone } from "./person-names.ts";
import { actorOf } from "./person-view.ts";

/** A registration ready to be written: whom it makes, and the writes. */
export type PreparedRegistration = {
  actor: Actor;
  person: PersonDocument;
  write(session: ClientSession): Promise<{ firstTime: boolean; claimed: number }>;
};

/**
 * Registers the person of a LINE account, or changes what they said of themselves. Someone of the office's list who has no
 * LINE yet is linked rather than doubled; requests filed for their telephone number become theirs.
 * @throws Refused invalid_answers without a name or position; not_registered where there is no LINE account to register (a group that does not tell who speaks)
 */
export async function prepareRegistration(
  ctx: ServiceContext,
  input: { registration: Registration; noticeVersion: string },
  who: Who,
): Promise<PreparedRegistration> {
  refuseNameless(input.registration);
  const known = who.actor ? await personById(who.actor.personId) : who.lineUserId ? await personByLineId(who.lineUserId) : null;
  if (!known && !who.lineUserId) throw new Refused({ code: "not_registered" });
  const before = known ?? (await findImported(input.registration));
  const person = await changedPerson(ctx, before, input, who.lineUserId);
  if (person.lineUserId && who.chatId !== person.lineUserId) await ensureChat(person.lineUserId, ctx.clock.now());
  recordAccess(ctx, [{ personId: person._id, action: known ? "change-person" : "register", subject: `person:${person._id}` }]);
  const firstTime = !before?.acceptedNotice;
  const { calendar } = await readOffice(ctx);
  return {
    actor: actorOf(person, ctx.clock.now()),
    person,
    async write(session) {
      await writePerson(person, { isNew: before === null, links: before !== null && known === null }, session);
      return { firstTime, claimed: await claimRequests(ctx, person, calendar, session) };
    },
  };
}

/** Spaces and invisible characters are no name. */
function refuseNameless(registration: Registration): void {
  const problems = (["name", "position"] as const)
    .filter((field) => cleanText(registration[field]).length < 2 || registration[field].length > 120)
    .map((field) => ({ field, message: "ขอเป็นตัวอักษรอย่างน้อยสองตัวนะคะ" }));
  if (problems.length > 0) throw new Refused({ code: "invalid_answers", problems });
}

async function changedPerson(
  ctx: ServiceContext,
  before: PersonDocument | null,
  { registration, noticeVersion }: { registration: Registration; noticeVersion: string },
  lineUserId: string | null,
): Promise<PersonDocument> {
  const now = ctx.clock.now();
  const { zone: _zone, ...school } = await resolveSchool(registration.school);
  const name = cleanText(registration.name);
  const accepted = before?.acceptedNotice?.version === noticeVersion ? before.acceptedNotice : { version: noticeVersion, at: now };
  const line = before?.lineUserId ?? lineUserId;
  return {
    ...(before ?? { _id: ctx.newId(), grants: [], recentPlaces: [], awayUntil: null, createdAt: now }),
    name,
    position: cleanText(registration.position),
    school,
    phone: keptPhone(registration.phone) ?? (registration.phone === undefined ? (before?.phone ?? null) : null),
    ...(line ? { lineUserId: line } : {}),
    acceptedNotice: accepted,
    searchTokens: searchTokens([name, comparableName(name), school.name]),
    updatedAt: now,
  };
}

/** Only what a registration says: a role or an absence given in the meantime stays. */
async function writePerson(person: PersonDocument, how: { isNew: boolean; links: boolean }, session: ClientSession): Promise<void> {
  if (how.isNew) {
    await PersonModel.create([person], { session });
    return;
  }
  const { _id, name, position, school, phone, lineUserId, acceptedNotice, searchTokens: tokens, updatedAt } = person;
  const said = { name, position, school, phone, acceptedNotice, searchTokens: tokens, updatedAt, ...(lineUserId ? { lineUserId } : {}) };
  const unlinked = how.links ? { lineUserId: { $exists: false } } : {};
  const { matchedCount } = await PersonModel.updateOne({ _id, ...unlinked }, { $set: said }, { session });
  // It is done again, and finds somebody else there, or nobody.
  if (matchedCount === 0) throw new LostRace(`person ${_id} was linked to another LINE account a moment ago`);
}

/** The chat of a person who registered elsewhere, so that they can be told things there. A turn writes its own chat itself. */
async function ensureChat(lineUserId: string, now: Date): Promise<void> {
  await ChatModel.updateOne({ _id: lineUserId }, { $setOnInsert: { kind: "user", turn: 0, updatedAt: now } }, { upsert: true });
}
