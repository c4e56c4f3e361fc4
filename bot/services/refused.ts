import type { ServiceRefusal } from "#models/conversations/effects.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** A service would not, and why: facts, from which a talk or a route makes its words. Expected, not a fault. */
export class Refused extends Error {
  readonly refusal: ServiceRefusal;

  constructor(refusal: ServiceRefusal) {
    super(refusal.code);
    this.name = "Refused";
    this.refusal = refusal;
  }
}

/** @throws Refused not_registered when nobody is known */
export function requireActor(actor: Actor | null): Actor {
  if (!actor) throw new Refused({ code: "not_registered" });
  return actor;
}
