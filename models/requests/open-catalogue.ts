import { faultOfForm } from "./check-form.ts";
import { faultOfType } from "./check-type.ts";
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
 * @throws when a form id, a number's code or a title of the manual is used twice, a form cannot be filled, or a type names what
 * there is not; says where
 */
export function openCatalogue(all: RequestType[]): Catalogue {
  const byForm = new Map(all.map((type) => [type.form.id, type]));
  const codes = all.flatMap((type) => [type.code.thai, type.code.ascii]);
  refuseTwice("the form id", all, (type) => [type.form.id]);
  refuseTwice("the code", all, (type) => [type.code.thai, type.code.ascii]);
  refuseTwice("the manual's title", all, (type) => [...type.form.manualTitles, ...(type.card?.manualTitles ?? [])]);
  for (const type of all) {
    const fault = faultOfForm(type.form) ?? faultOfType(type, byForm);
    if (fault) throw new Error(`form ${type.form.id}: ${fault}`);
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

function refuseTwice(what: string, all: RequestType[], namesOf: (type: RequestType) => string[]): void {
  const owners = new Map<string, string>();
  for (const type of all) {
    for (const name of namesOf(type)) {
      const other = owners.get(name);
      if (other !== undefined) throw new Error(`catalogue: ${what} "${name}" is used twice, by ${other} and ${type.form.id}`);
      owners.set(name, type.form.id);
    }
  }
}
