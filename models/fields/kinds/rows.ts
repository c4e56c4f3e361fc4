import { z } from "zod";
import {
  type ComputedColumn,
  type Field,
  type FieldWords,
  type RowsSpec,
  type ValueOf,
  type Written,
  words,
} from "#models/fields/field.ts";
import { bahtText } from "#models/fields/thai/baht-text.ts";
import { showMoney, showNumber } from "#models/fields/thai/numbers.ts";

type Columns = Record<string, Field>;
type RowOf<C extends Columns> = { [K in keyof C]?: ValueOf<C[K]> };

/**
 * A list of things, each with the same few columns, some worked out from others, with totals: what is asked for, how many, at what
 * price. A column is any field that fits in a line; a required one must be filled in every row.
 */
export function rowsField<C extends Columns, K extends string = never>(
  options: FieldWords & {
    columns: C;
    computed?: { [Key in K]: ComputedColumn<RowOf<C>> };
    /** columns, filled or worked out, that are summed */
    totals?: ((keyof C & string) | NoInfer<K>)[];
    min?: number;
    max?: number;
  },
): Field<RowOf<C>[]> {
  const { columns, min = 1, max = 50 } = options;
  const computed = (options.computed ?? {}) as Record<string, ComputedColumn>;
  const spec: RowsSpec = { columns, computed, totals: options.totals ?? [], most: max };
  const shape = Object.fromEntries(
    Object.entries(columns).map(([key, { schema, optional }]) => [key, optional ? schema.optional() : schema]),
  );
  const labels = Object.values(columns).map(({ label }) => label);
  const expected = `กรอก${options.label}ทีละแถวในแบบเต็มนะคะ เช่น ${labels.slice(0, 3).join(", ")}`;
  return {
    ...words(options),
    kind: "rows",
    takesAnyText: false,
    expected,
    rows: spec,
    schema: z.array(z.strictObject(shape)).min(min).max(max) as unknown as z.ZodType<RowOf<C>[]>,
    read: () => ({ ok: false, message: expected }),
    show: (rows) => showRows(spec, rows),
    write: (rows) => writeRows(spec, rows),
  };
}

/** The sum of a column over the rows, filled or worked out; what is not filled yet counts nothing. */
export function totalOf({ columns, computed }: RowsSpec, key: string, rows: readonly Record<string, unknown>[]): number {
  const amounts = rows.map((row) => {
    const amount = computed[key] ? computed[key].of(row) : Object.hasOwn(columns, key) ? row[key] : 0;
    return typeof amount === "number" && Number.isFinite(amount) ? amount : 0;
  });
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) / 100;
}

/** A cell of a row as it is shown. */
export function showCell(spec: RowsSpec, key: string, row: Record<string, unknown>): string {
  const made = spec.computed[key];
  if (made) return made.kind === "text" ? made.of(row) : amountIn(made.kind, made.of(row));
  const value = row[key];
  return value === undefined ? "" : (spec.columns[key]?.show(value) ?? "");
}

/** A total as it is shown. */
export function showTotal(spec: RowsSpec, key: string, rows: readonly Record<string, unknown>[]): string {
  const kind = spec.computed[key]?.kind ?? spec.columns[key]?.kind;
  return amountIn(kind === "money" ? "money" : "number", totalOf(spec, key, rows));
}

/** What the sum of a column is called; one that is called รวม needs no second one. */
export const sumLabel = (column: string): string => (column.startsWith("รวม") ? column : `รวม${column}`);

/** A cell as paper has it: days in full. An amount in words as well would fill its line. */
function writeCell(spec: RowsSpec, key: string, row: Record<string, unknown>): string {
  const field = spec.columns[key];
  const value = row[key];
  const written = value === undefined || field?.kind === "money" ? undefined : field?.write?.(value);
  return written?.is === "text" ? written.text : showCell(spec, key, row);
}

const amountIn = (kind: "number" | "money", amount: number) => (kind === "money" ? showMoney(amount) : showNumber(amount));
const keysOf = ({ columns, computed }: RowsSpec) => [...Object.keys(columns), ...Object.keys(computed)];
const labelOf = ({ columns, computed }: RowsSpec, key: string) => columns[key]?.label ?? computed[key]?.label ?? key;

/** A row in a line: a figure runs on from a name and into its unit ("โปรเจคเตอร์ 1 เครื่อง"); a dot parts the others. */
function showRow(spec: RowsSpec, row: Record<string, unknown>): string {
  const cells = keysOf(spec).flatMap((key) => {
    const text = showCell(spec, key, row);
    return text === ""
      ? []
      : [{ text, kind: spec.computed[key]?.kind ?? spec.columns[key]?.kind, isUnit: unitLabel.test(labelOf(spec, key)) }];
  });
  return cells.reduce((line, { text, isUnit }, at) => {
    const [before, after] = [cells[at - 1], cells[at + 1]];
    const isCount = cells[at]?.kind === "number" && after?.isUnit === true && before?.kind === "text";
    const runsOn = isCount || (isUnit && before?.kind === "number");
    return at === 0 ? text : `${line}${runsOn ? " " : " · "}${text}`;
  }, "");
}

const unitLabel = /^หน่วย/;

function showRows(spec: RowsSpec, rows: readonly Record<string, unknown>[]): string {
  const lines = rows.map((row, at) => `${at + 1}. ${showRow(spec, row)}`);
  const sums = spec.totals.map((key) => `${sumLabel(labelOf(spec, key))} ${showTotal(spec, key, rows)}`);
  return [...lines, ...sums].join("\n");
}

const isMoney = ({ columns, computed }: RowsSpec, key: string) => (computed[key]?.kind ?? columns[key]?.kind) === "money";

/** "รวม (หนึ่งพันสองร้อยบาทถ้วน)": an only sum of money also in words, as documents have it. */
function sumInWords(spec: RowsSpec, rows: readonly Record<string, unknown>[]): string {
  const sums = spec.totals.filter((key) => isMoney(spec, key)).map((key) => totalOf(spec, key, rows));
  const [only] = sums;
  return sums.length === 1 && only !== undefined ? `รวม (${bahtText(only)})` : "รวม";
}

const figures = new Set(["number", "money", "percentage"]);

function writeRows(spec: RowsSpec, rows: readonly Record<string, unknown>[]): Written {
  const keys = keysOf(spec);
  const isFigure = (key: string) => figures.has(spec.computed[key]?.kind ?? spec.columns[key]?.kind ?? "");
  return {
    is: "table",
    heads: [{ label: "ที่", isFigure: true }, ...keys.map((key) => ({ label: labelOf(spec, key), isFigure: isFigure(key) }))],
    rows: rows.map((row, at) => [String(at + 1), ...keys.map((key) => writeCell(spec, key, row))]),
    foot:
      spec.totals.length > 0
        ? ["", ...keys.map((key, at) => (spec.totals.includes(key) ? showTotal(spec, key, rows) : at === 0 ? sumInWords(spec, rows) : ""))]
        : null,
  };
}
