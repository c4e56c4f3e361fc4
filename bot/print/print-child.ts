import { fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import type { PrintJob } from "./sheet.ts";

const answer = z.union([z.object({ pdf: z.instanceof(Uint8Array) }), z.object({ error: z.string() })]);

/** A process that sets documents, one at a time. */
export type PrintChild = {
  pid: number | undefined;
  /** @throws with what was wrong; a process that ended, or took longer than that, is gone */
  print(job: PrintJob, withinMs: number): Promise<Buffer>;
  isGone(): boolean;
  /** resolves when it is gone */
  end(): Promise<void>;
};

/** Starts one. Typst blocks while it sets and leaks a little each time: neither shall happen to the server. */
export function startPrintChild(): PrintChild {
  const child = fork(join(import.meta.dirname, "print-process.ts"), {
    serialization: "advanced",
    execArgv: [],
    // Nothing of the server's goes along: no secret is where documents are made.
    env: {},
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  let isGone = false;
  let settle: { resolve(pdf: Buffer): void; reject(error: Error): void } | null = null;
  const gone = new Promise<void>((resolve) => {
    const leave = (why: string) => {
      isGone = true;
      settle?.reject(new Error(`${why}${complaint && `: ${complaint}`}`));
      resolve();
    };
    child.on("error", (error) => leave(`the print process failed: ${error.message}`));
    child.on("exit", (code, signal) => leave(`the print process ended with ${code ?? signal}`));
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString("utf8")).slice(-2_000);
  });
  child.on("message", (message) => {
    const { data: said } = answer.safeParse(message);
    if (said && "pdf" in said) settle?.resolve(Buffer.from(said.pdf.buffer, said.pdf.byteOffset, said.pdf.byteLength));
    else settle?.reject(new Error(said?.error ?? "the print process said something else"));
  });
  return {
    pid: child.pid,
    isGone: () => isGone,
    async print(job, withinMs) {
      const late = setTimeout(() => child.kill("SIGKILL"), withinMs);
      try {
        return await new Promise<Buffer>((resolve, reject) => {
          settle = { resolve, reject };
          if (isGone) reject(new Error("the print process is gone"));
          else child.send(job, (error) => error && reject(error));
        });
      } finally {
        clearTimeout(late);
        settle = null;
      }
    },
    async end() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
