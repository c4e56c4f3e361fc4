import type { Field } from "#models/fields/field.ts";
import { addDays } from "#models/fields/thai/bangkok.ts";
import { type Answers, type Form, isShown } from "#models/requests/define-form.ts";
import { lastDayOf } from "#models/requests/parts/last-day.ts";

const day = "2026-12-15";

/** A value that a field takes; `pick` chooses among what may be chosen. */
function valueFor(field: Field, pick: (of: number) => number): unknown {
  const choices = (field.choices ?? []).map(({ value }) => value);
  switch (field.kind) {
    case "choice":
      return choices[pick(choices.length)];
    case "choices":
      return choices.slice(0, 1 + pick(choices.length));
    case "yes-no":
      return pick(2) === 0;
    case "consent":
      return true;
    case "number":
    case "money":
    case "percentage":
      return [50, 5, 1, 2_570, 0].find((amount) => field.schema.safeParse(amount).success);
    case "rating":
      return 1 + pick(5);
    case "date":
      return day;
    case "time":
      return "09:30";
    case "date-time":
      return `${day}T09:30`;
    case "date-range":
      return { from: day, until: day };
    case "phone":
      return "081-234-5678";
    case "school":
      return { code: null, name: "โรงเรียนบ้านตัวอย่าง" };
    case "person":
      return { id: "staff", name: "ตัวอย่าง เจ้าหน้าที่" };
    case "photos":
    case "files":
      return ["sample-file"];
    case "grid":
      return Object.fromEntries((field.items ?? []).map(({ value }) => [value, 1 + pick(5)]));
    case "signature":
      return [[100, 100, 200, 200]];
    case "rows":
      return [Object.fromEntries(Object.entries(field.rows?.columns ?? {}).map(([key, column]) => [key, valueFor(column, pick)]))];
    default:
      return "ข้อความตัวอย่างที่ยาวพอสำหรับทุกช่อง".slice(0, field.max ?? 40);
  }
}

/** After the last day of the request that is gone on with, and of things those that it names. */
function valueAbout(request: Answers, field: Field, pick: (of: number) => number): unknown {
  const last = lastDayOf(request);
  if (field.kind === "date" && last !== null && last >= day) return addDays(last, 1);
  if (field.kind === "rows" && field.rows && "quantity" in field.rows.columns && Array.isArray(request.items)) return request.items;
  return valueFor(field, pick);
}

/** Answers to everything that a form of a request's transition shows, field by field as somebody fills it. */
export function filledForm(form: Form, pick: (of: number) => number, request: Answers = {}): Answers {
  const answers: Answers = {};
  for (const [key, field] of Object.entries(form.fields)) if (isShown(form, key, answers)) answers[key] = valueAbout(request, field, pick);
  return answers;
}
