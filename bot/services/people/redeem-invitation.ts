import type { ClientSession } from "mongoose";
import { recordAccess } from "#bot/services/record-access.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import type { InvitationDocument } from "#models/documents/invitation.document.ts";
import { InvitationModel } from "#models/documents/invitation.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import type { Grant } from "#models/workflows/roles.ts";
import { personById } from "./find-person.ts";
import { invitationId } from "./invitation-code.ts";
import { linkLine } from "./link-line.ts";

/**
 * Gives the person the role of an invitation. One that names a person of the office's list links this LINE account to them.
 * @throws Refused invitation_unknown, invitation_used, invitation_expired; not_registered when nobody is known and none is named
 */
export async function prepareRedeem(ctx: ServiceContext, { code }: { code: string }, who: Who) {
  const id = invitationId(code);
  const invitation = await InvitationModel.findById(id).lean();
  refuseUnusable(invitation, ctx.clock.now());
  const personId = invitation.personId ?? who.actor?.personId ?? null;
  const person = personId ? await personById(personId) : null;
  if (!person) throw new Refused({ code: "not_registered" });
  recordAccess(ctx, [{ personId: person._id, action: `redeem:${invitation.role}`, subject: `person:${person._id}` }]);
  return {
    async write(session: ClientSession) {
      const now = ctx.clock.now();
      // Ended by an admin a moment ago is ended.
      const used = await InvitationModel.updateOne(
        { _id: id, usedAt: null, expiresAt: { $gt: now } },
        { $set: { usedAt: now, usedBy: person._id } },
        { session },
      );
      if (used.matchedCount === 0) throw new Refused({ code: "invitation_used" });
      if (invitation.personId && who.lineUserId) await linkLine(person._id, who.lineUserId, who.actor?.personId ?? null, now, session);
      const grant: Grant = { role: invitation.role, scope: invitation.scope, from: now, until: null, actingFor: null };
      if (!holdsAlready(person, grant)) {
        await PersonModel.updateOne({ _id: person._id }, { $push: { grants: grant }, $set: { updatedAt: now } }, { session });
      }
      return { name: person.name, role: invitation.role };
    },
  };
}

function refuseUnusable(invitation: InvitationDocument | null, now: Date): asserts invitation is InvitationDocument {
  if (!invitation) throw new Refused({ code: "invitation_unknown" });
  if (invitation.usedAt) throw new Refused({ code: "invitation_used" });
  if (invitation.expiresAt <= now) throw new Refused({ code: "invitation_expired" });
}

/** An imported person may hold the role before the invitation that lets them use it. */
function holdsAlready(person: PersonDocument, { role, scope }: Grant): boolean {
  return person.grants.some(
    (held) =>
      held.role === role &&
      held.scope.kind === scope.kind &&
      !held.until &&
      (scope.kind !== "group" || (held.scope.group === scope.group && (held.scope.zones ?? []).join() === scope.zones.join())) &&
      (scope.kind !== "school" || held.scope.school === scope.school),
  );
}
