import { actionKind, actionLabel } from "#bot/services/admin/audit-words.ts";
import { requireAdmin } from "#bot/services/admin/require-admin.ts";
import { recordAccess } from "#bot/services/record-access.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { ChangeEntryModel } from "#models/documents/change-entry.document.ts";
import { addDays, bangkokMoment } from "#models/fields/thai/bangkok.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type AuditPlace, cursorOf, placeOf } from "./audit-cursor.ts";
import { nameAudit } from "./name-audit.ts";

export type AuditKind = "change" | "look";

/** Which entries; days are Bangkok's, both counted in. */
export type AuditFilter = {
  kind?: AuditKind | undefined;
  /** who did it */
  person?: string | undefined;
  subject?: string | undefined;
  /** a kind of action: "transition" means all of them */
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** One entry of the trail in words. */
export type AuditEntry = {
  id: string;
  kind: AuditKind;
  at: Date;
  by: { id: string; name: string };
  ip: string | null;
  action: string;
  actionLabel: string;
  subject: string;
  subjectLabel: string;
  isRefused: boolean;
  changes: { label: string; from: string; to: string }[];
};

/** An entry as it is stored: a look knows only ids. */
export type RawEntry = Omit<AuditEntry, "actionLabel">;

const aPage = 50;

/**
 * Reads the audit trail, changes and looks in one list, the newest first. Opening it is a look of its own.
 * @param cursor where the page before ended; null for the first
 * @throws Refused not_allowed; AppError bad_request for a cursor that is none
 */
export async function readAudit(ctx: ServiceContext, actor: Actor | null, filter: AuditFilter, cursor: string | null) {
  const admin = requireAdmin(actor);
  const place = cursor === null ? null : placeOf(cursor);
  if (place === null) recordAccess(ctx, [{ personId: admin.personId, action: "audit", subject: filter.subject ?? "audit" }]);
  const [changes, looks] = await Promise.all([
    filter.kind === "look" ? [] : readChanges(filter, place),
    filter.kind === "change" ? [] : readLooks(filter, place),
  ]);
  const merged = [...changes, ...looks].sort(newestFirst);
  const page = merged.slice(0, aPage);
  const last = page.at(-1);
  const { entries, names } = await nameAudit(page, filter);
  return {
    entries: entries.map((entry): AuditEntry => ({ ...entry, actionLabel: actionLabel(ctx.catalogue, entry.action) })),
    next: last && merged.length > aPage ? cursorOf(last) : null,
    filter: names,
  };
}

/** The kinds of action that the trail holds, for a filter. @throws Refused not_allowed */
export async function readAuditActions(ctx: ServiceContext, actor: Actor | null) {
  requireAdmin(actor);
  const [changes, looks] = await Promise.all([ChangeEntryModel.distinct("action"), AccessEntryModel.distinct("action")]);
  const kinds = (kind: AuditKind, actions: string[]) =>
    [...new Set(actions.map(actionKind))].map((action) => ({ action, kind, label: actionLabel(ctx.catalogue, action) }));
  const all = [...kinds("change", changes), ...kinds("look", looks)];
  return all.sort((a, b) => a.kind.localeCompare(b.kind) || a.label.localeCompare(b.label, "th"));
}

const newestFirst = (a: AuditPlace, b: AuditPlace) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

async function readChanges(filter: AuditFilter, place: AuditPlace | null): Promise<RawEntry[]> {
  const { person, subject, action } = filter;
  const found = await ChangeEntryModel.find({
    ...spanOf(filter, place),
    ...(person && { "by.id": person }),
    ...(subject && { subject }),
    ...(action && { action }),
  })
    .sort({ at: -1, _id: -1 })
    .limit(aPage + 1)
    .lean();
  return found.map(({ _id, ip, ...entry }) => ({ ...entry, id: _id, kind: "change", ip: ip ?? null, isRefused: false }));
}

async function readLooks(filter: AuditFilter, place: AuditPlace | null): Promise<RawEntry[]> {
  const { person, subject, action } = filter;
  const found = await AccessEntryModel.find({
    ...spanOf(filter, place),
    ...(person && { personId: person }),
    ...(subject && { subject }),
    ...(action && { action: { $in: await actionsOf(action) } }),
  })
    .sort({ at: -1, _id: -1 })
    .limit(aPage + 1)
    .lean();
  return found.map(({ _id, at, personId, ip, action: done, subject: what, result }) => ({
    id: _id,
    kind: "look",
    at,
    by: { id: personId, name: "" },
    ip: ip ?? null,
    action: done,
    subject: what,
    subjectLabel: what,
    isRefused: result === "refused",
    changes: [],
  }));
}

/** The actions of a kind that are there: named one by one, an index gives each of them in the order of time. */
async function actionsOf(kind: string): Promise<string[]> {
  const some = await AccessEntryModel.distinct("action", { action: { $gte: `${kind}:`, $lt: `${kind};` } });
  return [kind, ...some];
}

/** Bounds of time, and past the page before: those of its last moment that come after in order. */
function spanOf({ from, to }: AuditFilter, place: AuditPlace | null) {
  const at = {
    ...(from && { $gte: bangkokMoment(from) }),
    ...(to && { $lt: bangkokMoment(addDays(to, 1)) }),
    ...(place && { $lte: place.at }),
  };
  const after = place && { $or: [{ at: { $lt: place.at } }, { _id: { $lt: place.id } }] };
  return { ...(Object.keys(at).length > 0 && { at }), ...after };
}
