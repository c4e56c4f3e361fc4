import type { AnswersOf } from "#models/requests/define-form.ts";
import type { specComparisonForm } from "./spec-comparison.form.ts";

export type ComparisonAnswers = AnswersOf<typeof specComparisonForm.fields>;
type Seller = { seller?: string | undefined; price?: number | undefined };

/** Every seller that made an offer, in order. */
export function sellersOf({ sellers, seller1, price1, seller2, price2, seller3, price3 }: ComparisonAnswers): Seller[] {
  const all = [
    { seller: seller1, price: price1 },
    { seller: seller2, price: price2 },
    { seller: seller3, price: price3 },
  ];
  return all.slice(0, { one: 1, two: 2, three: 3 }[sellers ?? "one"]);
}

/** The seller that the committee chose, and their price; empty where none passed. */
export function chosenOffer(answers: ComparisonAnswers): Seller {
  const at = ["first", "second", "third"].indexOf(answers.result ?? "none");
  return sellersOf(answers)[at] ?? {};
}
