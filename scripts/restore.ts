import "#scripts/support/require-node.ts";
import { parseArgs } from "node:util";
import { restoreDatabase } from "#scripts/backup/restore-database.ts";
import { withOfficeDatabase } from "#scripts/support/office-database.ts";
import { Remedy, runScript } from "#scripts/support/run-script.ts";

const usage = [
  "วิธีใช้: npm run restore -- โฟลเดอร์ [--force]",
  "  กู้คืนจากโฟลเดอร์ที่ npm run backup ทำไว้ ลงฐานข้อมูลว่าง",
  "  --force  ลบข้อมูลเดิมในฐานข้อมูลทั้งหมดก่อน (หยุดบอตก่อน)",
].join("\n");

await runScript(async () => {
  const { folder, isForced } = readArguments();
  const say = (line: string) => console.log(line);
  const back = await withOfficeDatabase((connection) => restoreDatabase(connection, folder, { isForced, say }));
  say(`กู้คืนครบแล้วค่ะ ${back.length} คอลเลกชัน ${back.reduce((sum, { count }) => sum + count, 0)} รายการ`);
  return 0;
});

function readArguments(): { folder: string; isForced: boolean } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { force: { type: "boolean", default: false } } });
    const [folder] = positionals;
    if (folder && positionals.length === 1) return { folder, isForced: values.force };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new Remedy(usage);
}
