import type { QueryFilter } from "mongoose";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";

/** The requests that the actor may see, as a filter: `can(…, "see", …)` of models/workflows said for MongoDB. Tests hold the two equal. */
export function visibleTo(actor: Actor): QueryFilter<RequestDocument> {
  if (isStaff(actor) || actor.grants.some(({ role }) => role === "director")) return {};
  const schools = actor.grants.flatMap(({ role, scope }) => (role === "school-director" && scope.kind === "school" ? [scope.school] : []));
  return {
    $or: [
      { "requester.id": actor.personId },
      { filedById: actor.personId },
      { "assignee.id": actor.personId },
      ...(schools.length > 0 ? [{ "school.code": { $in: schools } }] : []),
    ],
  };
}
