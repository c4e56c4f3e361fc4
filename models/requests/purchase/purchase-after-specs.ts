import type { Answers, AnswersOf } from "#models/requests/define-form.ts";
import { carriedFiles } from "#models/requests/parts/carried-files.ts";
import { type ComparisonAnswers, chosenOffer, sellersOf } from "#models/requests/spec-comparison/chosen-offer.ts";
import type { specDefinitionForm } from "#models/requests/spec-definition/spec-definition.form.ts";
import type { purchaseForm } from "./purchase.form.ts";

type PurchaseAnswers = AnswersOf<typeof purchaseForm.fields>;
type Of = { number: string };

/** A purchase of what was specified: the features become the item's description. */
export function fromDefinition(earlier: Answers, { number }: Of): PurchaseAnswers {
  const answers: AnswersOf<typeof specDefinitionForm.fields> = earlier;
  const { item, features, quantity, unit, unitPrice, purpose, fiscalYear, fund, project, budget, school, phone } = answers;
  const spec = (features ?? []).map(({ name, minimum, unit: of }) => [name, minimum, of].filter(Boolean).join(" ")).join(", ");
  return {
    itemType: "equipment",
    ...(item
      ? {
          items: [
            {
              name: item,
              ...(spec ? { spec: spec.slice(0, 500) } : {}),
              quantity: quantity ?? 1,
              unit: unit ?? "หน่วย",
              ...(unitPrice === undefined ? {} : { unitPrice }),
            },
          ],
        }
      : {}),
    reason: `${purpose ?? ""} ตามแบบกำหนดคุณสมบัติเลขที่ ${number}`.trim().slice(0, 2000),
    ...(fiscalYear ? { fiscalYear } : {}),
    ...(fund ? { fund } : {}),
    ...(project ? { project } : {}),
    ...(budget ? { budget } : {}),
    ...(school ? { school } : {}),
    ...(phone ? { phone } : {}),
    ...carriedFiles(earlier, "attachments", ["attachments"]),
  };
}

/** A purchase of the offer that was chosen; the other sellers' prices are its quotations. */
export function fromComparison(earlier: Answers, { number }: Of): PurchaseAnswers {
  const answers: ComparisonAnswers = earlier;
  const { item, quantity = 1, unit, budget, definition, summary, school, phone } = answers;
  const { price } = chosenOffer(answers);
  const offers = sellersOf(answers).flatMap(({ seller, price: offered }) =>
    seller && offered !== undefined ? [{ seller, price: offered }] : [],
  );
  return {
    itemType: "equipment",
    ...(item
      ? {
          items: [
            {
              name: item,
              ...(definition ? { spec: `ตามแบบกำหนดคุณสมบัติเลขที่ ${definition}` } : {}),
              ...pricedAs(quantity, unit ?? "หน่วย", price),
            },
          ],
        }
      : {}),
    reason: `${summary ?? ""} ตามแบบสรุปเปรียบเทียบคุณสมบัติเลขที่ ${number}`.trim().slice(0, 2000),
    ...(budget ? { budget } : {}),
    ...(offers.length > 0 ? { offers } : {}),
    ...(school ? { school } : {}),
    ...(phone ? { phone } : {}),
    ...carriedFiles(earlier, "offerFiles", ["offerFiles"]),
    ...carriedFiles(earlier, "attachments", ["attachments"]),
  };
}

/** What was offered, to the satang: where the whole price is no price of one, all of it is bought as one lot. */
function pricedAs(quantity: number, unit: string, price: number | undefined) {
  if (price === undefined) return { quantity, unit };
  const satang = Math.round(price * 100);
  return satang % quantity === 0 ? { quantity, unit, unitPrice: satang / quantity / 100 } : { quantity: 1, unit: "ชุด", unitPrice: price };
}
