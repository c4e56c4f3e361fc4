import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const biome = join(root, "node_modules/.bin/biome");

// The table of the design, written out by hand: where a file may reach and where it may not.
const models = ["#models/fields/thai.ts", "#models/requests/catalogue.ts", "#models/workflows/approval.ts"];
const documents = "#models/documents/request.document.ts";
const outside = ["#scripts/demo.ts", "#test/support/chat.ts"];
const allBot = [
  "webhook",
  "turns",
  "understanding",
  "conversation",
  "services",
  "notifications",
  "line",
  "jobs",
  "api",
  "print",
  "platform",
  "server",
];
const bot = (...folders: string[]) => folders.map((folder) => `#bot/${folder}/x.ts`);
const otherBot = (...folders: string[]) => bot(...allBot.filter((folder) => !folders.includes(folder)));
const escapes = ["../bot/server/main.ts", "./../documents/x.ts"];

type Fence = { folder: string; may: string[]; mayNot: string[] };

const lowModels = ["fields", "messages", "phrases"].map((name) => ({
  folder: `models/${name}`,
  may: ["zod", "./x.ts", "#models/fields/x.ts", "#models/messages/x.ts", "#models/phrases/x.ts"],
  mayNot: [
    "#models/requests/x.ts",
    "#models/workflows/x.ts",
    "#models/contracts/x.ts",
    documents,
    ...bot(...allBot),
    "mongoose",
    "node:fs",
    "express",
  ],
}));
const highModels = ["requests", "requests/repair", "workflows", "conversations", "processes", "articles", "contracts"].map((name) => ({
  folder: `models/${name}`,
  may: ["zod", "./x.ts", ...models],
  mayNot: [documents, ...bot(...allBot), "mongoose", "node:crypto", "express", "@line/bot-sdk"],
}));
const pureBot = ["understanding", "conversation"].map((name) => ({
  folder: `bot/${name}`,
  may: ["zod", "./x.ts", `#bot/${name}/x.ts`, ...models],
  mayNot: [documents, ...otherBot(name), "node:fs", "node:timers/promises", "undici", "mongoose", "pino"],
}));

const fences: Fence[] = [
  ...lowModels,
  ...highModels,
  { folder: "models/documents", may: ["mongoose", ...models], mayNot: [...bot(...allBot), "express", "node:fs"] },
  ...pureBot,
  {
    folder: "bot/line",
    may: ["@line/bot-sdk", "node:http", "undici", ...models, ...bot("platform")],
    mayNot: [documents, ...otherBot("line", "platform"), "mongoose", "express"],
  },
  {
    folder: "bot/print",
    may: ["node:child_process", ...models, ...bot("platform")],
    mayNot: [documents, ...otherBot("print", "platform"), "mongoose", "express", "@line/bot-sdk"],
  },
  {
    folder: "bot/services",
    may: ["mongoose", "node:crypto", documents, ...models, ...bot("platform")],
    mayNot: [...otherBot("services", "platform"), "express", "@line/bot-sdk"],
  },
  {
    folder: "bot/services/requests",
    may: ["mongoose", "#bot/services/refused.ts", documents],
    mayNot: [...bot("conversation", "line", "turns"), "express", "@line/bot-sdk"],
  },
  {
    folder: "bot/notifications",
    may: [...models, ...bot("services", "line", "platform")],
    mayNot: [documents, ...otherBot("notifications", "services", "line", "platform"), "mongoose", "express", "@line/bot-sdk"],
  },
  {
    folder: "bot/turns",
    may: [...models, ...bot("understanding", "conversation", "services", "platform")],
    mayNot: [
      documents,
      ...otherBot("turns", "understanding", "conversation", "services", "platform"),
      "mongoose",
      "express",
      "@line/bot-sdk",
    ],
  },
  {
    folder: "bot/webhook",
    may: ["express", ...bot("services", "line", "platform")],
    mayNot: [...models, documents, ...otherBot("webhook", "services", "line", "platform"), "mongoose"],
  },
  {
    folder: "bot/jobs",
    may: ["agenda", ...models, ...bot("services", "notifications", "turns", "line", "print", "understanding", "platform")],
    mayNot: [documents, ...bot("conversation", "webhook", "api", "server"), "mongoose", "express", "@line/bot-sdk"],
  },
  {
    folder: "bot/api",
    may: ["express", ...models, ...bot("services", "print", "understanding", "platform")],
    mayNot: [documents, ...otherBot("api", "services", "print", "understanding", "platform"), "mongoose", "@line/bot-sdk"],
  },
  { folder: "bot/server", may: ["express", "agenda", ...models, ...bot(...allBot)], mayNot: [documents, "mongoose"] },
  {
    folder: "bot/platform",
    may: ["mongoose", "pino", "node:crypto"],
    mayNot: [...models, documents, ...otherBot("platform"), "express", "@line/bot-sdk"],
  },
  { folder: "bot/a-new-folder", may: [...models, ...bot("platform")], mayNot: [documents, ...otherBot("platform"), "mongoose", "express"] },
  { folder: "liff-app/pages", may: ["vue", "./x.ts", ...models], mayNot: [documents, ...bot(...allBot), "mongoose", "node:fs"] },
];
const scripts: Fence = {
  folder: "scripts/simulator",
  may: ["express", "mongoose", documents, ...models, ...bot(...allBot), "#scripts/demo.ts"],
  mayNot: ["#test/support/chat.ts", "../../test/support/chat.ts"],
};
const tests: Fence = {
  folder: "test/flows",
  may: [documents, ...models, ...bot(...allBot), ...outside, "mongoose"],
  mayNot: ["../../bot/server/main.ts"],
};
const table: Fence[] = [...fences.map((fence) => ({ ...fence, mayNot: [...fence.mayNot, ...outside, ...escapes] })), scripts, tests];

const readsEnvironment = ["bot/platform/config.ts", "bot/services/port.ts", "models/fields/port.ts"];

type Diagnostic = { category: string; location: { path: string; start: { line: number } } };
let crossed: Map<string, Set<number>>;
let environmentReaders: string[];
let exitCode: number | null;
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "fences-"));
  cpSync(join(root, ".biome.json"), join(copy, ".biome.json"));
  for (const { folder, may, mayNot } of table) {
    mkdirSync(join(copy, folder), { recursive: true });
    writeFileSync(join(copy, folder, "stays.ts"), imports(may));
    writeFileSync(join(copy, folder, "crosses.ts"), imports(mayNot));
  }
  writeFileSync(join(copy, "liff-app/pages/Crosses.vue"), `<script setup lang="ts">\n${imports(["#bot/services/x.ts"])}</script>\n`);
  for (const path of readsEnvironment) writeFileSync(join(copy, path), "export const port = process.env.PORT;\n");
  const run = spawnSync(biome, ["ci", "--reporter=json", "--max-diagnostics=none", "--colors=off", "."], { cwd: copy, encoding: "utf8" });
  exitCode = run.status;
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Diagnostic[] };
  crossed = crossingsByFile(diagnostics);
  environmentReaders = diagnostics.filter(({ category }) => category === "lint/style/noProcessEnv").map(({ location }) => location.path);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function imports(names: string[]): string {
  return names.map((name) => `import "${name}";\n`).join("");
}

function crossingsByFile(diagnostics: Diagnostic[]): Map<string, Set<number>> {
  const lines = new Map<string, Set<number>>();
  for (const { category, location } of diagnostics) {
    if (category !== "lint/style/noRestrictedImports") continue;
    lines.set(location.path, (lines.get(location.path) ?? new Set()).add(location.start.line));
  }
  return lines;
}

function reported(path: string, names: string[]): string[] {
  return names.filter((_, index) => crossed.get(path)?.has(index + 1));
}

describe.each(table)("the fence around $folder", ({ folder, may, mayNot }) => {
  it("reports each import that crosses it", () => {
    expect(reported(`${folder}/crosses.ts`, mayNot)).toEqual(mayNot);
  });

  it("lets through what the folder may import", () => {
    expect(reported(`${folder}/stays.ts`, may)).toEqual([]);
  });
});

it("sees into Vue components", () => {
  expect(crossed.has("liff-app/pages/Crosses.vue")).toBe(true);
});

it("lets bot/platform/config.ts alone read the environment", () => {
  expect(environmentReaders.sort()).toEqual(["bot/services/port.ts", "models/fields/port.ts"]);
});

it("fails the check that everybody runs", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
  expect(scripts.check).toContain("biome ci");
  expect(exitCode).not.toBe(0);
});
