import { inTransaction } from "#bot/platform/transaction.ts";
import { createInvitation } from "#bot/services/people/create-invitation.ts";
import { personById } from "#bot/services/people/find-person.ts";
import { grantWords, scopeWords } from "#bot/services/people/scope-words.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import type { Role, Scope } from "#models/workflows/roles.ts";
import { scopeProblem } from "./grants-rules.ts";
import { adminOf, type By } from "./people-admin.ts";
import { recordChange } from "./record-change.ts";

export type MadeInvitation = { code: string; expiresAt: Date; scopeLabel: string; person: string | null };

/**
 * Makes a single-use invitation for 7 days. For somebody of the office's list who has no LINE yet it links theirs, too.
 * @throws Refused not_allowed, not_found, invalid_answers
 */
export async function makeInvitation(
  ctx: ServiceContext,
  { role, scope, personId }: { role: Role; scope: Scope; personId: string | null },
  by: By,
): Promise<MadeInvitation> {
  const { actor, ip } = adminOf(by);
  const wrong = await scopeProblem(role, scope);
  if (wrong) throw new Refused({ code: "invalid_answers", problems: [wrong] });
  const person = personId ? await invitedPerson(personId) : null;
  const school = scope.kind === "school" ? await SchoolModel.findById(scope.school, { name: 1 }).lean() : null;
  const { code, expiresAt } = await inTransaction(async (session) => {
    const made = await createInvitation(ctx, { role, scope, ...(person ? { personId: person._id } : {}) }, session);
    const subject = person
      ? { subject: `person:${person._id}`, subjectLabel: person.name }
      : { subject: "invitation", subjectLabel: "รหัสเชิญ" };
    const changes = [{ label: "สิทธิ์", from: "", to: grantWords({ role, scope }, school?.name) }];
    await recordChange(ctx, actor, { action: "make-invitation", ...subject, changes, ip }, session);
    return made;
  });
  return { code, expiresAt, scopeLabel: scopeWords(scope, school?.name), person: person?.name ?? null };
}

/** An invitation links the LINE of whoever takes it up: for a person who has one it would take theirs away. */
async function invitedPerson(id: string): Promise<PersonDocument> {
  const person = await personById(id);
  if (!person) throw new Refused({ code: "not_found" });
  if (!person.lineUserId) return person;
  const message = "คนนี้ผูก LINE อยู่แล้วค่ะ ให้สิทธิ์ได้เลยที่หน้าบุคคล ไม่ต้องใช้รหัสเชิญ";
  throw new Refused({ code: "invalid_answers", problems: [{ field: "personId", message }] });
}
