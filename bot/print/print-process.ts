import { constants, setPriority } from "node:os";
import process from "node:process";
import { compile, openCompiler } from "./compile.ts";
import type { PrintJob } from "./sheet.ts";

// Started by print-child.ts: jobs come over IPC one at a time, each is answered with its PDF or with what was wrong.
// A document can wait a moment; LINE's webhooks beside it cannot.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const compiler = openCompiler();

process.on("message", (job: PrintJob) => {
  try {
    process.send?.({ pdf: compile(compiler, job) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", () => process.exit());
// Ctrl-C reaches the whole group of processes: the server ends this one when its last document is out.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
