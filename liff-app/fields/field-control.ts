import type { Field } from "#models/fields/field.ts";

/** What every control of a field gets; it emits `change` with the new value (undefined: emptied) and `leave` when done. */
export type ControlProps = {
  field: Field;
  /** the field's key in its form */
  name: string;
  /** of the control itself, so that the label leads to it */
  id: string;
  /** the answer; what was typed where that does not read yet */
  value: unknown;
  /** ids of help and error */
  describedBy: string | undefined;
  isInvalid: boolean;
  /** stands in a row of a table: no more than its own line */
  isCell?: boolean;
};

export type ControlEmits = { change: [value: unknown]; leave: [] };

/** What a text box shows of an answer: as typed, or as the field says a figure or day. */
export function typedText(value: unknown, show: (value: unknown) => string): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : show(value);
}
