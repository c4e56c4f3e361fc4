import { check } from "#scripts/simulator/line-rules/check.ts";
import { aliasRequest, aliasUpdate } from "#scripts/simulator/line-rules/rich-menu.ts";
import type { Platform } from "#scripts/simulator/platform.ts";
import { type Answer, type ApiRequest, badRequest, type Endpoint, notFound, ok, refuse } from "./endpoint.ts";

const maxAliases = 1000;
const missingMenu = () => refuse(400, "richmenu not found");

function create({ richMenus }: Platform, { body }: ApiRequest): Answer {
  const checked = check(aliasRequest, body);
  if (!checked.ok) return badRequest(checked.error);
  const { richMenuAliasId, richMenuId } = checked.value;
  if (!richMenus.menus.has(richMenuId)) return missingMenu();
  if (richMenus.aliases.has(richMenuAliasId)) return refuse(400, "conflict richmenu alias id");
  if (richMenus.aliases.size >= maxAliases) return refuse(400, "The maximum number of rich menu aliases has been reached");
  richMenus.aliases.set(richMenuAliasId, richMenuId);
  return ok();
}

function update({ richMenus }: Platform, { params, body }: ApiRequest): Answer {
  const checked = check(aliasUpdate, body);
  if (!checked.ok) return badRequest(checked.error);
  if (!richMenus.aliases.has(params.aliasId ?? "")) return notFound();
  if (!richMenus.menus.has(checked.value.richMenuId)) return missingMenu();
  richMenus.aliases.set(params.aliasId ?? "", checked.value.richMenuId);
  return ok();
}

function read({ richMenus }: Platform, { params }: ApiRequest): Answer {
  const richMenuId = richMenus.aliases.get(params.aliasId ?? "");
  return richMenuId === undefined ? notFound() : ok({ richMenuAliasId: params.aliasId, richMenuId });
}

function list({ richMenus }: Platform): Answer {
  return ok({ aliases: [...richMenus.aliases].map(([richMenuAliasId, richMenuId]) => ({ richMenuAliasId, richMenuId })) });
}

const one = "/v2/bot/richmenu/alias/:aliasId";

export const aliasEndpoints: Endpoint[] = [
  { name: "alias-create", method: "post", path: "/v2/bot/richmenu/alias", act: create, body: "json" },
  { name: "alias-list", method: "get", path: "/v2/bot/richmenu/alias/list", act: list },
  { name: "alias", method: "get", path: one, act: read },
  { name: "alias-update", method: "post", path: one, act: update, body: "json" },
  {
    name: "alias-delete",
    method: "delete",
    path: one,
    act: ({ richMenus }, { params }) => (richMenus.aliases.delete(params.aliasId ?? "") ? ok() : notFound()),
  },
];
