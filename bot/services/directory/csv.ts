/** What stands between cells: Excel writes a semicolon where the machine's decimal mark is a comma, a tab as "Unicode text". */
export const separators = [",", ";", "\t"] as const;
export type Separator = (typeof separators)[number];

/** A record of a CSV file and the line of the file it begins on, counted from 1. */
export type CsvRecord = { line: number; cells: string[] };

/**
 * Reads CSV as RFC 4180 and spreadsheets write it: quoted cells with commas, quotes ("") and line breaks inside; CRLF, LF or CR
 * between records; a byte order mark before the first. Empty lines are left out. A quote that never closes ends with the file.
 */
export function readCsv(text: string, separator: Separator = ","): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let record: CsvRecord = { line, cells: [] };
  for (const { cell, end } of cellsOf(text.replace(/^\uFEFF/, ""), separator)) {
    record.cells.push(unquoted(cell));
    line += lineBreaks(cell);
    if (end === separator) continue;
    if (record.cells.length > 1 || record.cells[0] !== "") records.push(record);
    line += 1;
    record = { line, cells: [] };
  }
  return records;
}

// A quoted cell may be followed by stray characters, as some spreadsheets leave blanks there.
const cellPatterns: Record<Separator, RegExp> = {
  ",": /("[^"]*(?:""[^"]*)*(?:"|$)[^,\r\n]*|[^,\r\n]*)(,|\r\n|\n|\r|$)/y,
  ";": /("[^"]*(?:""[^"]*)*(?:"|$)[^;\r\n]*|[^;\r\n]*)(;|\r\n|\n|\r|$)/y,
  "\t": /("[^"]*(?:""[^"]*)*(?:"|$)[^\t\r\n]*|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y,
};

/** Each cell as written, and what ends it: a separator, a line break or the end of the text (""). */
function* cellsOf(text: string, separator: Separator): Generator<{ cell: string; end: string }> {
  const pattern = new RegExp(cellPatterns[separator], "y");
  while (true) {
    const [, cell = "", end = ""] = pattern.exec(text) ?? [];
    yield { cell, end };
    if (end === "") return;
  }
}

function unquoted(cell: string): string {
  if (!cell.startsWith('"')) return cell;
  const last = cell.lastIndexOf('"');
  const [inside, after] = last > 0 ? [cell.slice(1, last), cell.slice(last + 1)] : [cell.slice(1), ""];
  return inside.replaceAll('""', '"') + after.trim();
}

function lineBreaks(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}

// A spreadsheet computes a cell that begins so, and drops the zero in front of a number or the end of a long one.
const misread = /^'*(?:[=+\-@\t\r]|0\d+$|\d{12,}$)/;

/** A cell that a spreadsheet takes for text: what it would compute or round gets an apostrophe in front. */
export function guardCell(cell: string): string {
  return misread.test(cell) ? `'${cell}` : cell;
}

/** Takes the apostrophe of guardCell away again; one that stands for itself stays. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && misread.test(cell) ? cell.slice(1) : cell;
}

/** The byte order mark by which Excel knows UTF-8. */
export const csvStart = "\uFEFF";

/** One record as RFC 4180 writes it, with CRLF at its end. */
export function writeCsvRecord(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guardCell(cell))).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
