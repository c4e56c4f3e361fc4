import { createHash } from "node:crypto";
import type { messagingApi } from "@line/bot-sdk";
import { writePress } from "#models/messages/press.ts";
import type { MenuDefinition } from "./definitions.ts";
import { boundsOf, menus } from "./definitions.ts";
import { drawSvg } from "./draw-svg.ts";
import type { MenuKey } from "./menu-keys.ts";

/** Aliases that begin so are ours. */
const prefix = "ict-";

function areasOf(menu: MenuDefinition): messagingApi.RichMenuArea[] {
  const bounds = boundsOf(menu);
  return menu.tiles.map(({ label, press }, index) => ({
    bounds: bounds[index] as NonNullable<(typeof bounds)[number]>,
    action: { type: "postback", label, data: writePress(press), displayText: label },
  }));
}

function requestOf(key: MenuKey, menu: MenuDefinition): messagingApi.RichMenuRequest {
  const { size, chatBarText } = menu;
  return { size, selected: true, name: `${prefix}${key}`, chatBarText, areas: areasOf(menu) };
}

export type PreparedMenu = { request: messagingApi.RichMenuRequest; svg: string; alias: string };

const prepared = new Map<MenuKey, PreparedMenu>();

/**
 * What LINE is told of a menu. Its alias carries a hash of everything in it, the picture included, so that a changed
 * menu is a new one: LINE allows neither to be changed later.
 */
export function prepareMenu(key: MenuKey): PreparedMenu {
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const request = requestOf(key, menus[key]);
  const svg = drawSvg(menus[key]);
  const hash = createHash("sha256").update(JSON.stringify(request)).update(svg).digest("hex").slice(0, 10);
  const menu = { request, svg, alias: `${prefix}${key}-${hash}` };
  prepared.set(key, menu);
  return menu;
}

/** True for an alias of this menu in another version than the present one. */
export function isOlderAlias(key: MenuKey, alias: string): boolean {
  return alias.slice(0, -10) === `${prefix}${key}-` && alias !== prepareMenu(key).alias;
}
