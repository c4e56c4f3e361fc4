import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { connectSimulator } from "./connect.ts";
import type { Operations } from "./operations.ts";
import type { SimulatorOptions } from "./platform.ts";

/** A simulator in a process of its own: it lives on when the server under test is killed. */
export interface SimulatorProcess extends Operations {
  url: string;
  stop(): Promise<void>;
}

/** Starts the simulator as its own process and resolves when it is up. The clock is always the machine's. */
export async function spawnSimulator(options: Omit<SimulatorOptions, "clock">): Promise<SimulatorProcess> {
  const main = resolve(import.meta.dirname, "main.ts");
  const child = spawn(process.execPath, [main, "--options", JSON.stringify(options)], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const firstLine = once(createInterface(child.stdout), "line").then(([line]) => String(line));
  const line = await Promise.race([firstLine, ended.then(() => Promise.reject(new Error("The simulator did not start.")))]);
  const { url } = JSON.parse(line) as { url: string };
  return {
    ...connectSimulator(url),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
