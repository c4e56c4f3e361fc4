import type { Bounds, MenuDefinition, Tile } from "./definitions.ts";
import { boundsOf } from "./definitions.ts";
import { icons } from "./icons.ts";

type Look = { ground: string; ink: string };
const main: Look = { ground: "#0B7A75", ink: "#FFFFFF" };
const quiet: Look = { ground: "#FFFFFF", ink: "#075E5A" };
const gap = "#CFE3E1";
const news = "#C62828";

/** A third of the width holds ติดต่อเจ้าหน้าที่ at 112, which is 14 px on a phone 320 px wide; half of it holds more. */
const fontSizes = { high: 112, flat: 126 };

type Place = { icon: { x: number; y: number; side: number }; text: { x: number; y: number; anchor: "middle" | "start"; size: number } };

/** Icon above the label on a high tile, beside it on a flat one. */
function placeOn({ x, y, width, height }: Bounds): Place {
  if (height > width * 0.6) {
    const side = Math.round(height * 0.4);
    const middle = x + width / 2;
    const icon = { x: middle - side / 2, y: y + height * 0.15, side };
    return { icon, text: { x: middle, y: y + height * 0.81, anchor: "middle", size: fontSizes.high } };
  }
  const side = Math.round(height * 0.54);
  const icon = { x: x + width * 0.13, y: y + (height - side) / 2, side };
  return { icon, text: { x: icon.x + side + 80, y: y + height / 2 + fontSizes.flat * 0.36, anchor: "start", size: fontSizes.flat } };
}

/** The mark is a word, so that it is not told by colour alone. */
function drawNews({ icon }: Place): string {
  const [x, y] = [icon.x + icon.side * 0.78, icon.y - 20];
  return [
    `<rect x="${x}" y="${y}" width="250" height="128" rx="64" fill="${news}" stroke="#FFFFFF" stroke-width="10"/>`,
    `<text x="${x + 125}" y="${y + 94}" text-anchor="middle" font-size="88" fill="#FFFFFF">ใหม่</text>`,
  ].join("");
}

function drawTile(tile: Tile, bounds: Bounds): string {
  const look = tile.isMain ? main : quiet;
  const place = placeOn(bounds);
  const { icon, text } = place;
  const stroke = `fill="none" stroke="${look.ink}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"`;
  return [
    `<rect x="${bounds.x + 6}" y="${bounds.y + 6}" width="${bounds.width - 12}" height="${bounds.height - 12}" fill="${look.ground}"/>`,
    `<g transform="translate(${icon.x} ${icon.y}) scale(${icon.side / 100})" ${stroke}>${icons[tile.icon]}</g>`,
    `<text x="${text.x}" y="${text.y}" text-anchor="${text.anchor}" font-size="${text.size}" fill="${look.ink}">${tile.label}</text>`,
    tile.hasNews ? drawNews(place) : "",
  ].join("");
}

/** The menu's picture. */
export function drawSvg(menu: MenuDefinition): string {
  const { width, height } = menu.size;
  const bounds = boundsOf(menu);
  const tiles = menu.tiles.map((tile, index) => drawTile(tile, bounds[index] as Bounds)).join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` font-family="Sarabun" font-weight="700"><rect width="${width}" height="${height}" fill="${gap}"/>${tiles}</svg>`,
  ].join("");
}
