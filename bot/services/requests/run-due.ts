import { inTransaction } from "#bot/platform/transaction.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { systemActor } from "#models/workflows/roles.ts";
import { prepareTransition } from "./transition-request.ts";

/** As many as one sweep takes; the next one goes on. */
const mostAtOnce = 100;

type DueRequest = { _id: string; state: string; revision: number; nextDue?: string | null; nextDueAt?: Date | null };

/**
 * Does what is due by itself (closing what nobody answered). Several processes may do so at once: the revision lets one win.
 * @returns how many were done here
 */
export async function runDue(ctx: ServiceContext): Promise<number> {
  const due = await RequestModel.find(
    { nextDueAt: { $gt: new Date(0), $lte: ctx.clock.now() } },
    { state: 1, revision: 1, nextDue: 1, nextDueAt: 1 },
  )
    .sort({ nextDueAt: 1 })
    .limit(mostAtOnce)
    .lean();
  let done = 0;
  for (const request of due) done += (await runOne(ctx, request)) ? 1 : 0;
  return done;
}

async function runOne(ctx: ServiceContext, request: DueRequest): Promise<boolean> {
  const input = { requestId: request._id, transition: request.nextDue ?? "", offeredIn: request.state, answers: {} };
  try {
    const prepared = await prepareTransition(ctx, input, { actor: systemActor, chatId: "system", lineUserId: null });
    await inTransaction((session) => prepared.write(session));
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await forgetDue(request);
    return false;
  }
}

/** Refused: another process or the person was first, and this matches nothing; or it never can be done, and would come up for ever. */
async function forgetDue({ _id, revision, nextDueAt }: DueRequest): Promise<void> {
  await RequestModel.updateOne({ _id, revision, nextDueAt: nextDueAt ?? null }, { $set: { nextDueAt: null, nextDue: null } });
}
