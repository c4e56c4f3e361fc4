import "#scripts/support/require-node.ts";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type ImportKind, isImportKind } from "#bot/services/directory/import-kinds.ts";
import { importFile } from "#scripts/import/import-file.ts";
import { showReport } from "#scripts/import/show-report.ts";
import { withPreparedDatabase } from "#scripts/support/office-database.ts";
import { Remedy, runScript } from "#scripts/support/run-script.ts";

const usage = [
  "วิธีใช้: npm run import -- schools|people|holidays ไฟล์.csv [--dry-run]",
  "  schools   code,name,district,zone,phone",
  "  people    name,position,school,role,phone",
  "  holidays  date,name",
  "  --dry-run บอกว่าจะเกิดอะไร โดยไม่บันทึก",
].join("\n");

await runScript(async () => {
  const { kind, path, dryRun } = readArguments();
  const bytes = await readFile(path).catch(() => {
    throw new Remedy(`เปิดไฟล์ ${path} ไม่ได้ค่ะ ตรวจชื่อไฟล์อีกครั้งนะคะ`);
  });
  const report = await withPreparedDatabase(() => importFile(kind, bytes, { dryRun }));
  console.log(showReport(kind, report, { dryRun }));
  return report.problems.length > 0 ? 1 : 0;
});

function readArguments(): { kind: ImportKind; path: string; dryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { "dry-run": { type: "boolean", default: false } } });
    const [kind = "", path = ""] = positionals;
    if (isImportKind(kind) && path !== "" && positionals.length === 2) return { kind, path, dryRun: values["dry-run"] };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new Remedy(usage);
}
