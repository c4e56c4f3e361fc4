import type { ClientSession } from "mongoose";
import { conflict } from "#bot/platform/errors.ts";
import { actorOf, grantsOf } from "#bot/services/people/person-view.ts";
import { grantWords } from "#bot/services/people/scope-words.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { apiErrors } from "#models/contracts/errors.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import type { Grant } from "#models/workflows/roles.ts";
import { adminOf, type By } from "./people-admin.ts";
import { type ReadPerson, subjectOf } from "./people-change.ts";
import { grantKey, hasEnded, readUnchanged } from "./people-read.ts";
import { takingTurns } from "./people-turn.ts";
import { recordChange } from "./record-change.ts";

/**
 * Ends a role of a person now; it stays in their history.
 * @throws Refused not_allowed, not_found; AppError changed_meanwhile; last_admin when nobody else could administer any more
 */
export async function endGrant(ctx: ServiceContext, { id, version, key }: ReadPerson & { key: string }, by: By): Promise<void> {
  const { actor, ip } = adminOf(by);
  const now = ctx.clock.now();
  await takingTurns(async (session) => {
    const person = await readUnchanged(id, version, session);
    const grants = grantsOf(person);
    const at = grants.findIndex((grant) => grantKey(grant) === key && !hasEnded(grant, now));
    const grant = grants[at];
    if (!grant) throw new Refused({ code: "not_found" });
    if (grant.role === "admin") await requireAnotherAdmin(person, now, session);
    await PersonModel.updateOne({ _id: id }, { $set: { [`grants.${at}.until`]: now, updatedAt: now } }, { session });
    const changes = [{ label: "สิทธิ์", from: grantWords(grant), to: "" }];
    await recordChange(ctx, actor, { action: "end-grant", ...subjectOf(person), changes, ip }, session);
  });
}

/**
 * Makes sure that somebody else can still administer the office: holds the role now, without an end, and has a LINE to come in by.
 * Whoever is no admin may go.
 * @throws AppError last_admin
 */
export async function requireAnotherAdmin(person: PersonDocument, now: Date, session: ClientSession): Promise<void> {
  if (adminGrants(person, now).length === 0) return;
  const holders: PersonDocument[] = await PersonModel.find({ "grants.role": "admin" }, null, { session }).lean();
  const lasting = (one: PersonDocument) => adminGrants(one, now).some(({ until }) => until === null);
  const others = holders.filter((one) => one._id !== person._id && one.lineUserId && lasting(one));
  if (others.length === 0) throw conflict("last_admin", apiErrors.last_admin.message);
}

function adminGrants(person: PersonDocument, now: Date): Grant[] {
  return actorOf(person, now).grants.filter(({ role }) => role === "admin");
}
