import { doCommand } from "#bot/services/effects/do-command.ts";
import { Refused, requireActor } from "#bot/services/refused.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { requireStaff } from "./desk-query.ts";

export type Together = {
  transition: string;
  requests: { id: string; offeredIn: string; seen?: number | undefined }[];
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
  const results: TogetherResult[] = [];
  let fault: unknown = null;
  for (const { id, offeredIn, seen } of chosen) {
    const error = fault ?? (await doOne(ctx, { id, offeredIn, seen, ...together }, who));
    if (error !== null && !(error instanceof Refused)) fault = error;
    results.push({ id, error });
  }
  return results;
}

type One = Omit<Together, "requests"> & { id: string; offeredIn: string; seen: number | undefined };

/** @returns why not; null: done */
async function doOne(ctx: ServiceContext, { id, ...one }: One, who: Who): Promise<unknown> {
  try {
    await doCommand(ctx, { do: "transition", requestId: id, ...one }, who);
    return null;
  } catch (error) {
    return error;
  }
}
