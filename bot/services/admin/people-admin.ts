import type { Actor } from "#models/workflows/roles.ts";
import { requireAdmin } from "./require-admin.ts";

/** Who changes something, and from where. */
export type By = { actor: Actor | null; ip: string | null };

/**
 * The admin behind a call.
 * @throws Refused not_registered, not_allowed
 */
export function adminOf(by: By): { actor: Actor; ip: string | null } {
  return { actor: requireAdmin(by.actor), ip: by.ip };
}
