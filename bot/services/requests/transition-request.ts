import type { ClientSession } from "mongoose";
import { attachFiles } from "#bot/services/files/attach-files.ts";
import { writeNotices } from "#bot/services/notices/write-notices.ts";
import { recordAccess } from "#bot/services/record-access.ts";
import { requireActor } from "#bot/services/refused.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import type { Commands } from "#models/conversations/effects.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { type Actor, systemActor } from "#models/workflows/roles.ts";
import { planTransition, type TransitionPlan } from "./plan-transition.ts";
import { presentRequest } from "./present-request.ts";
import { requestView } from "./request-view.ts";

type TransitionInput = Commands["transition"]["in"];
export type PreparedTransition = { write(session: ClientSession): Promise<{ request: RequestView }> };

/**
 * Does one transition of a request: state, timeline entry, notices. The write carries the revision that was read, so of two at
 * once one matches nothing, reads afresh and hears who was first. The same key again does nothing and gives the request as it is.
 * @throws Refused not_found, not_allowed, form_changed, state_changed (with who did what), too_late, invalid_answers, not_registered
 */
export async function prepareTransition(ctx: ServiceContext, input: TransitionInput, who: Who): Promise<PreparedTransition> {
  const actor = requireActor(who.actor);
  const chatIds = who.lineUserId ? [who.chatId, who.lineUserId] : [who.chatId];
  const before = await doneBefore(ctx, input, actor);
  if (before) return { write: async () => before };
  const planned = await planTransition(ctx, input, actor, chatIds);
  if (actor !== systemActor && planned.before.requester.id !== actor.personId) {
    const action = `transition:${planned.before.formId}:${input.transition}`;
    recordAccess(ctx, [{ personId: actor.personId, action, subject: `request:${input.requestId}` }]);
  }
  return {
    async write(session) {
      let plan = planned;
      while (!(await isWritten(plan, session))) {
        const first = await doneBefore(ctx, input, actor, session);
        if (first) return first;
        plan = await planTransition(ctx, input, actor, chatIds, session);
      }
      return { request: await finish(ctx, withKey(plan, input), actor, session) };
    },
  };
}

/** Null without a key, and where nothing was done under it. */
async function doneBefore(ctx: ServiceContext, { requestId, key }: TransitionInput, actor: Actor, session?: ClientSession) {
  if (!key) return null;
  const options = session ? { session } : {};
  const entry = { requestId, key, "actor.id": actor.personId };
  if (!(await TimelineEntryModel.exists(entry).setOptions(options))) return null;
  const stored = await RequestModel.findById(requestId, null, options).lean();
  const request = stored && presentRequest(ctx, stored);
  return request && { request: requestView(ctx, request, actor, ctx.clock.now()) };
}

function withKey(plan: TransitionPlan, { key }: TransitionInput): TransitionPlan {
  return key ? { ...plan, entry: { ...plan.entry, key } } : plan;
}

/** Whether the request still was as planned for. A claim by its requester raises no revision but changes whom it waits for. */
async function isWritten({ before, changes }: TransitionPlan, session: ClientSession): Promise<boolean> {
  const asPlanned = { _id: before._id, revision: before.revision, "requester.id": before.requester.id ?? null };
  const { matchedCount } = await RequestModel.updateOne(asPlanned, { $set: changes }, { session });
  return matchedCount === 1;
}

async function finish(ctx: ServiceContext, plan: TransitionPlan, actor: Actor, session: ClientSession): Promise<RequestView> {
  const { after, entry, tellings, files } = plan;
  await TimelineEntryModel.create([entry], { session });
  await writeNotices(ctx, tellings, { requestId: after._id, revision: after.revision, urgency: after.urgency }, session);
  await attachFiles(files, after._id, session);
  return requestView(ctx, after, actor, ctx.clock.now());
}
