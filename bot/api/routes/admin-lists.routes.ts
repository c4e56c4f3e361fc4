import { presentSchool } from "#bot/api/presenters/admin-people.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { makeExportLink } from "#bot/services/admin/export-link.ts";
import { applyImport } from "#bot/services/admin/import-apply.ts";
import { previewImport } from "#bot/services/admin/import-preview.ts";
import { listSchools, readSchool } from "#bot/services/admin/schools-list.ts";
import { addSchool, changeSchool, removeSchool } from "#bot/services/admin/schools-save.ts";
import { makeExport } from "#models/contracts/admin/exports.contract.ts";
import * as imports from "#models/contracts/admin/imports.contract.ts";
import * as schools from "#models/contracts/admin/schools.contract.ts";
import { byOf } from "./admin-by.ts";

/** The directory of schools, and lists that come and go as CSV files. */
export function adminListsRoutes(api: Api): void {
  schoolsRoutes(api);
  const { services } = api.deps;
  serve(api, imports.previewImport, ({ params, bytes, request }, caller) =>
    previewImport(services, params.kind, bytes, byOf(caller, request)),
  );
  serve(api, imports.applyImport, ({ params, query, bytes, request }, caller) =>
    applyImport(services, { kind: params.kind, bytes, token: query.token }, byOf(caller, request)),
  );
  serve(api, makeExport, async ({ body, request }, caller) => {
    const { token, expiresAt } = await makeExportLink(services, body.wanted, byOf(caller, request));
    return { url: `/exports/${token}`, expiresAt: expiresAt.toISOString() };
  });
}

function schoolsRoutes(api: Api): void {
  const { services } = api.deps;
  serve(api, schools.listSchools, async ({ query, request }, caller) => {
    const page = await listSchools(query, byOf(caller, request));
    return { ...page, schools: page.schools.map(presentSchool) };
  });
  serve(api, schools.getSchool, async ({ params, request }, caller) => presentSchool(await readSchool(params.code, byOf(caller, request))));
  serve(api, schools.addSchool, async ({ body, request }, caller) => presentSchool(await addSchool(services, body, byOf(caller, request))));
  serve(api, schools.changeSchool, async ({ params, body: { version, ...fields }, request }, caller) =>
    presentSchool(await changeSchool(services, version, { code: params.code, ...fields }, byOf(caller, request))),
  );
  serve(api, schools.removeSchool, async ({ params, query, request }, caller) => {
    await removeSchool(services, params.code, query.version, byOf(caller, request));
    return {};
  });
}
