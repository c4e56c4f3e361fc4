import type { ClientSession } from "mongoose";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import type { Grant, Role } from "#models/workflows/roles.ts";
import { grantsAt } from "#models/workflows/roles.ts";
import { matchesRule, type RequestRelation, type Rule } from "#models/workflows/rule.ts";
import { actorOf, grantsOf } from "./person-view.ts";

/** Everybody who holds one of these roles now or held it: few, and few enough to be filtered here. */
export function holdersOf(roles: Role[], session?: ClientSession): Promise<PersonDocument[]> {
  return PersonModel.find({ "grants.role": { $in: roles } }, null, session ? { session } : {}).lean();
}

/**
 * The people a rule means for a request, picked from `holders` of its role. Staff of a zone come before the rest of the group:
 * the whole group is meant only when nobody has the school's zone. People who are away are left out while others remain.
 * Requester and assignee are one person whom the caller knows: [] here.
 */
export function peopleWho(rule: Rule, request: RequestRelation, holders: PersonDocument[], now: Date): PersonDocument[] {
  if (rule.who !== "role") return [];
  const meant = holders.filter((person) => matchesRule(rule, actorOf(person, now), request));
  const ofZone = rule.of === "group" ? meant.filter((person) => hasZone(person, rule.role, request, now)) : meant;
  const nearest = ofZone.length > 0 ? ofZone : meant;
  for (const circle of [nearest, meant]) {
    const present = circle.filter((person) => !isAway(person, now));
    if (present.length > 0) return present;
  }
  return nearest;
}

/** Whether the person said they are away at that moment. */
export function isAway(person: Pick<PersonDocument, "awayUntil">, now: Date): boolean {
  return person.awayUntil !== null && person.awayUntil !== undefined && person.awayUntil > now;
}

function hasZone(person: PersonDocument, role: Role, request: RequestRelation, now: Date): boolean {
  return grantsAt(grantsOf(person), now).some((grant) => grant.role === role && coversZone(grant, request));
}

function coversZone({ scope }: Grant, request: RequestRelation): boolean {
  if (scope.kind === "office") return true;
  if (scope.kind !== "group" || scope.group !== request.group) return false;
  return scope.zones.length === 0 || (request.zone !== null && scope.zones.includes(request.zone));
}
