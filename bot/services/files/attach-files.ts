import type { ClientSession } from "mongoose";
import { photosIn } from "#bot/services/requests/request-view.ts";
import { FileModel } from "#models/documents/file.document.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";

/**
 * The answers without pictures that are not this chat's to give: another person's, already part of a request, or removed
 * since. A field left without any loses its answer.
 */
export async function keepOwnPhotos(form: Form, answers: Answers, chatIds: string[], session?: ClientSession): Promise<Answers> {
  const named = photosIn(form, answers);
  if (named.length === 0) return answers;
  const usable = await FileModel.find(
    { _id: { $in: named }, ownerChatId: { $in: chatIds }, state: { $in: ["loose", "wanted"] }, requestId: null },
    { _id: 1 },
    session ? { session } : {},
  ).lean();
  const ids = new Set(usable.map(({ _id }) => _id));
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => {
      if (form.fields[key]?.kind !== "photos" || !Array.isArray(value)) return [[key, value]];
      const kept = value.filter((id) => ids.has(String(id)));
      return kept.length > 0 ? [[key, kept]] : [];
    }),
  );
}

/** Makes loose pictures part of a request; one that LINE still prepares becomes so when it comes. */
export async function attachFiles(ids: string[], requestId: string, session: ClientSession): Promise<void> {
  if (ids.length === 0) return;
  const state = { $cond: [{ $eq: ["$state", "loose"] }, "attached", "$state"] };
  await FileModel.updateMany({ _id: { $in: ids } }, [{ $set: { requestId, state } }], { session, updatePipeline: true });
}
