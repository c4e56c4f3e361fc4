import type { ClientSession } from "mongoose";
import { PersonModel } from "#models/documents/person.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { comparableName } from "./person-names.ts";

/** Gives the people of schools their new names, by which they are found too. What they filed keeps the name of its day. */
export async function renameSchoolsOfPeople(schools: { _id: string; name: string }[], session?: ClientSession): Promise<void> {
  if (schools.length === 0) return;
  const options = session ? { session } : {};
  const newName = new Map(schools.map(({ _id, name }) => [_id, name]));
  const people = await PersonModel.find({ "school.code": { $in: [...newName.keys()] } }, { name: 1, school: 1 }, options).lean();
  if (people.length === 0) return;
  // By the driver itself: an import may rename the schools of thousands within one transaction.
  await PersonModel.collection.bulkWrite(
    people.map(({ _id, name, school }) => {
      const schoolName = newName.get(school.code ?? "") ?? school.name;
      const tokens = searchTokens([name, comparableName(name), schoolName]);
      return { updateOne: { filter: { _id }, update: { $set: { "school.name": schoolName, searchTokens: tokens } } } };
    }) as never[],
    options,
  );
}
