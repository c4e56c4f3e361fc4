import { createHash } from "node:crypto";
import type { messagingApi } from "@line/bot-sdk";
import { pageUrl } from "#bot/line/render/link-maker.ts";
import { writePress } from "#models/messages/press.ts";
import type { MenuDefinition, Tile } from "./definitions.ts";
import { boundsOf, menusFor, sizeOf } from "./definitions.ts";
import { drawSvg } from "./draw-svg.ts";
import type { MenuKey } from "./menu-keys.ts";

/** Aliases that begin so are ours. */
const prefix = "ict-";

export type PreparedMenu = { request: messagingApi.RichMenuRequest; svg: string; alias: string };
export type PreparedMenus = Record<MenuKey, PreparedMenu>;

function actionOf(tile: Tile, liffId: string | undefined): messagingApi.Action {
  const { label } = tile;
  if ("press" in tile) return { type: "postback", label, data: writePress(tile.press), displayText: label };
  const uri = pageUrl(liffId, tile.page);
  if (uri === null) throw new Error(`the tile "${label}" opens the mini-app, and there is none`);
  return { type: "uri", label, uri };
}

function areasOf(menu: MenuDefinition, liffId: string | undefined): messagingApi.RichMenuArea[] {
  const bounds = boundsOf(menu);
  return menu.tiles.map((tile, index) => ({
    bounds: bounds[index] as NonNullable<(typeof bounds)[number]>,
    action: actionOf(tile, liffId),
  }));
}

/**
 * What LINE is told of a menu. Its alias carries a hash of everything in it, the picture included, so that a changed
 * menu is a new one: LINE allows neither to be changed later.
 */
function prepare(key: MenuKey, menu: MenuDefinition, liffId: string | undefined): PreparedMenu {
  const { chatBarText } = menu;
  const request = { size: sizeOf(menu), selected: true, name: `${prefix}${key}`, chatBarText, areas: areasOf(menu, liffId) };
  const svg = drawSvg(menu);
  const hash = createHash("sha256").update(JSON.stringify(request)).update(svg).digest("hex").slice(0, 10);
  return { request, svg, alias: `${prefix}${key}-${hash}` };
}

/** The menus of this office: with a LIFF id some of their tiles open the mini-app. */
export function prepareMenus(liffId?: string): PreparedMenus {
  const menus = menusFor({ hasMiniApp: liffId !== undefined });
  return {
    teacher: prepare("teacher", menus.teacher, liffId),
    "teacher-news": prepare("teacher-news", menus["teacher-news"], liffId),
    staff: prepare("staff", menus.staff, liffId),
    director: prepare("director", menus.director, liffId),
  };
}

/** True for an alias of this menu in another version than the present one. */
export function isOlderAlias(menus: PreparedMenus, key: MenuKey, alias: string): boolean {
  return alias.slice(0, -10) === `${prefix}${key}-` && alias !== menus[key].alias;
}
