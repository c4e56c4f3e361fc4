import "./support/require-node.ts";
import { parseArgs } from "node:util";
import { benchCrashes, renderCrashes } from "./bench/crash.ts";
import { renderTable, turnRows } from "./bench/table.ts";
import { benchTurns } from "./bench/turns.ts";

const usage = `npm run bench -- [options]
  --only turns|crash      one half of it
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

if (values.help) {
  console.log(usage);
} else {
  const measured = values.only === "crash" ? null : await turns();
  const proved = values.only === "turns" ? null : await crashes();
  if (values.json) console.log(JSON.stringify({ turns: measured, crashes: proved }));
}
