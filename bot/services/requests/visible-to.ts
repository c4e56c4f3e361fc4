import type { QueryFilter } from "mongoose";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";

/** The requests that the actor may see, as a filter: `can(…, "see", …)` of models/workflows said for MongoDB. Tests hold the two equal. */
export function visibleTo(actor: Actor): QueryFilter<RequestDocument> {
  if (isStaff(actor) || actor.grants.some(({ role }) => role === "director")) return {};
  const schools = actor.grants.flatMap(({ role, scope }) => (role === "school-director" && scope.kind === "school" ? [scope.school] : []));
  const owned = actor.grants.filter(({ role }) => role === "data-owner").map(({ scope }) => scope);
  const systems = owned.flatMap((scope) => (scope.kind === "system" ? [scope.system] : []));
  const ownsAll = owned.some(({ kind }) => kind === "office");
  return {
    $or: [
      { "requester.id": actor.personId },
      { filedById: actor.personId },
      { "assignee.id": actor.personId },
      ...(ownsAll ? [{ system: { $gt: "" } }] : systems.length > 0 ? [{ system: { $in: systems } }] : []),
      ...(schools.length > 0 ? [{ "school.code": { $in: schools } }] : []),
    ],
  };
}
