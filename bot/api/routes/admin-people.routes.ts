import { presentPerson, presentPersonRow } from "#bot/api/presenters/admin-people.presenter.ts";
import { type Api, serve } from "#bot/api/serve.ts";
import { addGrant } from "#bot/services/admin/grants-add.ts";
import { endGrant } from "#bot/services/admin/grants-end.ts";
import { listInvitations, revokeInvitation } from "#bot/services/admin/invitations-list.ts";
import { makeInvitation } from "#bot/services/admin/invitations-make.ts";
import type { By } from "#bot/services/admin/people-admin.ts";
import { changePerson, setPersonAway, unlinkLine } from "#bot/services/admin/people-change.ts";
import { listPeople } from "#bot/services/admin/people-list.ts";
import { readPerson } from "#bot/services/admin/people-read.ts";
import * as contract from "#models/contracts/admin/people.contract.ts";
import { roleLabels } from "#models/workflows/roles.ts";
import { byOf } from "./admin-by.ts";
import { adminListsRoutes } from "./admin-lists.routes.ts";

/** What admins keep: people, their roles and invitations; schools and lists. */
export function adminPeopleRoutes(api: Api): void {
  peopleRoutes(api);
  grantsRoutes(api);
  invitationsRoutes(api);
  adminListsRoutes(api);
}

function seen({ deps: { services } }: Api) {
  return async (id: string, by: By) => presentPerson(await readPerson(services, id, by), services.clock.now());
}

function peopleRoutes(api: Api): void {
  const { services } = api.deps;
  const person = seen(api);
  serve(api, contract.listPeople, async ({ query, request }, caller) => {
    const { people, next } = await listPeople(services, query, byOf(caller, request));
    return { people: people.map((one) => presentPersonRow(one, services.clock.now())), next };
  });
  serve(api, contract.getPerson, ({ params, request }, caller) => person(params.id, byOf(caller, request)));
  serve(api, contract.changePerson, async ({ params, body: { version, ...details }, request }, caller) => {
    await changePerson(services, { id: params.id, version }, details, byOf(caller, request));
    return person(params.id, byOf(caller, request));
  });
  serve(api, contract.setPersonAway, async ({ params, body, request }, caller) => {
    await setPersonAway(services, { id: params.id, version: body.version }, body.lastDay, byOf(caller, request));
    return person(params.id, byOf(caller, request));
  });
  serve(api, contract.unlinkLine, async ({ params, body, request }, caller) => {
    await unlinkLine(services, { id: params.id, version: body.version }, body.reason, byOf(caller, request));
    return person(params.id, byOf(caller, request));
  });
}

function grantsRoutes(api: Api): void {
  const { services } = api.deps;
  const person = seen(api);
  serve(api, contract.addGrant, async ({ params, body: { version, ...grant }, request }, caller) => {
    await addGrant(services, { id: params.id, version }, grant, byOf(caller, request));
    return person(params.id, byOf(caller, request));
  });
  serve(api, contract.endGrant, async ({ params, body, request }, caller) => {
    const by = byOf(caller, request);
    await endGrant(services, { ...params, version: body.version }, by);
    return person(params.id, by);
  });
}

function invitationsRoutes(api: Api): void {
  const { deps } = api;
  serve(api, contract.listInvitations, async ({ request }, caller) => {
    const found = await listInvitations(deps.services, byOf(caller, request));
    return {
      invitations: found.map(({ scopeLabel, createdAt, expiresAt, ...one }) => ({
        ...one,
        roleLabel: roleLabels[one.role],
        scope: scopeLabel,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      })),
    };
  });
  serve(api, contract.makeInvitation, async ({ body, request }, caller) => {
    const { code, expiresAt, scopeLabel, person } = await makeInvitation(deps.services, body, byOf(caller, request));
    const home = deps.liffId ? `https://liff.line.me/${deps.liffId}` : "/liff";
    return {
      code,
      link: `${home}/invite/${code}`,
      expiresAt: expiresAt.toISOString(),
      roleLabel: roleLabels[body.role],
      scope: scopeLabel,
      person,
    };
  });
  serve(api, contract.revokeInvitation, async ({ params, request }, caller) => {
    await revokeInvitation(deps.services, params.invitation, byOf(caller, request));
    return {};
  });
}
