import { inTransaction } from "#bot/platform/transaction.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import type { Command, Commands } from "#models/conversations/effects.ts";
import { prepareCommand } from "./prepare-command.ts";

/** Racing writers of one unique key: the loser's second try reads what the first wrote. */
const mostTries = 3;

/**
 * Does a command by itself, in a transaction of its own: for callers that have no chat to commit with it.
 * @throws Refused
 */
export async function doCommand<K extends keyof Commands>(
  ctx: ServiceContext,
  effect: { do: K } & Commands[K]["in"],
  who: Who,
): Promise<Commands[K]["out"]> {
  for (let tries = 1; ; tries += 1) {
    try {
      const prepared = await prepareCommand(ctx, effect as Command, who);
      const { did: _did, ok: _ok, ...out } = await inTransaction((session) => prepared.write(session));
      return out as unknown as Commands[K]["out"];
    } catch (error) {
      if (!isDuplicate(error) || tries === mostTries) throw error;
    }
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === 11_000;
}
