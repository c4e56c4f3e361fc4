import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..", "..");
const { dependencies, scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, Record<string, string>>;

/** What the office runs on a machine that was installed with `npm ci --omit=dev`. */
const inProduction = ["start", "setup:line", "import", "invite", "backup", "restore", "set-aside", "understand"];

/** Packages that a file needs when it is started, with whatever it imports; types are gone by then. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = readFileSync(file, "utf8");
  const statements = source.matchAll(/^(?:import|export)\s(?!type\b)(?:[\w\s,{}*$]*\sfrom\s)?"([^"\n]+)";$|\bimport\("([^"]+)"\)/gm);
  return [...statements].flatMap(([, named, lazy]) => {
    const specifier = named ?? lazy ?? "";
    if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return [];
    if (specifier.startsWith("#")) return packagesOf(join(root, specifier.slice(1)), seen);
    if (specifier.startsWith(".")) return packagesOf(join(dirname(file), specifier), seen);
    return [specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/")];
  });
}

describe("an installation without development packages", () => {
  it.each(inProduction)("has everything that npm run %s needs", (name) => {
    const [entry = ""] = /(?:bot|scripts)\/[\w/-]+\.ts$/.exec(scripts?.[name] ?? "") ?? [];
    expect(existsSync(join(root, entry))).toBe(true);
    const missing = packagesOf(join(root, entry)).filter((specifier) => !dependencies?.[specifier]);
    expect([...new Set(missing)]).toEqual([]);
  });

  it("would be told from one with them: the demo needs more", () => {
    expect(packagesOf(join(root, "scripts/demo.ts"))).toContain("mongodb-memory-server-core");
    expect(packagesOf(join(root, "bot/server/main.ts"))).toContain("mongoose");
  });
});
