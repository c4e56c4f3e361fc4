import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonView } from "#models/conversations/conversation.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { personByLineId } from "./find-person.ts";
import { actorOf, personView } from "./person-view.ts";

/** Somebody signed in with LINE. `actor` is null before registration. */
export type Caller = { lineUserId: string; actor: Actor | null; person: PersonView | null };

/** Who stands behind a LINE account now, with the grants that hold now: a role that ended ends at once. */
export async function readCaller(ctx: Pick<ServiceContext, "clock">, lineUserId: string): Promise<Caller> {
  const person = await personByLineId(lineUserId);
  const now = ctx.clock.now();
  return { lineUserId, actor: person && actorOf(person, now), person: person && personView(person, now) };
}

/** Whether the bot may write to them; null where they have never met. */
export async function isFriend(lineUserId: string): Promise<boolean | null> {
  const chat = await ChatModel.findById(lineUserId, { following: 1, turn: 1 }).lean();
  // A chat that registration made ahead (turn 0) has heard nothing yet.
  return chat && chat.turn > 0 ? chat.following : null;
}
