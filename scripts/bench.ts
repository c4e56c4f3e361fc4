import "./support/require-node.ts";
import { parseArgs } from "node:util";
import { renderTable, turnRows } from "./bench/table.ts";
import { benchTurns } from "./bench/turns.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    json: { type: "boolean", default: false },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    "node-options": { type: "string" },
  },
});
const say = (line: string) => console.error(line);

if (values.only !== "crash") {
  const nodeOptions = values["node-options"];
  const figures = await benchTurns({
    say,
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    ...(nodeOptions === undefined ? {} : { nodeOptions }),
  });
  const rows = turnRows(figures);
  console.log(values.json ? JSON.stringify({ figures, rows }) : renderTable(rows));
}
