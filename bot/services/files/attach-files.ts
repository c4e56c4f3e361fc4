import type { ClientSession } from "mongoose";
import { Refused } from "#bot/services/refused.ts";
import { photosIn } from "#bot/services/requests/request-view.ts";
import { LostRace } from "#bot/services/unique-race.ts";
import { FileModel } from "#models/documents/file.document.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";

type Given = { answers: Answers; refusesGonePhotos?: true };

/**
 * The answers without pictures that are not this chat's to give: another person's, already part of a request, or removed
 * since. A field left without any loses its answer.
 * @throws Refused invalid_answers, where such pictures are refused
 */
export async function keepOwnPhotos(form: Form, given: Given, chatIds: string[], session?: ClientSession): Promise<Answers> {
  const { answers, refusesGonePhotos } = given;
  const named = photosIn(form, answers);
  if (named.length === 0) return answers;
  const usable = await FileModel.find(
    { _id: { $in: named }, ownerChatId: { $in: chatIds }, state: { $in: ["loose", "wanted"] }, requestId: null },
    { _id: 1 },
    session ? { session } : {},
  ).lean();
  const ids = new Set(usable.map(({ _id }) => _id));
  const fields = Object.entries(answers).map(([key, value]) => {
    const photos = form.fields[key]?.kind === "photos" && Array.isArray(value) ? value.map(String) : null;
    return { key, value, photos, gone: photos?.flatMap((id, at) => (ids.has(id) ? [] : [at + 1])) ?? [] };
  });
  const problems = fields.filter(({ gone }) => gone.length > 0).map(({ key, gone }) => ({ field: key, message: goneWords(gone) }));
  if (refusesGonePhotos && problems.length > 0) throw new Refused({ code: "invalid_answers", problems });
  return Object.fromEntries(
    fields.flatMap(({ key, value, photos }) => {
      if (!photos) return [[key, value]];
      const kept = photos.filter((id) => ids.has(id));
      return kept.length > 0 ? [[key, kept]] : [];
    }),
  );
}

const goneWords = (gone: number[]) => `รูปที่ ${gone.join(", ")} ไม่อยู่แล้วค่ะ ลบรูปนั้นแล้วเลือกใหม่นะคะ`;

/**
 * Makes loose pictures part of a request; one that LINE still prepares becomes so when it comes.
 * @throws LostRace where one was taken back, removed or taken by another request since it was looked for
 */
export async function attachFiles(ids: string[], requestId: string, session: ClientSession): Promise<void> {
  const named = [...new Set(ids)];
  if (named.length === 0) return;
  const state = { $cond: [{ $eq: ["$state", "loose"] }, "attached", "$state"] };
  const free = { _id: { $in: named }, requestId: { $in: [null, requestId] } };
  const { matchedCount } = await FileModel.updateMany(free, [{ $set: { requestId, state } }], { session, updatePipeline: true });
  if (matchedCount < named.length) throw new LostRace(`request ${requestId}: a picture is gone or another request's`);
}
