import type { ClientSession } from "mongoose";
import { draftLifeSeconds } from "#models/documents/draft.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { filesIn } from "#models/requests/files-in.ts";

type Named = { form: Form; before: Answers; after: Answers };

/** Files stay as long as the draft that names them; those it names no more go as any loose one does. */
export async function keepDraftFiles({ form, before, after }: Named, chatId: string, savedAt: Date, session: ClientSession): Promise<void> {
  const named = filesIn(form, after);
  const dropped = filesIn(form, before).filter((id) => !named.includes(id));
  const keepUntil = new Date(savedAt.getTime() + draftLifeSeconds * 1_000);
  if (named.length > 0) await set(named, keepUntil, chatId, session);
  if (dropped.length > 0) await set(dropped, null, chatId, session);
}

async function set(ids: string[], keepUntil: Date | null, ownerChatId: string, session: ClientSession): Promise<void> {
  await FileModel.updateMany({ _id: { $in: ids }, ownerChatId, requestId: null }, { $set: { keepUntil } }, { session });
}
