import type { Actor, Grant, Role } from "./roles.ts";

/** What a rule asks of a request. */
export type RequestRelation = {
  requesterId: string | null;
  filedById: string;
  assigneeId: string | null;
  group: number;
  zone: string | null;
  schoolCode: string | null;
  /** the system that access is asked to, where it is about one */
  system: string | null;
};

/** Who may do something or is told of it, in relation to the request. */
export type Rule =
  | { who: "requester" }
  | { who: "assignee" }
  | { who: "system" }
  | { who: "role"; role: Role; of: "office" | "group" | "school" | "system" };

export const requester: Rule = { who: "requester" };
export const assignee: Rule = { who: "assignee" };
export const system: Rule = { who: "system" };
export const groupStaff: Rule = { who: "role", role: "staff", of: "group" };
export const groupHead: Rule = { who: "role", role: "group-head", of: "group" };
export const centreHead: Rule = { who: "role", role: "centre-head", of: "office" };
export const schoolDirector: Rule = { who: "role", role: "school-director", of: "school" };
export const dataOwner: Rule = { who: "role", role: "data-owner", of: "system" };
export const director: Rule = { who: "role", role: "director", of: "office" };

/** Whether the actor is one of those the rule means, for this request. */
export function matchesRule(rule: Rule, actor: Actor, request: RequestRelation): boolean {
  switch (rule.who) {
    case "system":
      return actor.personId === "system";
    case "requester":
      return actor.personId === request.requesterId || (request.requesterId === null && actor.personId === request.filedById);
    case "assignee":
      return request.assigneeId !== null && actor.personId === request.assigneeId;
    case "role":
      return actor.grants.some((grant) => grant.role === rule.role && covers(grant, rule.of, request));
  }
}

function covers(grant: Grant, of: "office" | "group" | "school" | "system", request: RequestRelation): boolean {
  if (grant.scope.kind === "office") return true;
  if (of === "group") return grant.scope.kind === "group" && grant.scope.group === request.group;
  if (of === "school") return grant.scope.kind === "school" && grant.scope.school === request.schoolCode;
  if (of === "system") return grant.scope.kind === "system" && grant.scope.system === request.system;
  return false;
}
