import type { ClientSession } from "mongoose";
import { recordAccess } from "#bot/services/record-access.ts";
import { presentRequest } from "#bot/services/requests/present-request.ts";
import { awaitedPerson, nextDue } from "#bot/services/requests/waits.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { OfficeCalendar } from "#models/workflows/office-calendar.ts";
import { isSameName, isSameSchool } from "./same-person.ts";

/**
 * Makes requests theirs that staff filed for this telephone number before the person had joined. Anybody can type a number:
 * the school or the name of the request must be theirs too.
 * @returns how many
 */
export async function claimRequests(
  ctx: ServiceContext,
  person: PersonDocument,
  calendar: OfficeCalendar,
  session: ClientSession,
): Promise<number> {
  if (!person.phone) return 0;
  const unclaimed = { "requester.id": null, "requester.phone": person.phone };
  const found = await RequestModel.find(unclaimed, null, { session }).lean();
  const theirs = found.filter(({ requester, school }) => isSameSchool(school, person.school) || isSameName(requester.name, person.name));
  for (const request of theirs) {
    await RequestModel.updateOne({ _id: request._id, ...unclaimed }, { $set: claimed(ctx, request, person._id, calendar) }, { session });
  }
  recordAccess(
    ctx,
    theirs.map(({ _id }) => ({ personId: person._id, action: "claim", subject: `request:${_id}` })),
  );
  return theirs.length;
}

/** Where the requester is asked, until now whoever filed it was: what that one has been shown starts no time of theirs. */
function claimed(ctx: ServiceContext, stored: RequestDocument, personId: string, calendar: OfficeCalendar) {
  const request = presentRequest(ctx, stored);
  const { workflow } = ctx.catalogue.of(request.formId);
  const state = workflow.states[request.state];
  const awaits = state ? awaitedPerson(state, { ...request, requester: { ...request.requester, id: personId } }) : null;
  if (awaits !== personId) return { "requester.id": personId };
  return { "requester.id": personId, awaits, shownAt: null, ...nextDue(workflow, { ...request, shownAt: null }, calendar) };
}
