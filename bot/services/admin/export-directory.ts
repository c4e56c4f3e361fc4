import { grantsOf } from "#bot/services/people/person-view.ts";
import { roleColumn } from "#bot/services/people/scope-words.ts";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { grantsAt } from "#models/workflows/roles.ts";

/** The directory of schools in the columns of an import. */
export async function* schoolRows(): AsyncGenerator<string[]> {
  for await (const { _id, name, district, zone, phone } of SchoolModel.find().sort({ _id: 1 }).lean().cursor()) {
    yield [_id, name, district, zone ?? "", phone ?? ""];
  }
}

/** Holidays in the columns of an import. */
export async function* holidayRows(): AsyncGenerator<string[]> {
  for await (const { _id, name } of HolidayModel.find().sort({ _id: 1 }).lean().cursor()) yield [_id, name];
}

/** People in the columns of an import: one row for each role that holds now for good, or one without a role. */
export async function* peopleRows(now: Date): AsyncGenerator<string[]> {
  const codes = new Set((await SchoolModel.find({}, { _id: 1 }).lean()).map(({ _id }) => _id));
  for await (const person of PersonModel.find().sort({ name: 1, _id: 1 }).lean().cursor()) {
    const { name, position, school, phone } = person;
    const place = school.code && codes.has(school.code) ? school.code : school.name;
    for (const role of roleColumns(person, now)) yield [name, position, place, role, phone ?? ""];
  }
}

/** A role for a time, or in somebody's place, would come back for good: the list leaves it out. */
function roleColumns(person: PersonDocument, now: Date): string[] {
  const lasting = grantsAt(grantsOf(person), now).filter(({ until, actingFor }) => until === null && actingFor === null);
  const said = lasting.flatMap((grant) => roleColumn(grant, person.school.code ?? null) ?? []);
  return said.length > 0 ? [...new Set(said)] : [""];
}
