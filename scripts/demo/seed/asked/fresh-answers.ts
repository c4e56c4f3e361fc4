import { addDays, bangkokDate, daysBetween, fiscalYear } from "#models/fields/thai/bangkok.ts";
import { type Answers, isShown } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import type { Place } from "#scripts/demo/seed/life.ts";
import type { SeedPerson } from "#scripts/demo/seed/people.ts";
import type { World } from "#scripts/demo/seed/world.ts";
import { variants } from "./variants.ts";

type Asking = { type: RequestType; requester: SeedPerson; place: Place; at: Date };

/**
 * One of a form's examples as this person would fill it on that day: their school and telephone, days around then, nothing attached.
 * Null where the form takes none of its examples so (one that must have a file).
 */
export function freshAnswers(world: World, asking: Asking): Answers | null {
  const { form } = asking.type;
  const fitting = [...form.examples, ...(variants[form.id] ?? []).map((one) => ({ ...form.examples.at(-1), ...one }))].flatMap(
    (example) => {
      const parsed = parseAnswers(form, asFilledThen(world, asking, example), { today: bangkokDate(asking.at) });
      return parsed.ok ? [parsed.answers] : [];
    },
  );
  return fitting.length > 0 ? world.random.pick(fitting) : null;
}

/** What is known already, and where it must be filled the rest of an example; null where the form does not take it. */
export function goingOn(world: World, asking: Asking, known: Answers): Answers | null {
  const { form } = asking.type;
  for (const example of form.examples) {
    const filled = Object.entries(asFilledThen(world, asking, example)).filter(([key]) => !form.fields[key]?.optional);
    const parsed = parseAnswers(form, { ...Object.fromEntries(filled), ...known }, { today: bangkokDate(asking.at) });
    if (parsed.ok) return parsed.answers;
  }
  return null;
}

function asFilledThen(world: World, asking: Asking, example: Answers): Answers {
  const { type, requester, place, at } = asking;
  const { fields } = type.form;
  const later = shift(world, asking, example);
  const entries = Object.entries(example).map(([key, value]): [string, unknown] => {
    const kind = fields[key]?.kind;
    if (kind === "school") return [key, { code: place.code, name: place.name }];
    if (kind === "phone") return [key, requester.phone];
    if (kind === "files" || kind === "photos") return [key, undefined];
    if (key === "fiscalYear") return [key, fiscalYear(at)];
    return [key, later(value)];
  });
  const answers = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => isShown(type.form, key, answers)));
}

const isoDay = /\d{4}-\d{2}-\d{2}(?=$|T)/g;

/** Moves every day of an example: what is asked for lies ahead, what is reported on lies behind. */
function shift({ random }: World, { type, at }: Asking, example: Answers): (value: unknown) => unknown {
  const days = (JSON.stringify(example).match(/"\d{4}-\d{2}-\d{2}[T"]/g) ?? []).map((quoted) => quoted.slice(1, 11)).sort();
  const reports = Object.values(type.workflow.transitions).some(({ decides }) => decides === "acknowledge");
  const [anchor, ahead] = reports ? [days.at(-1), -random.between(1, 6)] : [days[0], random.between(3, 14)];
  const by = anchor ? daysBetween(anchor, addDays(bangkokDate(at), ahead)) : 0;
  const moved = (value: unknown): unknown => {
    if (typeof value === "string") return value.replace(isoDay, (day) => addDays(day, by));
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one)]));
    return value;
  };
  return moved;
}
