import { execFile } from "node:child_process";
import { resolve } from "node:path";

export type ScriptRun = { code: number; out: string; err: string };

const root = resolve(import.meta.dirname, "..", "..");

/** Runs a script as its npm command does, in a process of its own, on the database of `mongodbUri`. */
export function runScript(script: string, args: string[], mongodbUri: string): Promise<ScriptRun> {
  const env = { ...process.env, MONGODB_URI: mongodbUri };
  const command = ["--import", "./scripts/support/require-node.mjs", `scripts/${script}.ts`, ...args];
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: root, env }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
    });
  });
}
