import type { ClientSession } from "mongoose";
import { prepareRedeem } from "#bot/services/people/redeem-invitation.ts";
import { prepareRegistration } from "#bot/services/people/register-person.ts";
import { prepareSetAway } from "#bot/services/people/set-away.ts";
import { prepareSubmit } from "#bot/services/requests/submit-request.ts";
import { prepareTransition } from "#bot/services/requests/transition-request.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import { prepareAnswerSurvey } from "#bot/services/surveys/answer-survey.ts";
import type { Command, Commands, Outcome } from "#models/conversations/effects.ts";

/** A command whose looking-up is done. `write` belongs in a transaction, which may run it again; it throws Refused. */
export type PreparedCommand = { write(session: ClientSession): Promise<Outcome> };

type Prepared<K extends keyof Commands> = { write(session: ClientSession): Promise<Commands[K]["out"]> };
type CommandTable = { [K in keyof Commands]: (ctx: ServiceContext, input: Commands[K]["in"], who: Who) => Promise<Prepared<K>> };

/** Command → service. A command that is missing here does not compile. */
const commands: CommandTable = {
  register: prepareRegistration,
  submit: prepareSubmit,
  transition: prepareTransition,
  answerSurvey: prepareAnswerSurvey,
  redeem: prepareRedeem,
  setAway: prepareSetAway,
};

/**
 * Does all of a command but its writes: numbers are taken and people found here.
 * @throws Refused
 */
export function prepareCommand(ctx: ServiceContext, effect: Command, who: Who): Promise<PreparedCommand> {
  return prepare(ctx, effect, who);
}

async function prepare<K extends keyof Commands>(
  ctx: ServiceContext,
  effect: { do: K } & Commands[K]["in"],
  who: Who,
): Promise<PreparedCommand> {
  const prepared = await commands[effect.do](ctx, effect, who);
  return { write: async (session) => ({ did: effect.do, ok: true, ...(await prepared.write(session)) }) as Outcome };
}
