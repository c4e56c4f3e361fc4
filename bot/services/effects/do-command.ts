import type { ClientSession } from "mongoose";
import { inTransaction } from "#bot/platform/transaction.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import { retryRaces } from "#bot/services/unique-race.ts";
import type { Command, Commands } from "#models/conversations/effects.ts";
import { prepareCommand } from "./prepare-command.ts";

/**
 * Does a command by itself, in a transaction of its own: for callers that have no chat to commit with it.
 * @param beside is written in the same transaction
 * @throws Refused
 */
export function doCommand<K extends keyof Commands>(
  ctx: ServiceContext,
  effect: { do: K } & Commands[K]["in"],
  who: Who,
  beside?: (session: ClientSession) => Promise<void>,
): Promise<Commands[K]["out"]> {
  return retryRaces(async () => {
    const prepared = await prepareCommand(ctx, effect as Command, who);
    const {
      did: _did,
      ok: _ok,
      ...out
    } = await inTransaction(async (session) => {
      const outcome = await prepared.write(session);
      await beside?.(session);
      return outcome;
    });
    return out as unknown as Commands[K]["out"];
  });
}
