import { randomUUID } from "node:crypto";
import type { ClientSession } from "mongoose";
import { holdersOf, peopleWho } from "#bot/services/people/people-who.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Urgency } from "#models/conversations/understanding.ts";
import type { NoticeDocument } from "#models/documents/notice.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import type { NoticeEvent, Tell } from "#models/workflows/define-workflow.ts";
import type { Role } from "#models/workflows/roles.ts";
import type { RequestRelation, Rule } from "#models/workflows/rule.ts";

/** One person who is to hear of something, and as what. */
export type Telling = { personId: string; event: NoticeEvent; as: NoticeDocument["as"] };

/**
 * Who hears of a deed: each person once, by the first tell that means them; never the one who did it.
 * @param facts the request as it stands after the deed
 */
export async function whoHears(
  tells: Tell[],
  facts: RequestRelation,
  actorId: string,
  now: Date,
  session?: ClientSession,
): Promise<Telling[]> {
  const roles = [...new Set(tells.flatMap(({ to }) => (to.who === "role" ? [to.role] : [])))];
  const holders = roles.length > 0 ? await holdersOf(roles, session) : [];
  const tellings = tells.flatMap(({ to, event }) => {
    const ids = to.who === "role" ? peopleWho(to, facts, holders, now).map(({ _id }) => _id) : onePerson(to, facts);
    return ids.map((personId) => ({ personId, event, as: asWhat(to) }));
  });
  const first = new Map(tellings.toReversed().map((telling) => [telling.personId, telling]));
  return [...first.values()].filter(({ personId }) => personId !== actorId).reverse();
}

/** Writes the notices of one deed, in the transaction that did it. How and whether they travel is decided later. */
export async function writeNotices(
  ctx: ServiceContext,
  tellings: Telling[],
  about: { requestId: string; revision: number; urgency: Urgency },
  session: ClientSession,
): Promise<void> {
  if (tellings.length === 0) return;
  const createdAt = ctx.clock.now();
  const notices = tellings.map((telling) => ({
    _id: ctx.newId(),
    ...telling,
    ...about,
    state: "new" as const,
    retryKey: randomUUID(),
    createdAt,
  }));
  await NoticeModel.insertMany(notices, { session });
}

function onePerson(rule: Rule, facts: RequestRelation): string[] {
  if (rule.who === "requester") return [facts.requesterId ?? facts.filedById];
  if (rule.who === "assignee" && facts.assigneeId !== null) return [facts.assigneeId];
  return [];
}

const worksItself: Role[] = ["staff", "data-owner"];

function asWhat(rule: Rule): Telling["as"] {
  if (rule.who === "requester") return "requester";
  return rule.who === "role" && !worksItself.includes(rule.role) ? "head" : "worker";
}
