import { readOffice } from "#bot/services/office/office.ts";
import { personById } from "#bot/services/people/find-person.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { RequestView } from "#models/conversations/request-view.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { isStaff } from "#models/workflows/roles.ts";
import { readRequest } from "./read-request.ts";

export type ReadForPrint = {
  view: RequestView;
  type: RequestType;
  office: { name: string; phone: string };
  isForStaff: boolean;
  printedBy: string;
};

/**
 * A request with all that a document of it needs, as the person may see it now: a grant that ended has ended for paper too.
 * @throws Refused not_found where there is no such request or person, or none that they may see
 */
export async function readForPrint(ctx: ServiceContext, requestId: string, personId: string): Promise<ReadForPrint> {
  const person = await personById(personId);
  if (!person) throw new Refused({ code: "not_found" });
  const actor = actorOf(person, ctx.clock.now());
  const view = await readRequest(ctx, requestId, actor, "print");
  const { name, phone } = await readOffice(ctx);
  return { view, type: ctx.catalogue.of(view.formId), office: { name, phone }, isForStaff: isStaff(actor), printedBy: actor.name };
}
