import { doCommand } from "#bot/services/effects/do-command.ts";
import type { ServiceContext, Who } from "#bot/services/service-context.ts";
import type { Commands } from "#models/conversations/effects.ts";
import { touchChat } from "./draft-sources.ts";

/**
 * Files a request from the mini-app; a chat that has its draft under way hears of it at its next turn.
 * @throws Refused as prepareSubmit
 */
export function submitDraft(ctx: ServiceContext, input: Commands["submit"]["in"], who: Who): Promise<Commands["submit"]["out"]> {
  return doCommand(ctx, { do: "submit", ...input, refusesGonePhotos: true }, who, (session) =>
    touchChat(who.chatId, input.draftId, session),
  );
}
