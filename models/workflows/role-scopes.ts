import type { Role, Scope } from "./roles.ts";

/** The scopes that each role can be given for; a teacher needs no grant. */
export const roleScopes: Record<Role, readonly Scope["kind"][]> = {
  teacher: [],
  "school-director": ["school"],
  staff: ["office", "group"],
  "group-head": ["group"],
  "centre-head": ["office"],
  director: ["office"],
  "data-owner": ["office", "system"],
  admin: ["office"],
};
