import type { Field, ReadContext } from "#models/fields/field.ts";
import { readDateRange } from "#models/fields/thai/date-ranges.ts";
import { readDate } from "#models/fields/thai/read-date.ts";
import { readTime } from "#models/fields/thai/times.ts";

type Parts<K extends string> = Partial<Record<K, string>>;

export const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
export const isTime = (value: unknown): value is string => typeof value === "string" && /^\d\d:\d\d$/.test(value);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function textsOf<K extends string>(value: unknown, keys: readonly K[]): Parts<K> {
  if (!isRecord(value)) return {};
  const texts = keys.flatMap((key) => (typeof value[key] === "string" ? [[key, value[key]]] : []));
  return Object.fromEntries(texts) as Parts<K>;
}

/** A moment that is not whole yet is kept as what was typed of its day and its time. */
export function partsOfMoment(value: unknown): Parts<"day" | "time"> {
  if (typeof value !== "string") return textsOf(value, ["day", "time"]);
  const [day = "", time] = value.split("T");
  return isDay(day) && isTime(time) ? { day, time } : { day: value };
}

/** A span of days as far as it was typed: each end a day, or words that are not read yet. */
export const partsOfRange = (value: unknown): Parts<"from" | "until"> =>
  typeof value === "string" ? { from: value } : textsOf(value, ["from", "until"]);

const dayOf = (typed: string | undefined, now: Date) => (isDay(typed) ? typed : typed ? readDate(typed, now) : null);
const timeOf = (typed: string | undefined) => (isTime(typed) ? typed : typed ? readTime(typed) : null);

/** "พรุ่งนี้" beside "9 โมง" → the moment; as typed where a part is missing or does not read. */
export function readMoment(field: Field, value: unknown, context: ReadContext): unknown {
  const { day, time } = partsOfMoment(value);
  const both = time === undefined && day && !isDay(day) ? field.read(day, context) : null;
  if (both?.ok) return both.value;
  const read = { day: dayOf(day, context.now) ?? day, time: timeOf(time) ?? time };
  if (isDay(read.day) && isTime(read.time)) return `${read.day}T${read.time}`;
  if (read.day === undefined && read.time === undefined) return undefined;
  return { ...(read.day !== undefined && { day: read.day }), ...(read.time !== undefined && { time: read.time }) };
}

/** Each end read by itself; both where the first box holds a whole span. */
export function readRange(value: unknown, { now }: ReadContext): unknown {
  const { from, until } = partsOfRange(value);
  const both = until === undefined && from && !isDay(from) && !readsAsOneDay(from, now) ? readDateRange(from, now) : null;
  if (both) return both;
  const read = { from: dayOf(from, now) ?? from, until: dayOf(until, now) ?? until };
  if (read.from === undefined && read.until === undefined) return undefined;
  return { ...(read.from !== undefined && { from: read.from }), ...(read.until !== undefined && { until: read.until }) };
}

/** One day in the first box is the beginning; its end is still to be told. */
function readsAsOneDay(text: string, now: Date): boolean {
  const span = readDateRange(text, now);
  return span !== null && span.from === span.until;
}
