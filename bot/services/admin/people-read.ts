import { createHash } from "node:crypto";
import type { ClientSession } from "mongoose";
import { conflict } from "#bot/platform/errors.ts";
import { personById } from "#bot/services/people/find-person.ts";
import { grantsOf } from "#bot/services/people/person-view.ts";
import { isFriend } from "#bot/services/people/read-caller.ts";
import { scopeWords } from "#bot/services/people/scope-words.ts";
import { recordAccess } from "#bot/services/record-access.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { apiErrors } from "#models/contracts/errors.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { type Grant, grantsAt } from "#models/workflows/roles.ts";
import { adminOf, type By } from "./people-admin.ts";

export type GrantSeen = Grant & { key: string; scopeLabel: string; state: "now" | "later" | "ended" };
export type PersonSeen = {
  person: PersonDocument;
  grants: GrantSeen[];
  isFriend: boolean | null;
  openRequests: number;
  openJobs: number;
};

/**
 * What is known of a person, as an admin sees it. The look is noted.
 * @throws Refused not_registered, not_allowed, not_found
 */
export async function readPerson(ctx: ServiceContext, id: string, by: By): Promise<PersonSeen> {
  const { actor, ip } = adminOf(by);
  const person = await personById(id);
  if (!person) throw new Refused({ code: "not_found" });
  recordAccess(ctx, [{ personId: actor.personId, action: "see-person", subject: `person:${id}`, ip }]);
  const [grants, friend, openRequests, openJobs] = await Promise.all([
    seenGrants(person, ctx.clock.now()),
    person.lineUserId ? isFriend(person.lineUserId) : null,
    RequestModel.countDocuments({ "requester.id": id, isOpen: true }),
    RequestModel.countDocuments({ "assignee.id": id, isOpen: true }),
  ]);
  return { person, grants, isFriend: friend, openRequests, openJobs };
}

/** Stands for what was read of a person. */
export const personVersion = ({ updatedAt }: Pick<PersonDocument, "updatedAt">): string => updatedAt.toISOString();

/**
 * The person as the caller read them.
 * @throws Refused not_found; AppError changed_meanwhile with how they are now
 */
export async function readUnchanged(id: string, version: string, session: ClientSession): Promise<PersonDocument> {
  const person = await personById(id, session);
  if (!person) throw new Refused({ code: "not_found" });
  if (personVersion(person) !== version) {
    const { name, position, school } = person;
    const newer = { name, position, school: school.name, version: personVersion(person) };
    throw conflict("changed_meanwhile", apiErrors.changed_meanwhile.message, newer);
  }
  return person;
}

/** Names one grant of a person: grants have no id of their own. */
export function grantKey({ role, scope, from, actingFor }: Grant): string {
  return createHash("sha256")
    .update(JSON.stringify([role, scope, from.toISOString(), actingFor]))
    .digest("base64url")
    .slice(0, 16);
}

async function seenGrants(person: PersonDocument, now: Date): Promise<GrantSeen[]> {
  const grants = grantsOf(person);
  const codes = grants.flatMap(({ scope }) => (scope.kind === "school" ? [scope.school] : []));
  const schools = codes.length > 0 ? await SchoolModel.find({ _id: { $in: codes } }, { name: 1 }).lean() : [];
  const names = new Map(schools.map(({ _id, name }) => [_id, name]));
  const holding = new Set(grantsAt(grants, now));
  const order = { now: 0, later: 1, ended: 2 };
  return grants
    .map((grant) => ({
      ...grant,
      key: grantKey(grant),
      scopeLabel: scopeWords(grant.scope, grant.scope.kind === "school" ? names.get(grant.scope.school) : undefined),
      state: holding.has(grant) ? ("now" as const) : hasEnded(grant, now) ? ("ended" as const) : ("later" as const),
    }))
    .sort((a, b) => order[a.state] - order[b.state]);
}

export function hasEnded({ until }: Pick<Grant, "until">, now: Date): boolean {
  return until !== null && until <= now;
}
