import { setTimeout as wait } from "node:timers/promises";
import type { LineLog } from "#bot/line/client/config.ts";
import type { Answer } from "#bot/line/client/outcome.ts";
import type { Line } from "#bot/line/open-line.ts";
import type { MenuKey } from "./menu-keys.ts";
import { menuKeys } from "./menu-keys.ts";
import { findMenus } from "./menu-links.ts";
import { isOlderAlias, type PreparedMenus } from "./menu-request.ts";
import { paint } from "./paint.ts";

export type MenuReport = { created: MenuKey[]; ids: ReadonlyMap<MenuKey, string> };

/** A picture of a hundred kilobytes on a slow line. */
const uploadTimeoutMs = 20_000;

/** The pictures of these menus, all drawn at once. */
async function draw(menus: PreparedMenus, keys: MenuKey[]): Promise<Answer<Map<MenuKey, Blob>>> {
  try {
    const pictures = keys.length === 0 ? [] : await paint(keys.map((key) => menus[key].svg));
    const blobs = pictures.map((picture) => new Blob([new Uint8Array(picture)], { type: "image/png" }));
    return { ok: true, value: new Map(keys.map((key, index) => [key, blobs[index] as Blob])) };
  } catch (error) {
    const message = `the pictures could not be drawn: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, status: null, message, retryable: true };
  }
}

/**
 * Makes one menu: definition, picture, then the alias. LINE takes an alias once only, so a half-made menu is never found
 * by it, and of two processes that start together the second uses the first one's menu.
 */
async function createMenu({ ask, menus }: Line, key: MenuKey, picture: Blob): Promise<Answer<string>> {
  const { request, alias } = menus[key];
  const created = await ask("create rich menu", (client) => client.createRichMenu(request));
  if (!created.ok) return created;
  const { richMenuId } = created.value;
  const uploaded = await ask("rich menu picture", (client) => client.setRichMenuImage(richMenuId, picture), uploadTimeoutMs);
  const named = uploaded.ok
    ? await ask("rich menu alias", (client) => client.createRichMenuAlias({ richMenuAliasId: alias, richMenuId }))
    : uploaded;
  if (named.ok) return { ok: true, value: richMenuId };
  await ask("delete rich menu", (client) => client.deleteRichMenu(richMenuId));
  const others = await findMenus(ask, menus);
  const existing = others.ok ? others.value.get(key) : undefined;
  return existing === undefined ? named : { ok: true, value: existing };
}

/** Moves people who were shown an earlier version (LINE does it in its own time; three such calls an hour). */
async function moveReaders({ ask, menus }: Line, ids: ReadonlyMap<MenuKey, string>): Promise<void> {
  const listed = await ask("rich menu aliases", (client) => client.getRichMenuAliasList());
  const aliases = listed.ok ? listed.value.aliases : [];
  const operations = [...ids].flatMap(([key, to]) =>
    aliases
      .filter((one) => isOlderAlias(menus, key, one.richMenuAliasId))
      .map((one) => ({ type: "link" as const, from: one.richMenuId, to })),
  );
  if (operations.length > 0) await ask("move people to the new rich menus", (client) => client.richMenuBatch({ operations }));
}

async function setDefault({ ask }: Line, richMenuId: string): Promise<Answer<unknown>> {
  const present = await ask("default rich menu", (client) => client.getDefaultRichMenuId().catch(() => ({ richMenuId: "" })));
  if (present.ok && present.value.richMenuId === richMenuId) return present;
  return ask("set default rich menu", (client) => client.setDefaultRichMenu(richMenuId));
}

/**
 * Brings LINE's rich menus to what the definitions say: makes those that are missing, and shows everybody the teacher's.
 * Changes nothing when all is there. Never rejects. Earlier versions stay until `removeOldMenus`.
 */
export async function ensureRichMenus(line: Line): Promise<Answer<MenuReport>> {
  const found = await findMenus(line.ask, line.menus);
  if (!found.ok) return found;
  const ids = found.value;
  const missing = menuKeys.filter((key) => !ids.has(key));
  const pictures = await draw(line.menus, missing);
  if (!pictures.ok) return pictures;
  for (const [key, picture] of pictures.value) {
    const made = await createMenu(line, key, picture);
    if (!made.ok) return made;
    ids.set(key, made.value);
  }
  line.rememberMenus(ids);
  if (missing.length > 0) await moveReaders(line, ids);
  const shown = await setDefault(line, ids.get("teacher") as string);
  return shown.ok ? { ok: true, value: { created: missing, ids } } : shown;
}

/** Deletes earlier versions of our menus. Whoever is still shown one sees the default menu until linked again. */
export async function removeOldMenus({ ask, menus }: Line): Promise<Answer<number>> {
  const listed = await ask("rich menu aliases", (client) => client.getRichMenuAliasList());
  if (!listed.ok) return listed;
  const old = listed.value.aliases.filter((one) => menuKeys.some((key) => isOlderAlias(menus, key, one.richMenuAliasId)));
  for (const { richMenuAliasId, richMenuId } of old) {
    const forgotten = await ask("delete rich menu alias", (client) => client.deleteRichMenuAlias(richMenuAliasId));
    const deleted = forgotten.ok ? await ask("delete rich menu", (client) => client.deleteRichMenu(richMenuId)) : forgotten;
    if (!deleted.ok) return deleted;
  }
  return { ok: true, value: old.length };
}

const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/** Tries until the menus are there or `signal` ends it: LINE may be down when the server starts. Never rejects. */
export async function keepEnsuringRichMenus(line: Line, log: LineLog, signal: AbortSignal): Promise<void> {
  for (let pause = firstPauseMs; !signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
    const ensured = await ensureRichMenus(line);
    if (ensured.ok) {
      log.info({ created: ensured.value.created }, "rich menus are in place");
      return;
    }
    log.warn({ status: ensured.status, reason: ensured.message, nextTryMs: pause }, "rich menus not in place yet");
    await wait(pause, undefined, { signal }).catch(() => {});
  }
}
