import type { TurnFigures } from "./turns.ts";

/** One line of the result: what was measured, on both sides where both have it, and what it should be. */
export type Row = {
  what: string;
  echo: number | null;
  ours: number;
  unit: string;
  /** ours ÷ echo */
  ratio: number | null;
  target: string;
  isMet: boolean | null;
};

type Bound = { atLeast: number } | { atMost: number };

function judged(what: string, unit: string, ours: number, echo: number | null, bound?: Bound & { of: "ratio" | "ours" }): Row {
  const ratio = echo === null ? null : ours / echo;
  if (!bound) return { what, unit, ours, echo, ratio, target: "", isMet: null };
  const value = bound.of === "ratio" ? (ratio ?? 0) : ours;
  const isMet = "atLeast" in bound ? value >= bound.atLeast : value <= bound.atMost;
  const limit = "atLeast" in bound ? `≥ ${bound.atLeast}` : `≤ ${bound.atMost}`;
  return { what, unit, ours, echo, ratio, target: bound.of === "ratio" ? `${limit}×` : `${limit} ${unit}`, isMet };
}

/** The targets of a turn: as fast as a bot that stores nothing, or nearly. */
export function turnRows({ echo, ours, half, lone, submits }: TurnFigures): Row[] {
  return [
    judged("acknowledged", "a second", ours.acknowledgedPerSecond, echo.acknowledgedPerSecond, { of: "ratio", atLeast: 1 }),
    judged("acknowledged, p50", "ms", ours.ackP50, echo.ackP50),
    judged("acknowledged, p99", "ms", ours.ackP99, echo.ackP99, { of: "ratio", atMost: 1 }),
    judged("complete turns", "a second", ours.repliesPerSecond, echo.repliesPerSecond, { of: "ratio", atLeast: 0.8 }),
    judged("turns that submit", "a second", submits.perSecond, echo.repliesPerSecond, { of: "ratio", atLeast: 0.1 }),
    judged("end to end at full load, p99", "ms", ours.endToEndP99, echo.endToEndP99),
    judged(`end to end at ${half.rate}/s, p50`, "ms", half.endToEndP50, null),
    judged(`end to end at ${half.rate}/s, p99`, "ms", half.endToEndP99, null, { of: "ours", atMost: 150 }),
    judged("CPU of the process", "ms a turn", ours.cpuMsPerReply, echo.cpuMsPerReply, { of: "ratio", atMost: 1.25 }),
    judged("MongoDB round trips under load", "a turn", ours.roundTripsPerReply, null, { of: "ours", atMost: 1 }),
    judged("MongoDB round trips, lone turn", "a turn", lone.roundTrips, null, { of: "ours", atMost: 5 }),
    judged("MongoDB round trips, submit", "a turn", submits.roundTrips, null),
    judged("lone turn, end to end", "ms", lone.milliseconds, null),
    judged("webhooks not acknowledged", "", ours.refused, echo.refused, { of: "ours", atMost: 0 }),
    judged("events without a reply", "", ours.unanswered, echo.unanswered, { of: "ours", atMost: 0 }),
    judged(`reports of ${submits.of} stored`, "", submits.stored, null, { of: "ours", atLeast: submits.of }),
  ];
}

const shown = (value: number | null): string =>
  value === null ? "–" : value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

/** The rows under one another, figures aligned. */
export function renderTable(rows: Row[]): string {
  const heads = ["", "echo bot", "ours", "unit", "ratio", "target", ""];
  const verdict = (isMet: boolean | null) => (isMet === null ? "" : isMet ? "met" : "MISSED");
  const cells = rows.map((row) => [
    row.what,
    shown(row.echo),
    shown(row.ours),
    row.unit,
    row.ratio === null || !Number.isFinite(row.ratio) ? "" : `${row.ratio.toFixed(2)}×`,
    row.target,
    verdict(row.isMet),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((line) => line[column]?.length ?? 0)));
  const isFigure = (column: number) => [1, 2, 4].includes(column);
  const line = (texts: string[]) =>
    texts.map((text, column) => (isFigure(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0))).join("  ");
  return [heads, ...cells].map((texts) => line(texts).trimEnd()).join("\n");
}
