import { recordAccess } from "#bot/services/record-access.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import type { IssuedCard, RequestType } from "#models/requests/define-request-type.ts";
import { type Actor, isStaff, systemActor } from "#models/workflows/roles.ts";
import { isOwnRequest } from "#models/workflows/rule.ts";
import { factsOf, presentRequest } from "./present-request.ts";

/** not-yet: its first day is to come · valid · expired: its last day is over · revoked: ended by somebody before that */
export type CardStanding = "not-yet" | "valid" | "expired" | "revoked";

export type CardView = {
  name: string;
  number: string;
  holder: string;
  school: string;
  rows: { label: string; value: string }[];
  /** the first and the last day it is valid, ISO */
  from: string | null;
  until: string | null;
  standing: CardStanding;
  /** when it ended, where somebody ended it */
  endedAt: Date | null;
};

/** Whether a card came of a request, valid still or not. */
export async function wasIssued({ card }: Pick<RequestType, "card">, { _id, state }: RequestDocument): Promise<boolean> {
  if (!card) return false;
  if (card.validIn.includes(state)) return true;
  return (await TimelineEntryModel.exists({ requestId: _id, to: { $in: card.validIn } })) !== null;
}

/**
 * The card that came of one's own request.
 * @throws Refused not_found where there is none of theirs
 */
export async function readOwnCard(ctx: ServiceContext, requestId: string, actor: Actor): Promise<CardView> {
  const found = await issuedCard(ctx, requestId);
  if (!found || !isOwnRequest(actor, factsOf(found.request))) throw new Refused({ code: "not_found" });
  return viewOf(ctx, found);
}

/**
 * A shown card, for staff: whether it is valid, whose it is and for what.
 * @throws Refused not_allowed for others; not_found where no such card was issued
 */
export async function checkCard(ctx: ServiceContext, requestId: string, actor: Actor): Promise<CardView> {
  if (!isStaff(actor)) throw new Refused({ code: "not_allowed" });
  const found = await issuedCard(ctx, requestId);
  if (!found) throw new Refused({ code: "not_found" });
  recordAccess(ctx, [{ personId: actor.personId, action: "card", subject: `request:${requestId}` }]);
  return viewOf(ctx, found);
}

type Issued = { request: RequestDocument; card: IssuedCard };

async function issuedCard(ctx: ServiceContext, requestId: string): Promise<Issued | null> {
  const stored = await RequestModel.findById(requestId).lean();
  if (!stored) return null;
  const type = ctx.catalogue.of(stored.formId);
  const request = presentRequest(ctx, stored);
  return type.card && (await wasIssued(type, request)) ? { request, card: type.card } : null;
}

async function viewOf(ctx: ServiceContext, { request, card }: Issued): Promise<CardView> {
  const { answers, number, requester, school } = request;
  const until = card.until(answers);
  const from = card.from?.(answers) ?? null;
  const today = bangkokDate(ctx.clock.now());
  const isOver = until !== null && until < today;
  const isToCome = from !== null && from > today;
  const ended = card.validIn.includes(request.state) ? null : await endOf(request, card);
  const standing = ended && ended.by !== systemActor.personId ? "revoked" : ended || isOver ? "expired" : isToCome ? "not-yet" : "valid";
  return {
    name: card.name,
    number,
    holder: requester.name,
    school: school.name,
    rows: card.rows(answers),
    from,
    until,
    standing,
    endedAt: standing === "revoked" ? (ended?.at ?? null) : null,
  };
}

/** The deed that ended it: the workflow's own at the end of its last day, or somebody's. */
async function endOf({ _id, stateSince }: RequestDocument, { validIn }: IssuedCard): Promise<{ by: string; at: Date }> {
  const last = await TimelineEntryModel.findOne({ requestId: _id, from: { $in: validIn }, to: { $nin: validIn } })
    .sort({ sequence: -1 })
    .lean();
  return last ? { by: last.actor.id, at: last.at } : { by: "", at: stateSince };
}
