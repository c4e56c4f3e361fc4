import "./support/require-node.ts";
import { parseArgs } from "node:util";
import { benchCrashes, renderCrashes } from "./bench/crash.ts";
import { benchLive } from "./bench/live.ts";
import { benchMiniApp } from "./bench/mini-app.ts";
import { benchPrint } from "./bench/print.ts";
import { benchQueries } from "./bench/queries.ts";
import { liveLines, miniAppLines, printLines, queryLines, renderLines } from "./bench/report.ts";
import { renderTable, turnRows } from "./bench/table.ts";
import { benchTurns } from "./bench/turns.ts";

const usage = `npm run bench -- [options]
  --only PART             one part of it: turns, crash, mini-app, queries, live or print
  --rounds N --seconds N  rounds of greetings, and how long each is (3, 4)
  --seed N                kills and people of the crash proof as in an earlier run
  --variant NAME          one crash proof: "one server", "two servers", "the primary of three mongods"
  --node-options=OPTIONS  for our server, such as --cpu-prof
  --json                  figures as JSON`;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    seed: { type: "string" },
    variant: { type: "string" },
    "node-options": { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

// Standard output holds the result alone.
const say = (line: string) => console.error(line);

async function turns() {
  const nodeOptions = values["node-options"];
  const options = { say, rounds: Number(values.rounds), seconds: Number(values.seconds) };
  const figures = await benchTurns({ ...options, ...(nodeOptions === undefined ? {} : { nodeOptions }) });
  const rows = turnRows(figures);
  if (!values.json) console.log(`${renderTable(rows)}\n`);
  return { figures, rows };
}

async function crashes() {
  const outcomes = await benchCrashes(Number(values.seed ?? Date.now() % 1_000_000), say, values.variant);
  if (!values.json) console.log(renderCrashes(outcomes));
  // A missed target is a figure; something lost or said twice is a fault.
  if (outcomes.some(({ report }) => report.problems.length > 0)) process.exitCode = 1;
  return outcomes;
}

/** The parts besides turns and crashes, each with what it prints. */
async function part<F>(title: string, measure: () => Promise<F>, lines: (figures: F) => Parameters<typeof renderLines>[1]): Promise<F> {
  const figures = await measure();
  if (!values.json) console.log(`${renderLines(title, lines(figures))}\n`);
  return figures;
}

const parts: Record<string, () => Promise<unknown>> = {
  turns,
  queries: () => part("Queries of home and desk, 1,000 → 100,000 requests", () => benchQueries(say), queryLines),
  live: () => part("500 open pages, 50 changes a second", () => benchLive(say), liveLines),
  print: () => part("Documents, and what they do to the webhook", () => benchPrint(say), printLines),
  "mini-app": () => part("The mini-app on a slow phone", () => benchMiniApp(say), miniAppLines),
  crash: crashes,
};

if (values.help) {
  console.log(usage);
} else {
  const chosen = Object.keys(parts).filter((name) => values.only === undefined || values.only === name);
  if (chosen.length === 0) throw new Error(`--only ${values.only}: there is ${Object.keys(parts).join(", ")}`);
  const figures: Record<string, unknown> = {};
  for (const name of chosen) figures[name] = await parts[name]?.();
  if (values.json) console.log(JSON.stringify(figures));
}
