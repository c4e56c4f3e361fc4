import { CounterModel } from "#models/documents/counter.document.ts";
import { fiscalYear } from "#models/fields/thai/bangkok.ts";
import { formatRequestNumber } from "#models/fields/thai/request-number.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";

export type TakenNumber = { number: string; code: string; year: number; tail: number };

/** Takes the next number of a code and ปีงบประมาณ. Outside any transaction: gaps are fine, reuse is not. */
export async function takeNumber({ code }: Pick<RequestType, "code">, now: Date): Promise<TakenNumber> {
  const year = fiscalYear(now);
  const counter = await CounterModel.findOneAndUpdate(
    { _id: `${code.ascii}-${year}` },
    { $inc: { value: 1 } },
    { upsert: true, returnDocument: "after" },
  ).lean();
  if (!counter) throw new Error(`The counter ${code.ascii}-${year} gave no number`);
  return { number: formatRequestNumber({ thaiCode: code.thai, year, tail: counter.value }), code: code.ascii, year, tail: counter.value };
}
