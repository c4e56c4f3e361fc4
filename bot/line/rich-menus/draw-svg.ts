import type { Bounds, MenuDefinition, Tile } from "./definitions.ts";
import { boundsOf, sizeOf } from "./definitions.ts";
import { icons } from "./icons.ts";

type Look = { ground: string; ink: string };
const main: Look = { ground: "#0B7A75", ink: "#FFFFFF" };
const quiet: Look = { ground: "#FFFFFF", ink: "#075E5A" };
const gap = "#CFE3E1";
const news = "#C62828";

/** A third of the width holds ติดต่อเจ้าหน้าที่ at 112, which is 14 px on a phone 320 px wide; so does half of it beside an icon. */
const fontSizes = { high: 112, flat: 116, wide: 136 };
/** A Thai letter of Sarabun's bold is about so wide, in parts of the font's size. */
const letterWidth = 0.55;

type Point = { x: number; y: number };
type Place = {
  icon: Point & { side: number };
  text: Point & { anchor: "middle" | "start"; size: number };
  news: Point & { scale: number };
};

/** Icon above the label. */
function placeHigh({ x, y, width, height }: Bounds): Place {
  const side = Math.round(height * 0.4);
  const middle = x + width / 2;
  const icon = { x: middle - side / 2, y: y + height * 0.15, side };
  return {
    icon,
    text: { x: middle, y: y + height * 0.81, anchor: "middle", size: fontSizes.high },
    news: { x: icon.x + side * 0.78, y: icon.y - 20, scale: 1 },
  };
}

/** Icon beside the label; in a tile as wide as the menu both stand in the middle. */
function placeFlat({ label, isWide }: Tile, { x, y, width, height }: Bounds): Place {
  const size = isWide ? fontSizes.wide : fontSizes.flat;
  const side = Math.round(height * 0.48);
  const gapToText = 64;
  const letters = [...new Intl.Segmenter("th", { granularity: "grapheme" }).segment(label)].length;
  const taken = side + gapToText + letters * size * letterWidth;
  const icon = { x: isWide ? x + (width - taken) / 2 : x + width * 0.09, y: y + (height - side) / 2, side };
  return {
    icon,
    text: { x: icon.x + side + gapToText, y: y + height / 2 + size * 0.36, anchor: "start", size },
    news: { x: x + width - 236, y: y + 30, scale: 0.8 },
  };
}

/** The mark is a word, so that it is not told by colour alone. */
function drawNews({ x, y, scale }: Place["news"]): string {
  return [
    `<g transform="translate(${x} ${y}) scale(${scale})">`,
    `<rect width="250" height="128" rx="64" fill="${news}" stroke="#FFFFFF" stroke-width="10"/>`,
    `<text x="125" y="94" text-anchor="middle" font-size="88" fill="#FFFFFF">ใหม่</text></g>`,
  ].join("");
}

function drawTile(tile: Tile, bounds: Bounds): string {
  const look = tile.isMain ? main : quiet;
  const place = bounds.height > bounds.width * 0.6 ? placeHigh(bounds) : placeFlat(tile, bounds);
  const { icon, text } = place;
  const stroke = `fill="none" stroke="${look.ink}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"`;
  return [
    `<rect x="${bounds.x + 6}" y="${bounds.y + 6}" width="${bounds.width - 12}" height="${bounds.height - 12}" fill="${look.ground}"/>`,
    `<g transform="translate(${icon.x} ${icon.y}) scale(${icon.side / 100})" ${stroke}>${icons[tile.icon]}</g>`,
    `<text x="${text.x}" y="${text.y}" text-anchor="${text.anchor}" font-size="${text.size}" fill="${look.ink}">${tile.label}</text>`,
    tile.hasNews ? drawNews(place.news) : "",
  ].join("");
}

/** The menu's picture. */
export function drawSvg(menu: MenuDefinition): string {
  const { width, height } = sizeOf(menu);
  const bounds = boundsOf(menu);
  const tiles = menu.tiles.map((tile, index) => drawTile(tile, bounds[index] as Bounds)).join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` font-family="Sarabun" font-weight="700"><rect width="${width}" height="${height}" fill="${gap}"/>${tiles}</svg>`,
  ].join("");
}
