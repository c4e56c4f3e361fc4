import { inTransaction } from "#bot/platform/transaction.ts";
import { commitTurnWith, type TurnCommit, TurnLost } from "#bot/services/chats/commit-turns.ts";
import { type PreparedCommand, prepareCommand } from "#bot/services/effects/prepare-command.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { LostRace } from "#bot/services/unique-race.ts";
import type { Command, Outcome } from "#models/conversations/effects.ts";
import type { PreparedTurn } from "./prepare-turn.ts";

/**
 * Does a command and commits its turn with it, in one transaction.
 * @param finish makes the commit of the turn from the command's outcome; pure, since the driver may run the transaction again
 * @returns the commit that was written; `isDone` false: the command was refused, nothing is written, and the commit tells the person why
 * @throws TurnLost when another process took the turn, or what the command had looked up: a picture, a name
 */
export async function commitCommand<C extends { commit: TurnCommit }>(
  services: ServiceContext,
  turn: PreparedTurn,
  command: Command,
  finish: (outcome: Outcome) => C,
): Promise<{ isDone: boolean; finished: C }> {
  const who = { actor: turn.actor, chatId: turn.chatId, lineUserId: turn.chatId };
  try {
    const prepared: PreparedCommand = await prepareCommand(services, command, who);
    const finished = await inTransaction(async (session) => {
      const made = finish(await prepared.write(session));
      await commitTurnWith(made.commit, session);
      return made;
    });
    return { isDone: true, finished };
  } catch (error) {
    if (isDuplicate(error) || error instanceof LostRace) throw new TurnLost();
    if (!(error instanceof Refused)) throw error;
    return { isDone: false, finished: finish({ did: command.do, ok: false, refusal: error.refusal }) };
  }
}

/** A unique index was hit: another process wrote the same meanwhile, and what it wrote is read afresh. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === 11_000;
}
