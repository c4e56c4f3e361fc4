import { readCsv } from "#scripts/support/csv.ts";
import { Remedy } from "#scripts/support/run-script.ts";

/** A file's rows by the names of its heading; `lines` says where in the file each row stands. */
export type Table = { rows: Record<string, string>[]; lines: number[]; problems: { line: number; message: string }[] };

/**
 * Reads a CSV file with a heading. Columns may stand in any order, and more than are needed.
 * @throws Remedy for a file that is not UTF-8, or has no heading or lacks a needed column
 */
export function readTable(bytes: Uint8Array, needed: readonly string[]): Table {
  const [heading, ...records] = readCsv(decode(bytes));
  const names = (heading?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new Remedy(`บรรทัดแรกของไฟล์ต้องเป็นหัวตาราง ${needed.join(",")} ค่ะ (ยังไม่มี ${missing.join(", ")})`);
  }
  const table: Table = { rows: [], lines: [], problems: [] };
  for (const { line, cells } of records) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (cells.length > names.length) {
      table.problems.push({ line, message: `มี ${cells.length} ช่อง แต่หัวตารางมี ${names.length} ช่อง ข้อความที่มีลูกน้ำให้อยู่ใน " " ค่ะ` });
      continue;
    }
    table.rows.push(Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""])));
    table.lines.push(line);
  }
  return table;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Remedy("ไฟล์ไม่ได้เป็น UTF-8 ค่ะ\nวิธีแก้: ใน Excel เลือก บันทึกเป็น > CSV UTF-8 (คั่นด้วยจุลภาค) แล้วนำเข้าใหม่นะคะ");
  }
}
