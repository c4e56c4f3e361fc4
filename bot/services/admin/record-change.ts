import type { ClientSession } from "mongoose";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { findPhone } from "#models/fields/thai/phone.ts";
import type { Actor } from "#models/workflows/roles.ts";
import type { ChangeAction } from "./audit-words.ts";

/** One field's old and new value in the words that people see; "" is nothing. */
export type ChangedField = { label: string; from: string; to: string };

/** What an admin did to what. `subject` names the record ("person:…", "settings"), `subjectLabel` says how it is called. */
export type Change = { action: ChangeAction; subject: string; subjectLabel: string; changes?: ChangedField[]; ip?: string | null };

/** A value is a line to read, not a document. Characters. */
const longest = 500;

/**
 * Writes a change into the audit trail, in the transaction that makes it: both are there or neither. Telephone numbers are
 * masked here but for their last four figures; the caller leaves secrets out.
 */
export async function recordChange(
  ctx: Pick<ServiceContext, "clock" | "newId">,
  actor: Pick<Actor, "personId" | "name">,
  { action, subject, subjectLabel, changes = [], ip = null }: Change,
  session: ClientSession,
): Promise<void> {
  const entry = {
    _id: ctx.newId(),
    at: ctx.clock.now(),
    by: { id: actor.personId, name: actor.name },
    ip: ip?.replace(/^::ffff:(?=[\d.]+$)/, "") ?? null,
    action,
    subject,
    subjectLabel: kept(subjectLabel),
    changes: changes.map(({ label, from, to }) => ({ label, from: kept(from), to: kept(to) })),
  };
  await ChangeEntryModel.create([entry], { session });
}

/** The fields that differ; those that stayed say nothing. */
export function changedFields(fields: ChangedField[]): ChangedField[] {
  return fields.filter(({ from, to }) => from !== to);
}

function kept(text: string): string {
  const masked = maskPhones(text);
  return masked.length > longest ? `${masked.slice(0, longest - 1)}…` : masked;
}

/** "081-234-5678" becomes "•••5678". */
function maskPhones(text: string): string {
  let rest = text;
  let masked = "";
  for (let phone = findPhone(rest); phone; phone = findPhone(rest)) {
    masked += `${rest.slice(0, phone.start)}•••${phone.digits.slice(-4)}`;
    rest = rest.slice(phone.end);
  }
  return masked + rest;
}
