import type { ClientSession } from "mongoose";
import { conflict } from "#bot/platform/errors.ts";
import { inTransaction } from "#bot/platform/transaction.ts";
import { recordChange } from "#bot/services/admin/record-change.ts";
import { requireAdmin } from "#bot/services/admin/require-admin.ts";
import { keepEmblem } from "#bot/services/office/emblem.ts";
import { forgetOffice, readSettings } from "#bot/services/office/office.ts";
import { type OfficeSettings, officeSettings } from "#bot/services/office/settings.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { SettingModel } from "#models/documents/setting.document.ts";
import { groupOf } from "#models/requests/routing.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { settingChanges } from "./settings-words.ts";

/** The settings as they count, those of an office that set nothing, and when they last changed (1970: never). */
export type SettingsState = { settings: OfficeSettings; defaults: OfficeSettings; updatedAt: Date };

export type SettingsChange = {
  /** as it was read: a change made since is not overwritten */
  updatedAt: Date;
  changes: { [K in keyof OfficeSettings]?: OfficeSettings[K] | undefined };
  ip: string | null;
};

const never = new Date(0);

/**
 * Reads what the office has set for itself, fresh.
 * @throws Refused not_allowed for others than admins
 */
export async function readOfficeSettings(actor: Actor | null): Promise<SettingsState> {
  requireAdmin(actor);
  const stored = await SettingModel.findById("office").lean();
  return stateOf(stored);
}

/**
 * Changes the named settings. They count in every process within 5 s; dates promised before stay.
 * @throws Refused not_allowed; AppError changed_meanwhile with the newer state when somebody else was first,
 * not_a_picture for an emblem that is none
 */
export async function changeOfficeSettings(ctx: ServiceContext, actor: Actor | null, input: SettingsChange): Promise<SettingsState> {
  const admin = requireAdmin(actor);
  // Made outside: inside, two admins' first changes would meet on the unique id, which ends a transaction.
  await SettingModel.updateOne({ _id: "office" }, { $setOnInsert: { value: {}, updatedAt: never } }, { upsert: true });
  const changed = await inTransaction((session) => write(ctx, admin, input, session));
  forgetOffice();
  return changed;
}

async function write(ctx: ServiceContext, admin: Actor, { updatedAt, changes, ip }: SettingsChange, session: ClientSession) {
  const stored = await SettingModel.findById("office", null, { session }).lean();
  const before = stateOf(stored);
  if (before.updatedAt.getTime() !== updatedAt.getTime()) throw changedMeanwhile(before);
  const settings: OfficeSettings = { ...before.settings, ...withoutUnset(changes) };
  const told = settingChanges(before.settings, settings);
  if (told.length === 0) return before;
  if (settings.emblem !== null && settings.emblem !== before.settings.emblem) await keepEmblem(settings.emblem, session);
  // Later than the one before, whatever the clock says: it is what the next change is held against.
  const at = new Date(Math.max(ctx.clock.now().getTime(), before.updatedAt.getTime() + 1));
  const value = { ...settings, routing: deviations(settings.routing) };
  await SettingModel.updateOne({ _id: "office" }, { $set: { value, updatedAt: at } }, { session });
  for (const change of told) await recordChange(ctx, admin, { ...change, subject: "settings", subjectLabel: "การตั้งค่า", ip }, session);
  return { ...before, settings: { ...settings, routing: value.routing }, updatedAt: at };
}

function stateOf(stored: { value?: unknown; updatedAt: Date } | null): SettingsState {
  return { settings: readSettings(stored?.value), defaults: officeSettings.parse({}), updatedAt: stored?.updatedAt ?? never };
}

function changedMeanwhile({ settings, updatedAt }: SettingsState) {
  return conflict("changed_meanwhile", "มีคนแก้การตั้งค่าไปก่อนแล้วค่ะ โหลดค่าล่าสุดแล้วแก้อีกครั้งนะคะ", {
    settings,
    updatedAt: updatedAt.toISOString(),
  });
}

function withoutUnset(changes: SettingsChange["changes"]): Partial<OfficeSettings> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** Only where the office differs: what it leaves as it is follows the default of a later version. */
function deviations(routing: OfficeSettings["routing"]): OfficeSettings["routing"] {
  const entries = Object.entries(routing) as [keyof OfficeSettings["routing"], number][];
  return Object.fromEntries(entries.filter(([category, group]) => group !== groupOf(category)));
}
