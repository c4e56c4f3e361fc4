import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "#bot/services/directory/csv.ts";

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
