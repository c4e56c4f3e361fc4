import { doCommand } from "#bot/services/effects/do-command.ts";
import { Refused, requireActor } from "#bot/services/refused.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { requireStaff } from "./desk-query.ts";

export type Together = {
  transition: string;
  requests: { id: string; offeredIn: string }[];
  /** of the transition's form, as the page knows it; null without a form */
  formVersion: number | null;
  answers: Answers;
};
/** `error`: why this one was not done; null when it was. */
export type TogetherResult = { id: string; error: unknown };

/**
 * Does one transition of several requests, one after the other, each in a transaction of its own: what one is refused for
 * does not hold up the others. A fault ends it; what comes after has the same error.
 * @throws Refused not_registered; not_allowed for others than the centre's staff
 */
export async function doTogether(ctx: ServiceContext, { requests, ...together }: Together, who: Who): Promise<TogetherResult[]> {
  requireStaff(requireActor(who.actor));
  const chosen = [...new Map(requests.map((one) => [one.id, one])).values()];
  const formOf = await formsOf(chosen.map(({ id }) => id));
  const results: TogetherResult[] = [];
  let fault: unknown = null;
  for (const { id, offeredIn } of chosen) {
    const error = fault ?? (await doOne(ctx, { id, offeredIn, ...together }, formOf.get(id), who));
    if (error !== null && !(error instanceof Refused)) fault = error;
    results.push({ id, error });
  }
  return results;
}

async function formsOf(ids: string[]): Promise<Map<string, string>> {
  const found = await RequestModel.find({ _id: { $in: ids } }, { formId: 1 }).lean();
  return new Map(found.map(({ _id, formId }) => [_id, formId]));
}

type One = Omit<Together, "requests"> & { id: string; offeredIn: string };

/** @returns why not; null: done */
async function doOne(ctx: ServiceContext, one: One, formId: string | undefined, who: Who): Promise<unknown> {
  const { id, transition, offeredIn, formVersion, answers } = one;
  if (formId === undefined) return new Refused({ code: "not_found" });
  const form = ctx.catalogue.of(formId).workflow.transitions[transition]?.form;
  if (form && form.version !== formVersion) return new Refused({ code: "form_changed" });
  try {
    await doCommand(ctx, { do: "transition", requestId: id, transition, offeredIn, answers }, who);
    return null;
  } catch (error) {
    return error;
  }
}
