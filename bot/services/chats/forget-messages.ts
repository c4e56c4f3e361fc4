import { removeUnsentPhoto } from "#bot/services/files/remove-unsent-photo.ts";
import { dropUnsentMessage } from "#bot/services/inbox/settle-events.ts";

/** Removes what a person took back: from the inbox, and pictures that no request holds. */
export async function forgetMessages(chatId: string, messageIds: string[]): Promise<void> {
  for (const messageId of messageIds) {
    await dropUnsentMessage(chatId, messageId);
    await removeUnsentPhoto(messageId);
  }
}
