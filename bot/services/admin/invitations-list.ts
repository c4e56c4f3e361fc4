import { inTransaction } from "#bot/platform/transaction.ts";
import { grantWords, scopeWords } from "#bot/services/people/scope-words.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { InvitationDocument } from "#models/documents/invitation.document.ts";
import { InvitationModel } from "#models/documents/invitation.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import type { Role, Scope } from "#models/workflows/roles.ts";
import { adminOf, type By } from "./people-admin.ts";
import { recordChange } from "./record-change.ts";

/** They end after 7 days; nobody makes more by hand. */
const mostShown = 200;

export type OpenInvitation = {
  id: string;
  role: Role;
  scopeLabel: string;
  person: string | null;
  createdAt: Date;
  expiresAt: Date;
};

/**
 * Invitations that may still be used, the newest first. Their codes are not kept.
 * @throws Refused not_registered, not_allowed
 */
export async function listInvitations(ctx: ServiceContext, by: By): Promise<OpenInvitation[]> {
  adminOf(by);
  const found: InvitationDocument[] = await InvitationModel.find({ usedAt: null, expiresAt: { $gt: ctx.clock.now() } })
    .sort({ expiresAt: -1 })
    .limit(mostShown)
    .lean();
  const [people, schools] = await Promise.all([
    PersonModel.find({ _id: { $in: found.flatMap(({ personId }) => personId ?? []) } }, { name: 1 }).lean(),
    SchoolModel.find(
      { _id: { $in: found.map(scopeOf).flatMap((scope) => (scope.kind === "school" ? [scope.school] : [])) } },
      { name: 1 },
    ).lean(),
  ]);
  const names = new Map([...people, ...schools].map(({ _id, name }) => [_id, name]));
  return found.map((invitation) => {
    const scope = scopeOf(invitation);
    return {
      id: invitation._id,
      role: invitation.role,
      scopeLabel: scopeWords(scope, scope.kind === "school" ? names.get(scope.school) : undefined),
      person: invitation.personId ? (names.get(invitation.personId) ?? null) : null,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
    };
  });
}

/**
 * Ends an invitation that nobody has used: whoever types its code hears that it is over.
 * @throws Refused not_allowed, not_found, invitation_used
 */
export async function revokeInvitation(ctx: ServiceContext, id: string, by: By): Promise<void> {
  const { actor, ip } = adminOf(by);
  await inTransaction(async (session) => {
    const invitation = await InvitationModel.findById(id, null, { session }).lean();
    if (!invitation || invitation.expiresAt <= ctx.clock.now()) throw new Refused({ code: "not_found" });
    if (invitation.usedAt) throw new Refused({ code: "invitation_used" });
    await InvitationModel.updateOne({ _id: id }, { $set: { expiresAt: ctx.clock.now() } }, { session });
    const changes = [{ label: "สิทธิ์", from: grantWords({ role: invitation.role, scope: scopeOf(invitation) }), to: "" }];
    await recordChange(ctx, actor, { action: "end-invitation", subject: "invitation", subjectLabel: "รหัสเชิญ", changes, ip }, session);
  });
}

/** Stored as it was checked when it was made. */
const scopeOf = ({ scope }: InvitationDocument): Scope => scope as Scope;
