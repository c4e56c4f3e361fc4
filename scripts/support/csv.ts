/** A record of a CSV file and the line of the file it begins on, counted from 1. */
export type CsvRecord = { line: number; cells: string[] };

/**
 * Reads CSV as RFC 4180 and spreadsheets write it: quoted cells with commas, quotes ("") and line breaks inside; CRLF, LF or CR
 * between records; a byte order mark before the first. Empty lines are left out. A quote that never closes ends with the file.
 */
export function readCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let record: CsvRecord = { line, cells: [] };
  for (const { cell, end } of cellsOf(text.replace(/^\uFEFF/, ""))) {
    record.cells.push(unquoted(cell));
    line += lineBreaks(cell);
    if (end === ",") continue;
    if (record.cells.length > 1 || record.cells[0] !== "") records.push(record);
    line += 1;
    record = { line, cells: [] };
  }
  return records;
}

/** Each cell as written, and what ends it: a comma, a line break or the end of the text (""). */
function* cellsOf(text: string): Generator<{ cell: string; end: string }> {
  // A quoted cell may be followed by stray characters, as some spreadsheets leave blanks there.
  const pattern = /("[^"]*(?:""[^"]*)*(?:"|$)[^,\r\n]*|[^,\r\n]*)(,|\r\n|\n|\r|$)/y;
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
