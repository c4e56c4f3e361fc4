import { actorOf } from "#bot/services/people/person-view.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** Those who stand behind LINE accounts now, with the grants that hold now, in one read. Whoever is not known is left out. */
export async function readViewers(ctx: Pick<ServiceContext, "clock">, lineUserIds: string[]): Promise<Map<string, Actor>> {
  const people = await PersonModel.find({ lineUserId: { $in: lineUserIds } }).lean<PersonDocument[]>();
  const now = ctx.clock.now();
  return new Map(people.map((person) => [person.lineUserId ?? "", actorOf(person, now)]));
}
