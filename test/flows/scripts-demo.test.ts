import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineUserIds } from "#scripts/demo/seed/personas.ts";
import { connectSimulator } from "#scripts/simulator/connect.ts";

const root = resolve(import.meta.dirname, "..", "..");
let folder: string;
let demo: ChildProcess;
let url: string;

function startDemo(): ChildProcess {
  const { MONGODB_URI: _theRunsOwn, ...env } = process.env;
  const command = ["--import", "./scripts/support/require-node.mjs", "scripts/demo.ts", "--folder", folder, "--port", "0"];
  return spawn(process.execPath, command, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
}

async function lineWith(child: ChildProcess, pattern: RegExp): Promise<string> {
  if (!child.stdout) throw new Error("The demo has no output.");
  for await (const line of createInterface({ input: child.stdout })) {
    const [found] = pattern.exec(line) ?? [];
    if (found) return found;
  }
  throw new Error("The demo ended without it.");
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-"));
  demo = startDemo();
  url = await lineWith(demo, /http:\/\/127\.0\.0\.1:\d+/);
}, 60_000);
afterAll(async () => {
  demo.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

describe("npm run demo", () => {
  it("shows phones, and a number comes of a sentence", async () => {
    expect(await (await fetch(url)).text()).toContain("<html");
    const line = connectSimulator(url);
    const userId = lineUserIds.teacher;
    await line.act({ userId, action: { do: "say", text: "ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ" } });
    await line.hears({ chatId: userId, containing: "รูป" });
    await line.act({ userId, action: { do: "press", label: "ข้าม" } });
    await line.hears({ chatId: userId, containing: "ถูกต้องไหมคะ" });
    await line.act({ userId, action: { do: "press", label: "ยืนยัน" } });
    const [answer] = await line.hears({ chatId: userId, containing: "เลขที่" });
    expect(JSON.stringify(answer)).toMatch(/ซ-25\d\d-\d{6}/);
  }, 60_000);

  it("is started once for a folder: the second says where the first is", async () => {
    const second = startDemo();
    const words: string[] = [];
    second.stderr?.on("data", (piece) => words.push(String(piece)));
    const [code] = await once(second, "close");
    expect(code).toBe(1);
    expect(words.join("")).toContain(url);
  });

  it("ends its MongoDB with itself on Ctrl-C", async () => {
    const { mongoUri } = JSON.parse(await readFile(join(folder, "demo.json"), "utf8")) as { mongoUri: string };
    demo.kill("SIGINT");
    const [code] = await once(demo, "exit");
    expect(code).toBe(0);
    await expect(MongoClient.connect(mongoUri, { serverSelectionTimeoutMS: 500 })).rejects.toThrow();
    await expect(fetch(url)).rejects.toThrow();
  });
});
