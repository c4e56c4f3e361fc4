import { comparableName } from "#bot/services/people/person-names.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { comparableSchool } from "./school-names.ts";

type School = PersonDocument["school"];
type Sought = { name: string; position: string; school: School; phone: string | null };

/** Everybody known while a list is read: those stored, and those that its own rows add. */
export type KnownPeople = {
  /** who is meant by a row; of several of one name at one school the one most like it */
  find(row: Sought): PersonDocument | null;
  /** adds somebody, or puts the new state of somebody in the place of the old */
  put(person: PersonDocument): void;
};

/** @param directory the school as the directory has it: somebody may have typed its name before it was there */
export function openKnownPeople(people: PersonDocument[], directory: (school: School) => School): KnownPeople {
  const byKey = new Map<string, PersonDocument[]>();
  const keyOf = ({ name, school }: { name: string; school: School }) => {
    const { code, name: schoolName } = directory(school);
    return `${comparableName(name)}|${code ?? comparableSchool(schoolName)}`;
  };
  const known: KnownPeople = {
    find(row) {
      const likeness = (person: PersonDocument) =>
        (person.name === row.name ? 4 : 0) + ((person.phone ?? null) === row.phone ? 2 : 0) + (person.position === row.position ? 1 : 0);
      const namesakes = byKey.get(keyOf(row)) ?? [];
      return namesakes.reduce<PersonDocument | null>((best, one) => (best && likeness(best) >= likeness(one) ? best : one), null);
    },
    put(person) {
      const key = keyOf(person);
      const others = (byKey.get(key) ?? []).filter(({ _id }) => _id !== person._id);
      byKey.set(key, [...others, person]);
    },
  };
  for (const person of people) known.put(person);
  return known;
}
