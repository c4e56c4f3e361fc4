import "#scripts/support/require-node.ts";
import { parseArgs } from "node:util";
import { backupDatabase } from "#scripts/backup/backup-database.ts";
import { withOfficeDatabase } from "#scripts/support/office-database.ts";
import { Remedy, runScript } from "#scripts/support/run-script.ts";

const usage = [
  "วิธีใช้: npm run backup -- โฟลเดอร์ [--while-stopped]",
  "  โฟลเดอร์ต้องเป็นโฟลเดอร์ใหม่หรือว่าง",
  "  --while-stopped  ใช้เมื่อหยุดบอตแล้ว สำหรับฐานข้อมูลที่ใหญ่มาก",
].join("\n");

await runScript(async () => {
  const { folder, isSnapshot } = readArguments();
  const say = (line: string) => console.log(line);
  const saved = await withOfficeDatabase((connection) => backupDatabase(connection, folder, { isSnapshot, say }));
  const megabytes = saved.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  say(`สำรองครบแล้วค่ะ ${saved.length} คอลเลกชัน ${megabytes.toFixed(1)} MB ใน ${folder}`);
  say("ในนั้นมีข้อมูลส่วนบุคคล เก็บในที่ที่เฉพาะผู้ดูแลเปิดได้นะคะ");
  return 0;
});

function readArguments(): { folder: string; isSnapshot: boolean } {
  try {
    const options = { "while-stopped": { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [folder] = positionals;
    if (folder && positionals.length === 1) return { folder, isSnapshot: !values["while-stopped"] };
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new Remedy(usage);
}
