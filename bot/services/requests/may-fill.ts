import type { RequestType } from "#models/requests/define-request-type.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";

/** Whether somebody may fill a form at all: some are the centre's own. */
export function mayFill({ openTo }: Pick<RequestType, "openTo">, actor: Actor): boolean {
  return openTo === "everyone" || isStaff(actor);
}
