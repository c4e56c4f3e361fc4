import { Refused, requireActor } from "#bot/services/refused.ts";
import type { Actor } from "#models/workflows/roles.ts";

/**
 * Gives the actor back, who may change the office's settings, people and schools now.
 * @throws Refused not_registered, not_allowed
 */
export function requireAdmin(actor: Actor | null): Actor {
  const known = requireActor(actor);
  if (!known.grants.some(({ role }) => role === "admin")) throw new Refused({ code: "not_allowed" });
  return known;
}
