import { readEmblem } from "#bot/services/office/emblem.ts";
import { readOffice } from "#bot/services/office/office.ts";
import { personById } from "#bot/services/people/find-person.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { OfficeOnPaper, RequestOnPaper } from "#models/requests/request-on-paper.ts";
import { isStaff } from "#models/workflows/roles.ts";
import { type PaperFor, paperOfRequest } from "./paper-of-request.ts";
import { readRequest } from "./read-request.ts";

/** A request with all that a document of it needs. */
export type ReadForPrint = { request: RequestOnPaper; type: RequestType; office: OfficeOnPaper; emblem: Buffer | null };

/**
 * A request as the person may see it on paper now: a grant that ended has ended for paper too.
 * @returns it with the name of who prints it
 * @throws Refused not_found where there is no such request or person, or none that they may see
 */
export async function readForPrint(
  ctx: ServiceContext,
  requestId: string,
  personId: string,
): Promise<ReadForPrint & { printedBy: string }> {
  const person = await personById(personId);
  if (!person) throw new Refused({ code: "not_found" });
  const actor = actorOf(person, ctx.clock.now());
  await readRequest(ctx, requestId, actor, "print");
  const read = await readPaper(ctx, requestId, { notes: isStaff(actor), phone: isStaff(actor), as: "now" });
  return { ...read, printedBy: actor.name };
}

/**
 * A request with what the office puts on its paper. Whoever asks has made sure that it may be seen.
 * @throws Refused not_found where there is none
 */
export async function readPaper(ctx: ServiceContext, requestId: string, paperFor: PaperFor): Promise<ReadForPrint> {
  const request = await paperOfRequest(ctx, requestId, paperFor);
  if (!request) throw new Refused({ code: "not_found" });
  const { name, phone, agency, director, emblem } = await readOffice(ctx);
  return {
    request,
    type: ctx.catalogue.of(request.formId),
    office: { name, phone, agency, director },
    emblem: emblem === null ? null : await readEmblem(emblem),
  };
}
