import fc from "fast-check";
import { z } from "zod";
import type { Field } from "#models/fields/field.ts";
import { addDays } from "#models/fields/thai/bangkok.ts";
import { knownNow } from "./timely.ts";

/** What stands in a field's schema about how much it takes. */
type Limits = { type?: string; minimum?: number; maximum?: number; minItems?: number; maxItems?: number };

/** What a field takes, from its schema alone. */
export function limitsOf({ schema }: Field): Limits {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Limits;
}

/** What people write, and what only some do: quotes, figures, line breaks, emoji, what a spreadsheet or a page would take for its own. */
const words = ["งานของชั้น ป.4", "ตามที่ตกลงไว้", "ใช้จัดกิจกรรม", "รุ่นใหม่", "ครบทุกชั้น", "ภาคเรียนที่ 2", "เพื่อนักเรียน"];
const odd = ["=1+1", "+668", "-๑๒", "@A1", '"อ้าง"', "a<b>&c", "บรรทัดหนึ่ง\nบรรทัดสอง", "น้ำทำ", "👍🏽ดี", "100%", "'", "\\n", "#REF!", "é"];

const someText = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...words) }, fc.constantFrom(...odd)), {
  minLength: 1,
  maxLength: 5,
});

/** As long as the field takes, and where a few words are too few a few more. */
function textFor({ max = 40, schema }: Field): fc.Arbitrary<string> {
  return someText.map((parts) => {
    const text = [...parts.join(" ")].slice(0, max).join("");
    return [text, `${text} ${words.join(" ")}`, words.join("")].find((one) => schema.safeParse(one).success) ?? words[0] ?? "";
  });
}

/** Both ends, a few, and anything between. */
function numberFor(field: Field): fc.Arbitrary<number> {
  const { type, minimum: min = 0, maximum: max = 1_000_000 } = limitsOf(field);
  const parts = type === "integer" ? 1 : 100;
  const [low, high] = [Math.ceil(min * parts), Math.floor(max * parts)];
  const few = fc.integer({ min: low, max: Math.min(high, low + 20 * parts) });
  return fc.oneof(fc.constantFrom(low, high), few, few, fc.integer({ min: low, max: high })).map((amount) => amount / parts);
}

// Some over, most to come.
const day = fc.nat(900).map((ahead) => addDays(knownNow().today, ahead - 170));
const two = (figure: number) => String(figure).padStart(2, "0");
const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
// A day, about a year, many years.
const span = fc.oneof(fc.constant(0), fc.nat(400), fc.nat(400), fc.nat(4_000));
const phones = ["081-234-5678", "0812345678", "02-345-6789", "038-511-234 ต่อ 12", "๐๘๑ ๒๓๔ ๕๖๗๘"];
const stroke = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { minLength: 2, maxLength: 12 }).map((points) => points.flat());
const some = <T>(of: fc.Arbitrary<T>, { minItems: least = 1, maxItems: most = least }: Limits) =>
  fc.array(of, { minLength: least, maxLength: Math.min(most, Math.max(least, 4)) });

/** Rows with every column that is needed, and the others now and then. */
function rowsFor(field: Field): fc.Arbitrary<unknown> {
  const columns = Object.entries(field.rows?.columns ?? {});
  const model = Object.fromEntries(columns.map(([key, column]) => [key, valueFor(column)]));
  const requiredKeys = columns.filter(([, { optional }]) => !optional).map(([key]) => key);
  return some(fc.record(model, { requiredKeys }), limitsOf(field));
}

/** Values that a field takes, whatever its form's rules say. Files go by invented names: who files them puts stored ones there. */
export function valueFor(field: Field): fc.Arbitrary<unknown> {
  const choices = (field.choices ?? []).map(({ value }) => value);
  switch (field.kind) {
    case "text":
    case "place":
      return textFor(field);
    case "asset":
      return fc.oneof(textFor(field), fc.constantFrom("ไม่ทราบ", "7440-001-0001/65", "๗๔๔๐-๐๐๑"));
    case "choice":
      return fc.constantFrom(...choices);
    case "choices":
      return fc.subarray(choices, { minLength: 1 });
    case "yes-no":
      return fc.boolean();
    case "consent":
      return fc.constant(true);
    case "number":
    case "money":
    case "percentage":
      return numberFor(field);
    case "rating":
      return fc.integer({ min: 1, max: 5 });
    case "date":
      return day;
    case "time":
      return time;
    case "date-time":
      return fc.tuple(day, time).map((parts) => parts.join("T"));
    case "date-range":
      return fc.tuple(day, span).map(([from, long]) => ({ from, until: addDays(from, long) }));
    case "phone":
      return fc.constantFrom(...phones);
    case "school":
      return fc.constantFrom("โรงเรียนบ้านตัวอย่าง", "=โรงเรียนสมมุติ", "โรงเรียน “ทดลอง” 2").map((name) => ({ code: null, name }));
    case "person":
      return fc.constantFrom("หนึ่ง", "สอง").map((name) => ({ id: `staff-${name}`, name: `${name} ตัวอย่าง` }));
    case "photos":
    case "files":
      return some(fc.uuid(), limitsOf(field)).map((ids) => [...new Set(ids)].slice(0, 2));
    case "rows":
      return rowsFor(field);
    case "grid":
      return fc.record(Object.fromEntries((field.items ?? []).map(({ value }) => [value, fc.integer({ min: 1, max: 5 })])));
    case "signature":
      return fc.array(stroke, { minLength: 1, maxLength: 3 });
  }
}
