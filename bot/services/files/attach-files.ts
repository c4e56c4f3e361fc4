import type { ClientSession } from "mongoose";
import { Refused } from "#bot/services/refused.ts";
import { LostRace } from "#bot/services/unique-race.ts";
import { FileModel } from "#models/documents/file.document.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { filesIn, holdsFiles } from "#models/requests/files-in.ts";

type Given = {
  answers: Answers;
  refusesGonePhotos?: true;
  /** files that a request holds already and that may be named all the same: its own at a correction, those it goes on with */
  mayKeep?: readonly string[];
};

/**
 * The answers without files that are not this chat's to give: another person's, already part of a request, or removed
 * since. A field left without any loses its answer.
 * @throws Refused invalid_answers, where such files are refused
 */
export async function keepOwnFiles(form: Form, given: Given, chatIds: string[], session?: ClientSession): Promise<Answers> {
  const { answers, refusesGonePhotos, mayKeep = [] } = given;
  const named = filesIn(form, answers);
  if (named.length === 0) return answers;
  const isFree = { ownerChatId: { $in: chatIds }, state: { $in: ["loose" as const, "wanted" as const] }, requestId: null };
  const isHeld = { _id: { $in: mayKeep }, state: { $in: ["attached" as const, "wanted" as const] }, requestId: { $ne: null } };
  const usable = await FileModel.find({ _id: { $in: named }, $or: [isFree, isHeld] }, { _id: 1 }, session ? { session } : {}).lean();
  const ids = new Set(usable.map(({ _id }) => _id));
  const fields = Object.entries(answers).map(([key, value]) => {
    const files = holdsFiles(form, key) && Array.isArray(value) ? value.map(String) : null;
    return { key, value, files, gone: files?.flatMap((id, at) => (ids.has(id) ? [] : [at + 1])) ?? [] };
  });
  const problems = fields
    .filter(({ gone }) => gone.length > 0)
    .map(({ key, gone }) => ({ field: key, message: goneWords(form.fields[key]?.kind === "photos" ? "รูป" : "ไฟล์", gone) }));
  if (refusesGonePhotos && problems.length > 0) throw new Refused({ code: "invalid_answers", problems });
  return Object.fromEntries(
    fields.flatMap(({ key, value, files }) => {
      if (!files) return [[key, value]];
      const kept = files.filter((id) => ids.has(id));
      return kept.length > 0 ? [[key, kept]] : [];
    }),
  );
}

const goneWords = (what: string, gone: number[]) => `${what}ที่ ${gone.join(", ")} ไม่อยู่แล้วค่ะ ลบ${what}นั้นแล้วเลือกใหม่นะคะ`;

/**
 * Makes loose files part of a request; one that LINE still prepares becomes so when it comes. What another request holds is shown
 * in this one as well, where it was carried along.
 * @param carried files of the request that this one goes on from
 * @throws LostRace where one was taken back, removed or taken by another request since it was looked for
 */
export async function attachFiles(
  ids: string[],
  requestId: string,
  session: ClientSession,
  carried: readonly string[] = [],
): Promise<void> {
  const named = [...new Set(ids)];
  if (named.length === 0) return;
  const state = { $cond: [{ $eq: ["$state", "loose"] }, "attached", "$state"] };
  const free = { _id: { $in: named }, requestId: { $in: [null, requestId] } };
  const { matchedCount } = await FileModel.updateMany(free, [{ $set: { requestId, state } }], { session, updatePipeline: true });
  const shared = named.filter((id) => carried.includes(id));
  const alsoIn = { _id: { $in: shared }, requestId: { $nin: [null, requestId] } };
  const also = shared.length > 0 ? await FileModel.updateMany(alsoIn, { $addToSet: { alsoIn: requestId } }, { session }) : null;
  if (matchedCount + (also?.matchedCount ?? 0) < named.length) {
    throw new LostRace(`request ${requestId}: a file is gone or another request's`);
  }
}
