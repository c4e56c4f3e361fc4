import { presentSystem } from "#bot/api/presenters/system.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { readAudit, readAuditActions } from "#bot/services/admin/audit/read-audit.ts";
import { readHolidays, removeHoliday as remove, saveHolidays } from "#bot/services/admin/holidays/holidays.ts";
import { changeOfficeSettings, readOfficeSettings, type SettingsState } from "#bot/services/admin/settings/change-settings.ts";
import { readSystem } from "#bot/services/admin/system/read-system.ts";
import { retryStuck as retry, retryAllStuck as retryAll } from "#bot/services/admin/system/retry-stuck.ts";
import { listAudit, listAuditActions } from "#models/contracts/admin/audit.contract.ts";
import { addHolidays, listHolidays, removeHoliday } from "#models/contracts/admin/holidays.contract.ts";
import { changeSettings, getSettings } from "#models/contracts/admin/settings.contract.ts";
import { getSystem, retryAllStuck, retryStuck } from "#models/contracts/admin/system.contract.ts";

/** What an admin sets for the office, and how the system fares. Who may is the services' to say. */
export function adminOfficeRoutes(api: Api): void {
  const { services } = api.deps;

  serve(api, getSettings, async (_input, { actor }) => presentSettings(await readOfficeSettings(actor)));

  serve(api, changeSettings, async ({ body, request }, { actor }) => {
    const { updatedAt, changes } = body;
    return presentSettings(
      await changeOfficeSettings(services, actor, { updatedAt: new Date(updatedAt), changes, ip: request.ip ?? null }),
    );
  });

  serve(api, listHolidays, ({ query }, { actor }) => readHolidays(services, actor, query.year));
  serve(api, addHolidays, ({ body, request }, { actor }) => saveHolidays(services, actor, body.holidays, request.ip ?? null));
  serve(api, removeHoliday, async ({ params, query, request }, { actor }) => {
    await remove(services, actor, { date: params.date, name: query.name }, request.ip ?? null);
    return {};
  });

  serve(api, listAudit, async ({ query }, { actor }) => {
    const { cursor = null, ...filter } = query;
    const { entries, ...rest } = await readAudit(services, actor, filter, cursor);
    return { entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })), ...rest };
  });
  serve(api, listAuditActions, async (_input, { actor }) => ({ actions: await readAuditActions(services, actor) }));

  serve(api, getSystem, async (_input, { actor }) => {
    return presentSystem(await readSystem(services, api.deps.system, actor), services.clock.now());
  });
  serve(api, retryStuck, async ({ params, request }, { actor }) => {
    const retried = await retry(services, actor, params.id, request.ip ?? null);
    api.deps.onCommitted();
    return retried;
  });
  serve(api, retryAllStuck, async ({ request }, { actor }) => {
    const retried = await retryAll(services, actor, request.ip ?? null);
    api.deps.onCommitted();
    return retried;
  });
}

function presentSettings({ settings, defaults, updatedAt }: SettingsState) {
  return { settings, defaults, updatedAt: updatedAt.toISOString() };
}
