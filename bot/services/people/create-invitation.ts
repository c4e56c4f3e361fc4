import type { ClientSession } from "mongoose";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { InvitationModel } from "#models/documents/invitation.document.ts";
import type { Role, Scope } from "#models/workflows/roles.ts";
import { invitationId, makeInvitationCode } from "./invitation-code.ts";

const validMs = 7 * 86_400_000;

/**
 * Makes a single-use code that gives a role for 7 days. Only its hash is stored: it can be read here and never again.
 * @param invitation.personId whom it is for, when the office's list has them: redeeming links their LINE
 */
export async function createInvitation(
  ctx: ServiceContext,
  invitation: { role: Role; scope: Scope; personId?: string },
  session?: ClientSession,
): Promise<{ code: string; expiresAt: Date }> {
  const code = makeInvitationCode();
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + validMs);
  const { role, scope, personId = null } = invitation;
  const made = { _id: invitationId(code), role, scope, personId, expiresAt, usedAt: null, usedBy: null, createdAt };
  await InvitationModel.create([made], session ? { session } : {});
  return { code, expiresAt };
}
