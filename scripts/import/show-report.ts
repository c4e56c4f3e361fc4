import type { ImportKind } from "#bot/services/directory/import-kinds.ts";
import type { ImportResult } from "#bot/services/directory/import-result.ts";

const things: Record<ImportKind, string> = { schools: "โรงเรียน", people: "บุคลากร", holidays: "วันหยุด" };

/** What an import did, or would do, in Thai. */
export function showReport(
  kind: ImportKind,
  { added, changed, unchanged, problems }: ImportResult,
  { dryRun }: { dryRun: boolean },
): string {
  const lines = [
    `${things[kind]}: ${dryRun ? "จะเพิ่ม" : "เพิ่ม"} ${added} · ${dryRun ? "จะแก้" : "แก้"} ${changed} · เหมือนเดิม ${unchanged}`,
    ...(problems.length > 0 ? [`ข้ามไป ${problems.length} บรรทัด แก้แล้วนำเข้าใหม่ทั้งไฟล์ได้เลยค่ะ:`] : []),
    ...problems.map(({ line, message }) => `  บรรทัด ${line}: ${message}`),
    ...(dryRun ? ["ยังไม่ได้บันทึกอะไร (--dry-run) ค่ะ"] : []),
  ];
  return lines.join("\n");
}
