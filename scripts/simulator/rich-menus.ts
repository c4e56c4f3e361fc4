import { randomBytes } from "node:crypto";
import type { messagingApi } from "@line/bot-sdk";
import { type Button, menuButtons } from "./buttons.ts";

export interface RichMenu {
  richMenuId: string;
  definition: messagingApi.RichMenuRequest;
  image?: { bytes: Buffer; contentType: string };
}

export interface RichMenus {
  readonly menus: Map<string, RichMenu>;
  readonly aliases: Map<string, string>;
  readonly links: Map<string, string>;
  defaultId: string | undefined;
  create(definition: messagingApi.RichMenuRequest): RichMenu;
  remove(richMenuId: string): void;
  /** The menu a person sees: their own, else the default. */
  shownTo(userId: string): RichMenu | undefined;
  /** The tappable areas of that menu, in order. */
  buttons(userId: string): Button[];
}

/** Rich menus, their pictures, aliases, and who has which. */
export function createRichMenus(): RichMenus {
  const menus = new Map<string, RichMenu>();
  const aliases = new Map<string, string>();
  const links = new Map<string, string>();
  const richMenus: RichMenus = {
    menus,
    aliases,
    links,
    defaultId: undefined,
    create(definition) {
      const menu: RichMenu = { richMenuId: `richmenu-${randomBytes(16).toString("hex")}`, definition };
      menus.set(menu.richMenuId, menu);
      return menu;
    },
    remove(richMenuId) {
      menus.delete(richMenuId);
      for (const [userId, linked] of links) if (linked === richMenuId) links.delete(userId);
      if (richMenus.defaultId === richMenuId) richMenus.defaultId = undefined;
    },
    shownTo: (userId) => menus.get(links.get(userId) ?? richMenus.defaultId ?? ""),
    buttons: (userId) => menuButtons(richMenus.shownTo(userId)?.definition),
  };
  return richMenus;
}
