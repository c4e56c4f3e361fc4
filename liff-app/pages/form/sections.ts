import type { Form } from "#models/requests/define-form.ts";

export type Section = { title: string; keys: string[] };

/** A form's own parts; else two in its own order: all down to the last that must be answered, and what one may add. */
export function sectionsOf({ fields, sections }: Form): Section[] {
  const keys = Object.keys(fields);
  const grouped = new Set(sections.flatMap((section) => section.fields));
  const rest = keys.filter((key) => !grouped.has(key));
  const own = sections.map((section) => ({ title: section.title, keys: [...section.fields] }));
  const parts = own.length > 0 ? [...own, { title: "อื่น ๆ", keys: rest }] : inTwo(fields, keys);
  return parts.filter((part) => part.keys.length > 0);
}

function inTwo(fields: Form["fields"], keys: readonly string[]): Section[] {
  const split = keys.findLastIndex((key) => !fields[key]?.optional) + 1;
  return [
    { title: "รายละเอียด", keys: keys.slice(0, split) },
    { title: "ข้อมูลเพิ่มเติม (ถ้ามี)", keys: keys.slice(split) },
  ];
}

/** A table of rows wants more width than a column of boxes, where there is some. */
export const isWideForm = ({ fields }: Form): boolean => Object.values(fields).some(({ kind }) => kind === "rows");
