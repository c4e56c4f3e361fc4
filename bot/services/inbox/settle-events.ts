import { gather } from "#bot/platform/gather.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";

/**
 * Marks events done, whose turn is committed: the payload is dropped, the id stays 30 days. Turns share the write. A mark that
 * a lost primary takes along costs a look at the chat, which remembers the id: it need not wait for the majority.
 */
export function openEventSettler() {
  return gather<string[]>(async (groups) => {
    await InboxEventModel.collection.updateMany(
      { _id: { $in: groups.flat() as never[] } },
      { $set: { state: "done", doneAt: new Date() }, $unset: { payload: "", takeAfter: "" } },
      { writeConcern: { w: 1 } },
    );
    return groups.map(() => undefined);
  });
}

/** Removes a message that was unsent before its turn came. */
export async function dropUnsentMessage(chatId: string, messageId: string): Promise<void> {
  const gone = { $set: { state: "done", doneAt: new Date() }, $unset: { payload: "", takeAfter: "" } };
  const message = { chatId, "payload.what.messageId": messageId };
  await InboxEventModel.updateMany({ state: "waiting", ...message }, gone);
  await InboxEventModel.updateMany({ state: "set-aside", receivedAt: { $gt: new Date(0) }, ...message }, gone);
}
