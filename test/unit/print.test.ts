import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { createLogger } from "#bot/platform/logger.ts";
import { openPrinter, type Printer } from "#bot/print/open-printer.ts";
import type { RequestSheet } from "#bot/print/sheet.ts";
import { sheetText } from "#bot/print/sheet-text.ts";
import { pdfText, squeezed, squeezedPdf } from "#test/support/pdf-text.ts";

const sheet: RequestSheet = {
  office: "ศูนย์ทดสอบ",
  contact: "",
  title: "แบบทดสอบ",
  number: "ซ-๒๕๗๐-๐๐๐๐๐๑",
  date: "๒๓ พฤศจิกายน ๒๕๖๙",
  qr: "",
  about: [{ label: "ผู้ยื่นเรื่อง", value: "สมศรี เรียนดี" }],
  sections: [],
  files: [],
  standing: [],
  timeline: [],
  signatures: [],
  printed: "พิมพ์เมื่อวันนี้",
};

let printer: Printer;
let lines: string[] = [];
afterEach(() => printer.close(1_000));

function open(options: Omit<Parameters<typeof openPrinter>[0], "log"> = {}): void {
  lines = [];
  const log = createLogger({ level: "info", destination: { write: (line) => void lines.push(line) } });
  printer = openPrinter({ log, ...options });
}

const print = (more: Partial<RequestSheet> = {}) => printer.print({ layout: "request", data: { ...sheet, ...more }, emblem: null });
const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
/** Memory that a process holds, in MB. */
const residentMb = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

describe("the printer", () => {
  it("sets what people write as text, whatever it looks like, and lets nothing run over the edge", async () => {
    open();
    const value = sheetText(`#read("/etc/passwd") *หนา* $x$ \\ <b> "\u0007\u202e ราคา 1,250 บาท ยาว ${"x".repeat(300)}`);
    const page = await squeezedPdf(await print({ about: [{ label: "อาการ", value }] }));
    expect(page).toContain(squeezed('#read("/etc/passwd") *หนา* $x$ \\ <b> "'));
    expect(page).toContain(squeezed("ราคา ๑,๒๕๐ บาท"));
    expect(page).toContain("x".repeat(300));
  });

  it("carries a story of any length over as many pages as it needs", async () => {
    open();
    const entry = { day: "๒๓ พฤศจิกายน ๒๕๖๙", time: "๐๙.๓๐ น.", deed: "บันทึก", by: "มานะ", position: "", note: "" };
    const timeline = Array.from({ length: 200 }, (_, n) => ({ ...entry, rows: [{ label: "ครั้งที่", value: `รอบ ${n}` }] }));
    const sections: RequestSheet["sections"] = [
      { title: "รายละเอียด", blocks: [{ is: "facts", rows: [{ label: "อาการ", value: "ยาวมาก ".repeat(2_000) }] }] },
    ];
    const pages = await pdfText(await print({ timeline, sections }));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.join("")).toContain("รอบ 199");
  });

  it("goes on after its process was killed, and logs why the one document did not come", async () => {
    open();
    await print();
    const first = printer.pid() ?? 0;
    process.kill(first, "SIGSTOP");
    const lost = print();
    process.kill(first, "SIGKILL");
    await expect(lost).rejects.toMatchObject({ code: "unavailable", status: 503 });
    expect(lines.join("")).toContain("SIGKILL");
    await print();
    expect(printer.pid()).not.toBe(first);
  });

  it("replaces a process that hangs, and turns away who waited behind it that long", async () => {
    open({ timeoutMs: 5_000 });
    await print();
    const first = printer.pid() ?? 0;
    process.kill(first, "SIGSTOP");
    const [hung, behind] = await Promise.allSettled([print(), print()]);
    expect([hung.status, behind.status]).toEqual(["rejected", "rejected"]);
    expect(isRunning(first)).toBe(false);
    await print();
  });

  it("turns people away when too many wait, and prints again when they are through", async () => {
    open({ mostWaiting: 3 });
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => print()));
    expect(asked.map(({ status }) => status)).toEqual([...Array(3).fill("fulfilled"), ...Array(5).fill("rejected")]);
    await print();
    expect(lines).toEqual([]);
  });

  it("says a fault of ours as unavailable and logs Typst's own words", async () => {
    open();
    const broken = { ...sheet, timeline: [{}] } as unknown as RequestSheet;
    await expect(print(broken)).rejects.toMatchObject({ code: "unavailable" });
    expect(lines.join("")).toContain("dictionary does not contain key");
    await print();
  });

  it("ends its process when nobody prints, after so many documents, and when it is closed", async () => {
    open({ idleMs: 50, mostDocuments: 2 });
    await print();
    await expect.poll(() => printer.pid()).toBeNull();
    await print();
    const pid = printer.pid() ?? 0;
    await print();
    expect([printer.pid(), isRunning(pid)]).toEqual([null, false]);
    open();
    await print();
    const last = printer.pid() ?? 0;
    const underWay = print();
    await printer.close(5_000);
    expect((await underWay).length).toBeGreaterThan(1_000);
    expect(isRunning(last)).toBe(false);
    await expect(print()).rejects.toMatchObject({ code: "unavailable" });
  });

  it.runIf(process.platform === "linux")(
    "prints a hundred documents within bounded memory",
    async () => {
      // The process gives way to others: on a busy machine the last of a hundred comes late.
      open({ mostWaiting: 100, timeoutMs: 60_000 });
      await print();
      const before = residentMb(printer.pid() ?? 0);
      await Promise.all(Array.from({ length: 99 }, () => print()));
      const after = residentMb(printer.pid() ?? 0);
      expect(after, `${before} MB before, ${after} MB after`).toBeLessThan(before + 60);
    },
    60_000,
  );
});
