import type { Field } from "#models/fields/field.ts";
import { numberField } from "#models/fields/kinds/number.ts";

const first = 2560;
const last = 2650;
const expected = `ขอเป็นปี พ.ศ. ${first} ถึง ${last} นะคะ เช่น 2570`;

/** A year of the Buddhist era, written without a comma. */
export function yearField({ help = "เช่น 2570", ...words }: { label: string; question?: string; help?: string }): Field<number> {
  const field = numberField({ ...words, help, min: first, max: last, whole: true });
  return {
    ...field,
    expected,
    read(text, context) {
      const reading = field.read(text, context);
      return reading.ok ? reading : { ok: false, message: expected };
    },
    show: String,
  };
}
