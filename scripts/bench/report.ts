import type { LiveFigures } from "./live.ts";
import type { MiniAppFigures } from "./mini-app.ts";
import type { PrintFigures } from "./print.ts";
import type { QueryFigures } from "./queries.ts";

/** A figure with its target; null where there is none. */
type Line = { what: string; shown: string; target: string; isMet: boolean | null };

const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(0)} MB`;
const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

/** LIFF SDK included. */
const mostScript = 150_000;
const usableWithin = 3;
/** Milliseconds, 95th percentile. */
const mostQuery = 50;
const mostGrowth = 3;
/** The webhook's p99 with 500 pages open, against that without. */
const mostSlower = 1.5;

export function miniAppLines({ gzip, scripts, usableAfter, median }: MiniAppFigures): Line[] {
  const rounds = usableAfter.map((seconds) => seconds.toFixed(2)).join(", ");
  return [
    {
      what: `JavaScript until home is usable (${scripts} files, gzip)`,
      shown: kilobytes(gzip),
      target: `≤ ${kilobytes(mostScript)}`,
      isMet: gzip <= mostScript,
    },
    {
      what: "home usable at 1.6 Mbit/s, 150 ms, 4× slower CPU",
      shown: `${median.toFixed(2)} s (${rounds})`,
      target: `≤ ${usableWithin} s`,
      isMet: median <= usableWithin,
    },
  ];
}

export function queryLines(figures: QueryFigures): Line[] {
  return figures.map(({ name, few, many }) => ({
    what: `${name}, p95`,
    shown: `${few.toFixed(1)} → ${many.toFixed(1)} ms (${(many / few).toFixed(1)}×)`,
    target: `≤ ${mostQuery} ms, ≤ ${mostGrowth}×`,
    isMet: many <= mostQuery && many <= few * mostGrowth,
  }));
}

export function liveLines({ viewers, quiet, unseen, loud, changes, memory, cpu, connections }: LiveFigures): Line[] {
  const slower = loud.ackP99 / quiet.ackP99;
  const slowerByPages = loud.ackP99 / unseen.ackP99;
  return [
    { what: "pages open", shown: String(viewers), target: "500", isMet: viewers >= 500 },
    {
      what: `changes done of ${changes.asked}`,
      shown: `${changes.done}, ${changes.failed} refused`,
      target: "all",
      isMet: changes.done === changes.asked,
    },
    { what: "told to pages", shown: `${changes.heard} times`, target: "", isMet: null },
    {
      what: "from the call to the news on another page, p95",
      shown: `${changes.heardAfterP95.toFixed(0)} ms`,
      target: "≤ 2000 ms",
      isMet: changes.heardAfterP95 <= 2_000,
    },
    {
      what: "webhook acknowledged, p99: quiet → with pages and changes",
      shown: `${quiet.ackP99.toFixed(0)} → ${loud.ackP99.toFixed(0)} ms (${slower.toFixed(2)}×)`,
      target: `≤ ${mostSlower}×`,
      isMet: slower <= mostSlower,
    },
    {
      what: "the same: changes without pages → with pages",
      shown: `${unseen.ackP99.toFixed(0)} → ${loud.ackP99.toFixed(0)} ms (${slowerByPages.toFixed(2)}×)`,
      target: "",
      isMet: null,
    },
    {
      what: "webhook acknowledged, p50: quiet, changes, changes and pages",
      shown: [quiet, unseen, loud].map(({ ackP50 }) => `${ackP50.toFixed(1)} ms`).join(", "),
      target: "",
      isMet: null,
    },
    { what: "webhooks not acknowledged", shown: String(loud.refused), target: "0", isMet: loud.refused === 0 },
    {
      what: "memory of the server: before, 500 pages open, after",
      shown: [memory.before, memory.with500, memory.after].map(megabytes).join(", "),
      target: "",
      isMet: null,
    },
    {
      what: "CPU of the server, of one core: quiet, changes, changes and pages",
      shown: [cpu.quiet, cpu.unseen, cpu.loud].map(percent).join(", "),
      target: "",
      isMet: null,
    },
    {
      what: "connections of mongod: before, 500 pages open",
      shown: `${connections.before}, ${connections.with500}`,
      target: "not one a page",
      isMet: connections.with500 - connections.before < 50,
    },
  ];
}

/** A page is there before anybody wonders. Milliseconds, 95th percentile. */
const mostForAPage = 100;

export function printLines({ warmP50, warmP95, quiet, loud, atOnce }: PrintFigures): Line[] {
  const slower = loud.ackP99 / quiet.ackP99;
  return [
    {
      what: "a one-page document, warm, p50 and p95",
      shown: `${warmP50.toFixed(0)}, ${warmP95.toFixed(0)} ms`,
      target: `< ${mostForAPage} ms`,
      isMet: warmP95 < mostForAPage,
    },
    {
      what: `documents that came of ${atOnce.asked} at once`,
      shown: `${atOnce.came}, the last after ${(atOnce.took / 1_000).toFixed(1)} s`,
      target: "all",
      isMet: atOnce.came === atOnce.asked,
    },
    {
      what: "webhook acknowledged, p99: quiet → while they print",
      shown: `${quiet.ackP99.toFixed(0)} → ${loud.ackP99.toFixed(0)} ms (${slower.toFixed(2)}×)`,
      target: `≤ ${mostSlower}×`,
      isMet: slower <= mostSlower,
    },
    { what: "webhooks not acknowledged", shown: String(loud.refused), target: "0", isMet: loud.refused === 0 },
  ];
}

/** The lines under one another. */
export function renderLines(title: string, lines: Line[]): string {
  const width = Math.max(...lines.map(({ what }) => what.length));
  const verdict = (isMet: boolean | null) => (isMet === null ? "" : isMet ? "met" : "MISSED");
  return [
    title,
    ...lines.map(({ what, shown, target, isMet }) => `  ${what.padEnd(width)}  ${shown}  ${target}  ${verdict(isMet)}`.trimEnd()),
  ].join("\n");
}
