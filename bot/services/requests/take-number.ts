import { gather } from "#bot/platform/gather.ts";
import { CounterModel } from "#models/documents/counter.document.ts";
import { fiscalYear } from "#models/fields/thai/bangkok.ts";
import { formatRequestNumber } from "#models/fields/thai/request-number.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";

export type TakenNumber = { number: string; code: string; year: number; tail: number };

/** Numbers asked for at the same moment are taken by one write: the counter is the one document that every submission meets. */
const numbers = gather<string, number>(async (counters) => {
  const last = new Map<string, number>();
  for (const [counter, asked] of Map.groupBy(counters, (counter) => counter)) {
    const taken = await CounterModel.findOneAndUpdate(
      { _id: counter },
      { $inc: { value: asked.length } },
      { upsert: true, returnDocument: "after" },
    ).lean();
    if (!taken) throw new Error(`The counter ${counter} gave no number`);
    last.set(counter, taken.value - asked.length);
  }
  return counters.map((counter) => {
    const value = (last.get(counter) ?? 0) + 1;
    last.set(counter, value);
    return value;
  });
});

/** Takes the next number of a code and ปีงบประมาณ. Outside any transaction: gaps are fine, reuse is not. */
export async function takeNumber({ code }: Pick<RequestType, "code">, now: Date): Promise<TakenNumber> {
  const year = fiscalYear(now);
  const tail = await numbers.add(`${code.ascii}-${year}`);
  return { number: formatRequestNumber({ thaiCode: code.thai, year, tail }), code: code.ascii, year, tail };
}
