import type { Form } from "#models/requests/define-form.ts";

export type Section = { title: string; keys: string[] };

/** A form in its own order, in two parts: all down to the last that must be answered, and what one may add. */
export function sectionsOf({ fields }: Form): Section[] {
  const keys = Object.keys(fields);
  const split = keys.findLastIndex((key) => !fields[key]?.optional) + 1;
  const parts = [
    { title: "รายละเอียด", keys: keys.slice(0, split) },
    { title: "ข้อมูลเพิ่มเติม (ถ้ามี)", keys: keys.slice(split) },
  ];
  return parts.filter((part) => part.keys.length > 0);
}
