import type { StyleValue } from "vue";

/** LINE's keyword scales in pixels, as its own apps draw them. */
const space: Record<string, number> = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const font: Record<string, number> = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, "3xl": 35, "4xl": 48, "5xl": 74 };
const picture: Record<string, number> = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  "3xl": 180,
  "4xl": 200,
  "5xl": 220,
};
const border: Record<string, number> = { none: 0, light: 0.5, normal: 1, medium: 2, "semi-bold": 3, bold: 4 };
const bubble: Record<string, number> = { nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 386 };

const measure = (scale: Record<string, number>) => (value: string | undefined) => {
  if (value === undefined) return undefined;
  const pixels = scale[value];
  return pixels === undefined ? value : `${pixels}px`;
};

export const spaceOf = measure(space);
export const fontOf = measure(font);
export const borderOf = measure(border);
export const pictureOf = (value = "md") => (value === "full" ? "100%" : measure(picture)(value));
export const bubbleWidth = (size = "mega") => `${bubble[size] ?? 300}px`;

/** Where a component stands: the layout of its box, the box's spacing, and whether it comes first. */
export interface Place {
  layout: "horizontal" | "vertical" | "baseline";
  spacing?: string | undefined;
  isFirst: boolean;
}

interface Placed {
  flex?: number;
  margin?: string;
  position?: string;
  offsetTop?: string;
  offsetBottom?: string;
  offsetStart?: string;
  offsetEnd?: string;
}

/** In a row every component takes an equal share unless it says otherwise; in a column its own height. */
function flexOf(node: Placed & { type?: string; width?: string }, place: Place): string {
  const isFixed = node.type === "icon" || node.type === "separator" || node.width !== undefined;
  const isRow = place.layout !== "vertical";
  const share = node.flex ?? (isRow && !isFixed ? 1 : 0);
  return share === 0 ? "0 0 auto" : `${share} 1 ${isRow ? "0" : "auto"}`;
}

/** A component's own margin replaces the spacing of its box. */
export function placedStyle(node: Placed & { type?: string; width?: string }, place: Place): StyleValue {
  const gap = place.isFirst ? undefined : spaceOf(node.margin ?? place.spacing);
  return {
    flex: flexOf(node, place),
    minWidth: 0,
    [place.layout === "vertical" ? "marginTop" : "marginLeft"]: gap,
    position: node.position === "absolute" ? "absolute" : "relative",
    top: spaceOf(node.offsetTop),
    bottom: spaceOf(node.offsetBottom),
    left: spaceOf(node.offsetStart),
    right: spaceOf(node.offsetEnd),
  };
}

const alignments: Record<string, string> = {
  top: "flex-start",
  center: "center",
  bottom: "flex-end",
  start: "flex-start",
  end: "flex-end",
};
export const alignmentOf = (value: string | undefined) => (value === undefined ? undefined : alignments[value]);

/** `20:13` becomes what CSS calls an aspect ratio. */
export const ratioOf = (value = "1:1") => value.replace(":", " / ");
