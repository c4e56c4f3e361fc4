import type { PersonDocument } from "#models/documents/person.document.ts";
import { normaliseThai } from "#models/fields/thai/normalise.ts";
import { comparableName } from "./person-names.ts";

type School = Pick<PersonDocument["school"], "code" | "name">;

/** Whether two names may be one person's: titles and spaces aside. A title alone is nobody's name. */
export function isSameName(one: string, other: string): boolean {
  const name = comparableName(one);
  return name !== "" && name === comparableName(other);
}

/** Whether two schools are one: by the directory's code where both have it, otherwise as they are written. */
export function isSameSchool(one: School, other: School): boolean {
  if (one.code && other.code) return one.code === other.code;
  return normaliseThai(one.name) === normaliseThai(other.name);
}
