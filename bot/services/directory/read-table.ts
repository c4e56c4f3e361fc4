import { invalid } from "#bot/platform/errors.ts";
import { type CsvRecord, readCsv, type Separator, separators, unguardCell } from "./csv.ts";

/** A file's rows by the names of its heading; `lines` says where in the file each row stands. */
export type Table = { rows: Record<string, string>[]; lines: number[]; problems: { line: number; message: string }[] };

/**
 * Reads a CSV file with a heading. Columns may stand in any order, and more than are needed.
 * @throws AppError bad_request for a file that is not UTF-8, or has no heading or lacks a needed column
 */
export function readTable(bytes: Uint8Array, needed: readonly string[]): Table {
  const text = decode(bytes);
  const [heading, ...records] = readCsv(text, separatorOf(text, needed));
  const names = namesOf(heading);
  const missing = missingOf(names, needed);
  if (missing.length > 0) {
    throw invalid("bad_request", `บรรทัดแรกของไฟล์ต้องเป็นหัวตาราง ${needed.join(",")} ค่ะ (ยังไม่มี ${missing.join(", ")})`);
  }
  const table: Table = { rows: [], lines: [], problems: [] };
  for (const { line, cells } of records) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (cells.length > names.length) {
      table.problems.push({ line, message: `มี ${cells.length} ช่อง แต่หัวตารางมี ${names.length} ช่อง ข้อความที่มีลูกน้ำให้อยู่ใน " " ค่ะ` });
      continue;
    }
    table.rows.push(Object.fromEntries(names.map((name, at) => [name, unguardCell(cells[at] ?? "")])));
    table.lines.push(line);
  }
  return table;
}

const namesOf = (heading: CsvRecord | undefined): string[] => (heading?.cells ?? []).map((name) => name.trim().toLowerCase());
const missingOf = (names: string[], needed: readonly string[]) => needed.filter((name) => !names.includes(name));

/** The one with which the heading is understood best; a comma where none is better. */
function separatorOf(text: string, needed: readonly string[]): Separator {
  const [firstLine = ""] = /^[^\r\n]*/.exec(text) ?? [];
  const missing = (separator: Separator) => missingOf(namesOf(readCsv(firstLine, separator)[0]), needed).length;
  return separators.reduce((best, one) => (missing(one) < missing(best) ? one : best));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalid("bad_request", "ไฟล์ไม่ได้เป็น UTF-8 ค่ะ\nวิธีแก้: ใน Excel เลือก บันทึกเป็น > CSV UTF-8 (คั่นด้วยจุลภาค) แล้วนำเข้าใหม่นะคะ");
  }
}
