import "#scripts/support/require-node.ts";
import { parseArgs } from "node:util";
import { systemClock } from "#bot/platform/clock.ts";
import { systemIds } from "#bot/platform/ids.ts";
import { listStuck, type Retried, retryOne, retryThese, stuckGroups } from "#bot/services/admin/system/stuck.ts";
import { showStuck } from "#scripts/set-aside/show-stuck.ts";
import { withOfficeDatabase } from "#scripts/support/office-database.ts";
import { Remedy, runScript } from "#scripts/support/run-script.ts";

const usage = [
  "วิธีใช้: npm run set-aside -- list | retry รหัส | retry-all",
  "  list       รายการที่พักไว้และการแจ้งเตือนที่ส่งไม่ถึง (ไม่แสดงข้อความ)",
  "  retry      ลองรายการนั้นใหม่",
  "  retry-all  ลองใหม่ทุกรายการ",
].join("\n");

const services = { clock: systemClock, newId: systemIds.next };

await runScript(() => {
  const [command, id] = readArguments();
  return withOfficeDatabase(async () => {
    if (command === "list") {
      console.log(showStuck(await listStuck()));
      return 0;
    }
    const count = command === "retry" ? sum(await retryOne(services, id)) : await retryAll();
    if (command === "retry" && count === 0) throw new Remedy(`ไม่มีรายการ ${id} ที่รอลองใหม่ค่ะ ดูรหัสด้วย npm run set-aside -- list นะคะ`);
    console.log(count === 0 ? "ไม่มีรายการให้ลองใหม่ค่ะ" : `ส่งกลับไปทำใหม่ ${count} รายการ บอตจะทำภายใน 20 วินาทีค่ะ`);
    return 0;
  });
});

async function retryAll(): Promise<number> {
  let count = 0;
  for (const ids of await stuckGroups()) count += sum(await retryThese(services, ids));
  return count;
}

function sum({ events, notices }: Retried): number {
  return events + notices;
}

function readArguments(): ["list" | "retry" | "retry-all", string] {
  try {
    const [command, id = "", ...rest] = parseArgs({ allowPositionals: true, options: {} }).positionals;
    if ((command === "list" || command === "retry-all") && id === "") return [command, ""];
    if (command === "retry" && id !== "" && rest.length === 0) return [command, id];
  } catch {
    // An unknown option: the usage says what there is.
  }
  throw new Remedy(usage);
}
