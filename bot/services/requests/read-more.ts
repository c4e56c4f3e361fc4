import { continuationsOf } from "#bot/services/drafts/draft-from-request.ts";
import { describeFiles, type FileFacts } from "#bot/services/files/describe-files.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { surveyStanding } from "#bot/services/surveys/survey-results.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Rung } from "#models/workflows/decision-ladder.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { isOwnRequest } from "#models/workflows/rule.ts";
import { wasIssued } from "./card.ts";
import { ladderOf } from "./ladder-of.ts";
import { mayFill } from "./may-fill.ts";
import { factsOf, presentRequest } from "./present-request.ts";
import { isNumberPrinted, maySetOfficial } from "./set-official.ts";
import { visibleTo } from "./visible-to.ts";

type Link = { id: string; number: string; formId: string };

/** What a request's own page shows besides the view: its files by name, where it came from, what may follow, its paper. */
export type RequestMore = {
  files: Map<string, FileFacts>;
  origin: Link | null;
  followUps: Link[];
  continuations: { formId: string; name: string }[];
  canCopy: boolean;
  official: { number: string; date: string } | null;
  canSetOfficial: boolean;
  record: { at: Date; sha256: string; hasNumber: boolean } | null;
  hasCard: boolean;
  decisions: Rung[];
  /** of a survey that people are or were asked, for those who run it */
  survey: { isOpen: boolean; answered: number } | null;
};

/** Reads it for a viewer; the caller has made sure that they may see the request. */
export async function readMore(ctx: ServiceContext, view: RequestView, actor: Actor): Promise<RequestMore> {
  const stored = await RequestModel.findById(view.id).lean();
  if (!stored) throw new Error(`request ${view.id} is gone`);
  const request = presentRequest(ctx, stored);
  const type = ctx.catalogue.of(request.formId);
  const facts = factsOf(request);
  const isOwn = isOwnRequest(actor, facts);
  const { origin, official, record } = request;
  const links = [...(origin ? [origin] : []), ...(request.followUps ?? [])];
  const [files, visible, hasCard, decisions, survey] = await Promise.all([
    describeFiles([...new Set([...view.files, ...view.timeline.flatMap((entry) => entry.files)])]),
    seenOf(links, actor),
    isOwn && type.card ? wasIssued(type, request) : false,
    ladderOf(ctx, request),
    surveyStanding(ctx, request, actor),
  ]);
  return {
    files,
    origin: origin && visible.has(origin.id) ? linkOf(origin) : null,
    followUps: (request.followUps ?? []).filter(({ id }) => visible.has(id)).map(linkOf),
    continuations: continuationsOf(ctx, request, actor).map(({ type: { form, name } }) => ({ formId: form.id, name })),
    canCopy: (isOwn || request.filedById === actor.personId) && mayFill(type, actor),
    official: official ? { number: official.number, date: official.date } : null,
    canSetOfficial: maySetOfficial(actor, facts) && !isNumberPrinted(request),
    record:
      record?.state === "made" && record.sha256 ? { at: record.at, sha256: record.sha256, hasNumber: isNumberPrinted(request) } : null,
    hasCard,
    decisions,
    survey,
  };
}

const linkOf = ({ id, number, formId }: Link): Link => ({ id, number, formId });

async function seenOf(links: Link[], actor: Actor): Promise<Set<string>> {
  if (links.length === 0) return new Set();
  const found = await RequestModel.find({ $and: [{ _id: { $in: links.map(({ id }) => id) } }, visibleTo(actor)] }, { _id: 1 }).lean();
  return new Set(found.map(({ _id }) => _id));
}
