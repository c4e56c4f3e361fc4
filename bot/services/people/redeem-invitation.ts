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
 * Pressed again by who took it up, because the answer was lost, it answers as it did, as long as the role is theirs.
 * @throws Refused invitation_unknown, invitation_used, invitation_expired; not_registered when nobody is known and none is named
 */
export async function prepareRedeem(ctx: ServiceContext, { code }: { code: string }, who: Who) {
  const id = invitationId(code);
  const invitation = await InvitationModel.findById(id).lean();
  const again = await takenUpBefore(invitation, who);
  if (again) return { write: async () => again };
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
      if (used.matchedCount === 0) return ofOtherPress(id, person, who, session);
      if (invitation.personId && who.lineUserId) await linkLine(person._id, who.lineUserId, who.actor?.personId ?? null, now, session);
      if (!holdsAlready(person, invitation)) {
        const grant: Grant = { role: invitation.role, scope: invitation.scope, from: now, until: null, actingFor: null };
        await PersonModel.updateOne({ _id: person._id }, { $push: { grants: grant }, $set: { updatedAt: now } }, { session });
      }
      return { name: person.name, role: invitation.role };
    },
  };
}

type TakenUp = { name: string; role: InvitationDocument["role"] };

/** Null where it was not this person, or where an admin has ended the role since. */
async function takenUpBefore(invitation: InvitationDocument | null, { actor }: Who): Promise<TakenUp | null> {
  if (!invitation?.usedAt || !actor || invitation.usedBy !== actor.personId) return null;
  const person = await personById(actor.personId);
  return person && holdsAlready(person, invitation) ? { name: person.name, role: invitation.role } : null;
}

/** It was free a moment ago. @throws Refused invitation_used, unless a press of the same person at the same time took it */
async function ofOtherPress(id: string, person: PersonDocument, { actor }: Who, session: ClientSession): Promise<TakenUp> {
  const invitation = await InvitationModel.findById(id, null, { session }).lean();
  if (!invitation?.usedBy || invitation.usedBy !== actor?.personId) throw new Refused({ code: "invitation_used" });
  return { name: person.name, role: invitation.role };
}

function refuseUnusable(invitation: InvitationDocument | null, now: Date): asserts invitation is InvitationDocument {
  if (!invitation) throw new Refused({ code: "invitation_unknown" });
  if (invitation.usedAt) throw new Refused({ code: "invitation_used" });
  if (invitation.expiresAt <= now) throw new Refused({ code: "invitation_expired" });
}

/** An imported person may hold the role before the invitation that lets them use it. */
function holdsAlready(person: PersonDocument, { role, scope }: Pick<InvitationDocument, "role" | "scope">): boolean {
  return person.grants.some(
    (held) =>
      held.role === role &&
      held.scope.kind === scope.kind &&
      !held.until &&
      (scope.kind !== "group" || (held.scope.group === scope.group && (held.scope.zones ?? []).join() === scope.zones.join())) &&
      (scope.kind !== "school" || held.scope.school === scope.school),
  );
}
