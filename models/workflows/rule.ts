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

/** The role whose decision is waited for; `unit` is its group, school or system, "" of the whole office. */
export type Decider = { role: Role; unit: string };

/** The decider that a rule means for a request; null where it means a person. */
export function deciderOf(rule: Rule, request: RequestRelation): Decider | null {
  if (rule.who !== "role") return null;
  const units = { office: "", group: String(request.group), school: request.schoolCode ?? "", system: request.system ?? "" };
  return { role: rule.role, unit: units[rule.of] };
}

/** Whether it is the actor who is waited for. */
export function isDecider(actor: Actor, { role, unit }: Decider): boolean {
  return actor.grants.some((grant) => grant.role === role && (grant.scope.kind === "office" || scopeUnit(grant.scope) === unit));
}

/** What a grant's scope is called as a decider's unit; "" of the office. */
export function scopeUnit(scope: Grant["scope"]): string {
  switch (scope.kind) {
    case "group":
      return String(scope.group);
    case "school":
      return scope.school;
    case "system":
      return scope.system;
    default:
      return "";
  }
}

/** Whether it is the actor's own: they asked for it, or filed it for somebody whom we do not know. */
export function isOwnRequest(actor: Pick<Actor, "personId">, request: Pick<RequestRelation, "requesterId" | "filedById">): boolean {
  return actor.personId === (request.requesterId ?? request.filedById);
}

/** Whether the actor is one of those the rule means, for this request. */
export function matchesRule(rule: Rule, actor: Actor, request: RequestRelation): boolean {
  switch (rule.who) {
    case "system":
      return actor.personId === "system";
    case "requester":
      return isOwnRequest(actor, request);
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
