import type { ClientSession } from "mongoose";
import { closeDraft } from "#bot/services/drafts/close-draft.ts";
import { attachFiles } from "#bot/services/files/attach-files.ts";
import { whoHears, writeNotices } from "#bot/services/notices/write-notices.ts";
import { prepareRegistration } from "#bot/services/people/register-person.ts";
import { recordAccess } from "#bot/services/record-access.ts";
import { Refused, requireActor } from "#bot/services/refused.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import type { Commands } from "#models/conversations/effects.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { filesIn } from "#models/requests/files-in.ts";
import { isStaff } from "#models/workflows/roles.ts";
import { tellsTo } from "./choose-decider.ts";
import { type FiledSubmission, fileSubmission } from "./file-submission.ts";
import { mayFill } from "./may-fill.ts";
import { readOrigin } from "./origin.ts";
import { factsOf } from "./present-request.ts";
import { requestView } from "./request-view.ts";
import { submitEntry } from "./timeline-entry.ts";

type Submission = Commands["submit"]["in"];
type Submitted = { write(session: ClientSession): Promise<{ request: RequestView }> };

/**
 * Files a request: number, routing, promised dates, timeline and notices. The draft id is its idempotency key: a second
 * submit gives the first request, also when the two race.
 * @throws Refused form_changed, not_registered, not_allowed (on behalf, by someone who is not staff), invalid_answers
 */
export async function prepareSubmit(ctx: ServiceContext, input: Submission, who: Who): Promise<Submitted> {
  const type = ctx.catalogue.of(input.formId);
  const first = await RequestModel.findOne({ draftId: input.draftId }).lean();
  if (first) return alreadySubmitted(ctx, first, who);
  if (input.formVersion !== type.form.version) throw new Refused({ code: "form_changed" });
  const registration = input.registration && !who.actor ? await prepareRegistration(ctx, input.registration, who) : null;
  const actor = registration?.actor ?? requireActor(who.actor);
  if ((input.onBehalfOf && !isStaff(actor)) || !mayFill(type, actor)) throw new Refused({ code: "not_allowed" });

  const origin = await readOrigin(ctx, input.draftId, actor);
  const filed = await fileSubmission(ctx, type, input, { ...who, actor }, registration?.person ?? null, origin).catch(
    async (error: unknown) => {
      // A first press that came through a moment ago took the pictures.
      const raced = await RequestModel.findOne({ draftId: input.draftId }).lean();
      if (raced) return alreadySubmitted(ctx, raced, { ...who, actor });
      throw error;
    },
  );
  if ("write" in filed) return filed;
  const { request, places, chosen } = filed;
  const tellings = await whoHears(tellsTo(chosen, type.workflow.tells), factsOf(request), actor.personId, ctx.clock.now());
  const entry = submitEntry(ctx, request, actor);
  if (input.onBehalfOf) recordAccess(ctx, [{ personId: actor.personId, action: "submit-for", subject: `request:${request._id}` }]);
  return {
    async write(session) {
      // Looked for inside the transaction too: with the unique index it makes the loser of a race wait, read and give the first.
      const raced = await RequestModel.findOne({ draftId: input.draftId }, null, { session }).lean();
      if (raced) return (await alreadySubmitted(ctx, raced, { ...who, actor })).write(session);
      await registration?.write(session);
      await RequestModel.create([request], { session });
      await TimelineEntryModel.create([entry], { session });
      await writeNotices(ctx, tellings, { requestId: request._id, revision: request.revision, urgency: request.urgency }, session);
      await attachFiles(filesIn(type.form, request.answers), request._id, session, origin?.files);
      if (origin) await linkBack(origin.link.id, request, session);
      await closeDraft(request, session);
      await rememberPlaces(filed, places, session);
      return { request: requestView(ctx, request, actor, ctx.clock.now()) };
    },
  };
}

/** A draft of somebody else's is no key to their request. */
function alreadySubmitted(ctx: ServiceContext, first: RequestDocument, { actor }: Who): Submitted {
  const owner = requireActor(actor);
  if (first.filedById !== owner.personId) throw new Refused({ code: "not_allowed" });
  return { write: async () => ({ request: requestView(ctx, first, owner, ctx.clock.now()) }) };
}

/** The earlier request knows what went on from it. That is no deed: its revision stays. */
async function linkBack(originId: string, { _id, number, formId }: RequestDocument, session: ClientSession): Promise<void> {
  await RequestModel.updateOne({ _id: originId }, { $push: { followUps: { id: _id, number, formId } } }, { session });
}

async function rememberPlaces({ request }: FiledSubmission, places: string[] | null, session: ClientSession): Promise<void> {
  if (places) await PersonModel.updateOne({ _id: request.filedById }, { $set: { recentPlaces: places } }, { session });
}
