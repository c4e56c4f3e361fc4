import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardCell, readCsv, separators, unguardCell, writeCsvRecord } from "#bot/services/directory/csv.ts";

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const plain = (cell: string) => (/[",\r\n]/.test(cell) || cell === "" ? quoted(cell) : cell);
const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "\r\n", "ก", "่", " ", "a") }));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 });

const text = (rows: string[][], write: (cell: string) => string, lineEnd: string) =>
  rows.map((cells) => cells.map(write).join(",") + lineEnd).join("");

describe("reading a CSV file", () => {
  it("gives back what a spreadsheet wrote, whatever is in the cells", () => {
    const style = fc.record({
      write: fc.constantFrom(quoted, plain),
      lineEnd: fc.constantFrom("\r\n", "\n", "\r"),
      mark: fc.constantFrom("", "\uFEFF"),
    });
    fc.assert(
      fc.property(table, style, (rows, { write, lineEnd, mark }) => {
        expect(readCsv(mark + text(rows, write, lineEnd)).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  it("names the line of the file on which each record begins", () => {
    expect(readCsv('a,"two\nlines"\r\n\r\nb,c\nd,e')).toEqual([
      { line: 1, cells: ["a", "two\nlines"] },
      { line: 4, cells: ["b", "c"] },
      { line: 5, cells: ["d", "e"] },
    ]);
  });

  it("reads any text at all", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "x") }), (any) => Array.isArray(readCsv(any))));
  });
});

describe("writing a CSV file", () => {
  const nasty = fc.oneof(cell, fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "0", "8", ",", '"', "\t", "\n", "ก") }));

  it("is read back as it was, whatever is in the cells", () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 2, maxLength: 6 }), (cells) => {
        expect(readCsv(`\uFEFF${writeCsvRecord(cells)}`).map((record) => record.cells.map(unguardCell))).toEqual([cells]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never leaves a cell that a spreadsheet computes", () => {
    fc.assert(fc.property(nasty, (any) => !/^[=+\-@\t\r]/.test(guardCell(any))));
    expect(["0812345678", "=HYPERLINK(1)", "080-000-0123", "'=1", "ครู"].map(guardCell)).toEqual([
      "'0812345678",
      "'=HYPERLINK(1)",
      "080-000-0123",
      "''=1",
      "ครู",
    ]);
  });

  it("is read with a semicolon or a tab between the cells, too", () => {
    for (const separator of separators) {
      expect(readCsv(`a${separator}"b${separator}c"\r\nd${separator}e`, separator)).toEqual([
        { line: 1, cells: ["a", `b${separator}c`] },
        { line: 2, cells: ["d", "e"] },
      ]);
    }
  });
});
