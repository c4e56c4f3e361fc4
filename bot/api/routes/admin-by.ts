import type { Request } from "express";
import type { By } from "#bot/services/admin/people-admin.ts";
import type { Caller } from "#bot/services/people/read-caller.ts";

/** Who changes something, and from where: for the audit trail. */
export function byOf(caller: Pick<Caller, "actor">, request: Pick<Request, "ip">): By {
  return { actor: caller.actor, ip: request.ip ?? null };
}
