import type { QueryFilter } from "mongoose";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { scopeUnit } from "#models/workflows/rule.ts";

/**
 * What waits for a decision of the actor's: `isDecider` of models/workflows as a filter, without their own requests. Null where
 * they hold no role, so that nobody else pays for the question.
 */
export function toDecide(actor: Actor): QueryFilter<RequestDocument> | null {
  if (actor.grants.length === 0) return null;
  const deciders = actor.grants.map(({ role, scope }) => ({
    "decider.role": role,
    ...(scope.kind === "office" ? {} : { "decider.unit": scopeUnit(scope) }),
  }));
  return { $or: deciders, "requester.id": { $ne: actor.personId } };
}
