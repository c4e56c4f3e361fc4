import type { Stroke } from "#models/fields/field.ts";

/** The pad in the drawing's own measure: thousandths of its width. */
export const pad = { width: 1_000, height: 400 } as const;

/** Nearer than this to the point before, a point draws nothing that one could see. */
const leastStep = 5;
/** As the field takes them. */
const mostStrokes = 60;
const mostFigures = 6_000;
const mostFiguresOfStroke = 2_000;

const bounded = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));

/** Where a finger is on the pad. */
export function pointOn(box: DOMRect, { clientX, clientY }: { clientX: number; clientY: number }): [number, number] {
  const scale = pad.width / box.width;
  return [bounded((clientX - box.left) * scale, pad.width), bounded((clientY - box.top) * scale, pad.height)];
}

/** The stroke with one point more; the same stroke where the finger has hardly moved. */
export function extended(stroke: Stroke, [x, y]: [number, number]): Stroke {
  const [lastX = x, lastY = y] = stroke.slice(-2);
  const isNear = stroke.length > 0 && Math.hypot(x - lastX, y - lastY) < leastStep;
  return isNear || stroke.length >= mostFiguresOfStroke ? stroke : [...stroke, x, y];
}

/** A tap is a dot: a stroke needs two points. */
export function finished(stroke: Stroke): Stroke {
  const [x = 0, y = 0] = stroke;
  return stroke.length >= 4 ? stroke : [x, y, Math.min(pad.width, x + 1), y];
}

export function hasRoom(strokes: readonly Stroke[]): boolean {
  return strokes.length < mostStrokes && strokes.reduce((sum, { length }) => sum + length, 0) < mostFigures - mostFiguresOfStroke;
}

/** For an SVG polyline. */
export const pointsOf = (stroke: Stroke): string =>
  Array.from({ length: stroke.length / 2 }, (_, at) => `${stroke[2 * at]},${stroke[2 * at + 1]}`).join(" ");

/** แกงได: the cross that stands for a signature of whoever cannot draw one (ป.พ.พ. มาตรา 9). Nobody takes it for a hand's own. */
export const cross: readonly Stroke[] = [
  [420, 120, 580, 280],
  [580, 120, 420, 280],
];

export const isCross = (strokes: readonly Stroke[]): boolean => JSON.stringify(strokes) === JSON.stringify(cross);
