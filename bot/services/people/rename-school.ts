import type { ClientSession } from "mongoose";
import { PersonModel } from "#models/documents/person.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { comparableName } from "./person-names.ts";

/** Gives the people of a school its new name, by which they are found too. What they filed keeps the name of its day. */
export async function renameSchoolOfPeople(school: { _id: string; name: string }, session?: ClientSession): Promise<void> {
  const options = session ? { session } : {};
  const people = await PersonModel.find({ "school.code": school._id }, { name: 1 }, options).lean();
  if (people.length === 0) return;
  await PersonModel.bulkWrite(
    people.map(({ _id, name }) => ({
      updateOne: {
        filter: { _id },
        update: { $set: { "school.name": school.name, searchTokens: searchTokens([name, comparableName(name), school.name]) } },
      },
    })),
    options,
  );
}
