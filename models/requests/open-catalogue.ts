import { faultOfForm } from "./check-form.ts";
import type { RequestType } from "./define-request-type.ts";

/** The catalogue as the engines use it. */
export type Catalogue = {
  all: RequestType[];
  /** @throws when no such form is in the catalogue: boot has checked the database, so it is a fault of ours */
  of(formId: string): RequestType;
  codes: string[];
};

/**
 * Indexes a catalogue.
 * @throws when a form id or a number's code is used twice, or a form cannot be filled; says where
 */
export function openCatalogue(all: RequestType[]): Catalogue {
  const byForm = new Map(all.map((type) => [type.form.id, type]));
  const codes = all.flatMap((type) => [type.code.thai, type.code.ascii]);
  const doubled = codes.find((code, i) => codes.indexOf(code) !== i) ?? (byForm.size < all.length ? "form id" : undefined);
  if (doubled) throw new Error(`catalogue: ${doubled} is used twice`);
  for (const { form } of all) {
    const fault = faultOfForm(form);
    if (fault) throw new Error(`form ${form.id}: ${fault}`);
  }
  return {
    all,
    codes,
    of(formId) {
      const type = byForm.get(formId);
      if (!type) throw new Error(`catalogue: no form "${formId}"`);
      return type;
    },
  };
}
