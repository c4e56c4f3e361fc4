import { type AppError, isAppError, unavailable } from "#bot/platform/errors.ts";
import type { Logger } from "#bot/platform/logger.ts";
import { type PrintChild, startPrintChild } from "./print-child.ts";
import type { PrintJob } from "./sheet.ts";

export type Printer = {
  /**
   * A job as PDF.
   * @throws AppError unavailable when too many wait, when it took too long, or when it could not be set (which is logged)
   */
  print(job: PrintJob): Promise<Buffer>;
  /** the process that sets documents, while there is one */
  pid(): number | null;
  /** lets the documents that were asked for come out, within so long, and ends the process */
  close(withinMs: number): Promise<void>;
};

type Options = {
  log: Logger;
  /** A document takes a hundredth of a second and a fresh process a second or two; whatever takes longer than this hangs. */
  timeoutMs?: number;
  /** the process holds 100 MB: it ends when nobody has printed for so long */
  idleMs?: number;
  /** and after so many documents, because each leaves some behind */
  mostDocuments?: number;
  /** a training day's worth at once; more are asked to come again */
  mostWaiting?: number;
};

const busy = (): AppError => unavailable("unavailable", "ตอนนี้มีคนพิมพ์หลายคนค่ะ รอสักครู่แล้วกดพิมพ์ใหม่นะคะ");
const broken = (): AppError => unavailable("unavailable", "ยังสร้างเอกสารไม่ได้ค่ะ รอสักครู่แล้วกดพิมพ์ใหม่ ถ้ายังไม่ได้ติดต่อศูนย์ ICT นะคะ");

/** Documents are set one after the other in a process of their own, which starts with the first and is replaced when it fails. */
export function openPrinter({ log, timeoutMs = 15_000, idleMs = 60_000, mostDocuments = 200, mostWaiting = 60 }: Options): Printer {
  let child: PrintChild | null = null;
  let printed = 0;
  let waiting = 0;
  let state: "open" | "closing" | "closed" = "open";
  let line: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  async function set(job: PrintJob): Promise<Buffer> {
    clearTimeout(idle);
    if (!child || child.isGone()) {
      child = startPrintChild();
      printed = 0;
    }
    try {
      return await child.print(job, timeoutMs);
    } finally {
      printed += 1;
      if (printed >= mostDocuments) await endChild();
      else idle = setTimeout(() => void endChild(), idleMs).unref();
    }
  }

  async function endChild(): Promise<void> {
    clearTimeout(idle);
    const ending = child;
    child = null;
    await ending?.end();
  }

  return {
    async print(job) {
      if (state !== "open" || waiting >= mostWaiting) throw busy();
      waiting += 1;
      const from = performance.now();
      const turn = line.then(() => {
        // Behind a document that hung: whoever waited that long has pressed again.
        if (state === "closed" || performance.now() - from > timeoutMs) throw busy();
        return set(job);
      });
      line = turn.catch(() => undefined);
      try {
        return await turn;
      } catch (error) {
        if (isAppError(error)) throw error;
        log.error({ err: error, layout: job.layout }, "a document could not be printed");
        throw broken();
      } finally {
        waiting -= 1;
      }
    },
    pid: () => (child && !child.isGone() ? (child.pid ?? null) : null),
    async close(withinMs) {
      state = "closing";
      const late = setTimeout(() => {
        state = "closed";
        void endChild();
      }, withinMs);
      await line;
      clearTimeout(late);
      await endChild();
    },
  };
}
