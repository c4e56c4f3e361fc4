import type { Ask } from "#bot/line/client/ask.ts";
import type { Answer } from "#bot/line/client/outcome.ts";
import type { MenuKey } from "./menu-keys.ts";
import { menuKeys } from "./menu-keys.ts";
import type { PreparedMenus } from "./menu-request.ts";

export type MenuLinks = {
  link(userId: string, menu: MenuKey): Promise<Answer<true>>;
  remember(ids: ReadonlyMap<MenuKey, string>): void;
};

/** The ids of our present menus, by the aliases that LINE keeps. */
export async function findMenus(ask: Ask, menus: PreparedMenus): Promise<Answer<Map<MenuKey, string>>> {
  const listed = await ask("rich menu aliases", (client) => client.getRichMenuAliasList());
  if (!listed.ok) return listed;
  const byAlias = new Map(listed.value.aliases.map((one) => [one.richMenuAliasId, one.richMenuId]));
  const found = menuKeys.flatMap((key) => {
    const id = byAlias.get(menus[key].alias);
    return id === undefined ? [] : [[key, id] as const];
  });
  return { ok: true, value: new Map(found) };
}

const notThere: Answer<never> = { ok: false, status: null, message: "the rich menu is not set up yet", retryable: true };

/** Shows people their menu. The ids are asked for once, and again when LINE no longer knows one. */
export function openMenuLinks(ask: Ask, menus: PreparedMenus): MenuLinks {
  let ids: ReadonlyMap<MenuKey, string> = new Map();

  async function idOf(menu: MenuKey): Promise<Answer<string>> {
    const known = ids.get(menu);
    if (known !== undefined) return { ok: true, value: known };
    const found = await findMenus(ask, menus);
    if (!found.ok) return found;
    ids = found.value;
    const id = ids.get(menu);
    return id === undefined ? notThere : { ok: true, value: id };
  }

  async function attempt(userId: string, menu: MenuKey, isSecond: boolean): Promise<Answer<true>> {
    const id = await idOf(menu);
    if (!id.ok) return id;
    const linked = await ask("link rich menu", (client) => client.linkRichMenuIdToUser(userId, id.value).then(() => true as const));
    if (linked.ok || linked.status !== 404 || isSecond) return linked;
    ids = new Map();
    return attempt(userId, menu, true);
  }

  return {
    link: (userId, menu) => attempt(userId, menu, false),
    remember: (known) => {
      ids = known;
    },
  };
}
