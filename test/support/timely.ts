import { addDays, bangkokDate, daysBetween } from "#models/fields/thai/bangkok.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { sampleDay } from "#models/requests/sample-day.ts";

/** What a form's rules know when it is filled now. */
export const knownNow = () => ({ today: bangkokDate(new Date()) });

/** An example as somebody fills it now: its days lie as far from today as they lie from the day of the samples. */
export function timely<A extends Answers>(example: A, today: string = knownNow().today): A {
  const by = Math.max(0, daysBetween(sampleDay, today));
  const text = JSON.stringify(example).replace(/(?<=")\d{4}-\d{2}-\d{2}(?="|T)/g, (day) => addDays(day, by));
  return JSON.parse(text) as A;
}

/** The examples of a form, each as somebody fills it now. */
export const timelyExamples = <A extends Answers>({ examples }: { examples: A[] }): A[] => examples.map((example) => timely(example));
