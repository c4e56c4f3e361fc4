import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

export type NodeProcess<Ready> = {
  /** what the line told that said it was up */
  ready: Ready;
  /** CPU and memory are looked up by it */
  pid: number;
  /** its last lines, for a report of what went wrong */
  lines(): string[];
  isAlive(): boolean;
  /** SIGKILL; resolves when the process is gone */
  kill(): Promise<void>;
  /** SIGTERM, and SIGKILL when that does not end it in time */
  stop(): Promise<void>;
};

export type NodeProcessOptions<Ready> = {
  /** from the repository's root */
  script: string;
  args?: string[];
  /** All of its environment but PATH and HOME: what the machine happens to have set must not decide. */
  env?: Record<string, string>;
  /** what a line of its output tells about being up, or undefined */
  isReady(line: string): Ready | undefined;
};

const root = resolve(import.meta.dirname, "../..");
const keptLines = 200;
const stopWithinMs = 12_000;

/** Starts one of our scripts as a process of its own, by this Node; resolves when it says that it is up. */
export async function startNode<Ready>({ script, args = [], env = {}, isReady }: NodeProcessOptions<Ready>): Promise<NodeProcess<Ready>> {
  const { PATH = "", HOME = "" } = process.env;
  // Not in the repository: a .env there must not decide either.
  const child = spawn(process.execPath, [resolve(root, script), ...args], {
    cwd: tmpdir(),
    env: { PATH, HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const ready = await new Promise<Ready>((done, fail) => {
    const hear = (line: string) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      const told = isReady(line);
      if (told !== undefined) done(told);
    };
    createInterface({ input: child.stdout }).on("line", hear);
    createInterface({ input: child.stderr }).on("line", hear);
    child.once("exit", (code, signal) => fail(new Error(`${script} ended (${code ?? signal}) before it was up:\n${lines.join("\n")}`)));
  });
  return {
    ready,
    pid: child.pid ?? 0,
    lines: () => [...lines],
    isAlive: () => isAlive(child),
    kill: () => end(child, "SIGKILL"),
    async stop() {
      const late = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
      await end(child, "SIGTERM");
      clearTimeout(late);
    },
  };
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!isAlive(child)) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

/** A JSON line's object, for `isReady`; undefined for any other line. */
export function readJsonLine(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
