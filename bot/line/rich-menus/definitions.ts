import type { Page } from "#models/messages/page.ts";
import type { Press } from "#models/messages/press.ts";
import type { MenuKey } from "./menu-keys.ts";

export type Icon = "wrench" | "list" | "headset" | "briefcase" | "tray" | "person-plus" | "bars" | "home" | "board";

/** What a tile does: a word in the chat, or a page of the mini-app. */
type Doing = { press: Press } | { page: Page };

/** `isMain` fills the tile with colour; `isWide` gives it a row of its own; `hasNews` puts the word ใหม่ on it. */
export type Tile = { label: string; icon: Icon; isMain?: true; isWide?: true; hasNews?: true } & Doing;

export type MenuDefinition = {
  /** the line under the chat that opens the menu: at most 14 grapheme clusters */
  chatBarText: string;
  columns: number;
  tiles: Tile[];
};

function starts(talk: string): Press {
  return { to: "start", talk };
}

const repair: Tile = { label: "แจ้งซ่อม", icon: "wrench", press: starts("report:repair"), isMain: true };
const status: Tile = { label: "ติดตามสถานะ", icon: "list", press: starts("status") };
const contact: Tile = { label: "ติดต่อเจ้าหน้าที่", icon: "headset", press: starts("contact") };
const home: Tile = { label: "หน้าหลัก", icon: "home", page: { to: "home" } };
const desk: Tile = { label: "โต๊ะงาน", icon: "board", page: { to: "desk" }, isMain: true, isWide: true };
const work: Tile[] = [
  { label: "งานของฉัน", icon: "briefcase", press: starts("my-work") },
  { label: "งานรอรับ", icon: "tray", press: starts("queue") },
  { label: "แจ้งแทน", icon: "person-plus", press: starts("report-for") },
  { label: "ภาระงาน", icon: "bars", press: starts("workload") },
];

const news = (tiles: Tile[]): Tile[] => tiles.map((tile) => (tile === status ? { ...tile, hasNews: true } : tile));

/** The menus, tile by tile from the upper left; an office with a mini-app has a tile more in each that opens it. */
export function menusFor({ hasMiniApp }: { hasMiniApp: boolean }): Record<MenuKey, MenuDefinition> {
  const teacher = hasMiniApp ? [repair, status, home, contact] : [repair, status, contact];
  const columns = hasMiniApp ? 2 : 3;
  const [first, ...rest] = work as [Tile, ...Tile[]];
  return {
    teacher: { chatBarText: "เมนูศูนย์ ICT", columns, tiles: teacher },
    "teacher-news": { chatBarText: "เมนู (มีข่าวใหม่)", columns, tiles: news(teacher) },
    staff: { chatBarText: "เมนูเจ้าหน้าที่", columns: 2, tiles: hasMiniApp ? [desk, ...work] : [{ ...first, isMain: true }, ...rest] },
  };
}

export type Size = { width: number; height: number };
export type Bounds = { x: number; y: number } & Size;

const width = 2500;
/** Half the height of LINE's large menu leaves a small phone room for the chat; a third row is as high as those two. */
const shortest = 843;
const rowHeight = shortest / 2;

/** Row by row: a wide tile has one of its own. */
function rowsOf({ columns, tiles }: MenuDefinition): Tile[][] {
  const rows: Tile[][] = [];
  for (const tile of tiles) {
    const last = rows.at(-1);
    if (!last || tile.isWide || last.length === columns || last[0]?.isWide) rows.push([tile]);
    else last.push(tile);
  }
  return rows;
}

/** The menu's picture is as high as its rows need. */
export function sizeOf(menu: MenuDefinition): Size {
  return { width, height: Math.max(shortest, Math.round(rowsOf(menu).length * rowHeight)) };
}

/** Where each tile lies; the last of a row takes the pixels that do not divide. */
export function boundsOf(menu: MenuDefinition): Bounds[] {
  const rows = rowsOf(menu);
  const { height } = sizeOf(menu);
  const edge = (total: number, parts: number, at: number) => Math.round((total * at) / parts);
  return rows.flatMap((tiles, row) => {
    const y = edge(height, rows.length, row);
    const columns = tiles[0]?.isWide ? 1 : menu.columns;
    return tiles.map((_, column) => {
      const x = edge(width, columns, column);
      return { x, y, width: edge(width, columns, column + 1) - x, height: edge(height, rows.length, row + 1) - y };
    });
  });
}
