import type { Press } from "#models/messages/press.ts";
import type { MenuKey } from "./menu-keys.ts";

export type Icon = "wrench" | "list" | "headset" | "briefcase" | "tray" | "person-plus" | "bars";

/** `isMain` fills the tile with colour; `hasNews` puts the word ใหม่ on it. */
export type Tile = { label: string; icon: Icon; press: Press; isMain?: true; hasNews?: true };

export type MenuDefinition = {
  /** the line under the chat that opens the menu: at most 14 grapheme clusters */
  chatBarText: string;
  size: { width: number; height: number };
  columns: number;
  tiles: Tile[];
};

/** Half the height of LINE's large menu leaves a small phone room for the chat. */
const size = { width: 2500, height: 843 };

function starts(talk: string): Press {
  return { to: "start", talk };
}

const repair: Tile = { label: "แจ้งซ่อม", icon: "wrench", press: starts("report:repair"), isMain: true };
const status: Tile = { label: "ติดตามสถานะ", icon: "list", press: starts("status") };
const contact: Tile = { label: "ติดต่อเจ้าหน้าที่", icon: "headset", press: starts("contact") };

/** The menus, tile by tile from the upper left. */
export const menus: Record<MenuKey, MenuDefinition> = {
  teacher: { chatBarText: "เมนูศูนย์ ICT", size, columns: 3, tiles: [repair, status, contact] },
  "teacher-news": { chatBarText: "เมนู (มีข่าวใหม่)", size, columns: 3, tiles: [repair, { ...status, hasNews: true }, contact] },
  staff: {
    chatBarText: "เมนูเจ้าหน้าที่",
    size,
    columns: 2,
    tiles: [
      { label: "งานของฉัน", icon: "briefcase", press: starts("my-work"), isMain: true },
      { label: "งานรอรับ", icon: "tray", press: starts("queue") },
      { label: "แจ้งแทน", icon: "person-plus", press: starts("report-for") },
      { label: "ภาระงาน", icon: "bars", press: starts("workload") },
    ],
  },
};

export type Bounds = { x: number; y: number; width: number; height: number };

/** Where each tile lies; the last of a row takes the pixels that do not divide. */
export function boundsOf({ size: { width, height }, columns, tiles }: MenuDefinition): Bounds[] {
  const rows = Math.ceil(tiles.length / columns);
  const edge = (total: number, parts: number, at: number) => Math.round((total * at) / parts);
  return tiles.map((_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const [x, y] = [edge(width, columns, column), edge(height, rows, row)];
    return { x, y, width: edge(width, columns, column + 1) - x, height: edge(height, rows, row + 1) - y };
  });
}
