import type { QueryFilter } from "mongoose";
import { keptPhone } from "#bot/services/people/person-names.ts";
import { recordAccess } from "#bot/services/record-access.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { queryTokens } from "#models/fields/thai/search-tokens.ts";
import type { Role } from "#models/workflows/roles.ts";
import { adminOf, type By } from "./people-admin.ts";

const pageSize = 30;

export type AskedPeople = {
  text?: string | undefined;
  role?: Role | undefined;
  school?: string | undefined;
  cursor?: string | undefined;
};

/**
 * The people known, by name as it is written (most begin with a title, so that an alphabet of its own would gain little).
 * @param asked.text letters of a name or school, or a whole telephone number
 * @param asked.cursor `next` of the page before
 * @throws Refused not_registered, not_allowed
 */
export async function listPeople(
  ctx: ServiceContext,
  asked: AskedPeople,
  by: By,
): Promise<{ people: PersonDocument[]; next: string | null }> {
  const { actor, ip } = adminOf(by);
  const found = await PersonModel.find({ $and: [filterOf(asked, ctx.clock.now()), await after(asked.cursor)] })
    .sort({ name: 1, _id: 1 })
    .limit(pageSize + 1)
    .lean();
  recordAccess(ctx, [{ personId: actor.personId, action: "list-people", subject: "people", ip }]);
  const people = found.slice(0, pageSize);
  return { people, next: found.length > pageSize ? (people.at(-1)?._id ?? null) : null };
}

function filterOf({ text = "", role, school }: AskedPeople, now: Date): QueryFilter<PersonDocument> {
  return {
    ...(text.trim() === "" ? {} : textFilter(text)),
    ...(school ? { "school.code": school } : {}),
    ...(role ? roleFilter(role, now) : {}),
  };
}

function textFilter(text: string): QueryFilter<PersonDocument> {
  const phone = keptPhone(text);
  if (phone) return { phone };
  const tokens = queryTokens(text);
  return tokens.length > 0 ? { searchTokens: { $all: tokens } } : { _id: { $in: [] } };
}

/** Who holds it now; a teacher is who holds nothing. */
function roleFilter(role: Role, now: Date): QueryFilter<PersonDocument> {
  const holds = { from: { $lte: now }, $or: [{ until: null }, { until: { $gt: now } }] };
  return role === "teacher" ? { grants: { $not: { $elemMatch: holds } } } : { grants: { $elemMatch: { role, ...holds } } };
}

/** What comes after the last of a page; one that is gone begins anew. */
async function after(cursor: string | undefined): Promise<QueryFilter<PersonDocument>> {
  const last = cursor ? await PersonModel.findById(cursor, { name: 1 }).lean() : null;
  return last ? { $or: [{ name: { $gt: last.name } }, { name: last.name, _id: { $gt: last._id } }] } : {};
}
