import type { ClientSession } from "mongoose";
import { recordAccess } from "#bot/services/record-access.ts";
import { Refused, requireActor } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Commands } from "#models/conversations/effects.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { type Actor, isStaff } from "#models/workflows/roles.ts";
import { personById } from "./find-person.ts";
import { actorOf } from "./person-view.ts";

/**
 * Notes until when a member of staff is away (null: is back), so that work goes to others. Heads do it for anyone, staff for
 * themselves.
 * @throws Refused not_found, not_allowed, not_registered
 */
export async function prepareSetAway(ctx: ServiceContext, input: Commands["setAway"]["in"], who: { actor: Actor | null }) {
  const actor = requireActor(who.actor);
  const isHead = actor.grants.some(({ role }) => role === "group-head" || role === "centre-head");
  if (!isHead && !(isStaff(actor) && input.personId === actor.personId)) throw new Refused({ code: "not_allowed" });
  const now = ctx.clock.now();
  const person = await personById(input.personId);
  if (!person || !isStaff(actorOf(person, now))) throw new Refused({ code: "not_found" });
  recordAccess(ctx, [{ personId: actor.personId, action: "set-away", subject: `person:${person._id}` }]);
  return {
    async write(session: ClientSession) {
      await PersonModel.updateOne({ _id: person._id }, { $set: { awayUntil: input.until, updatedAt: now } }, { session });
      return { name: person.name, until: input.until };
    },
  };
}
