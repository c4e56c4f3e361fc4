import { recordAccess } from "#bot/services/record-access.ts";
import { Refused } from "#bot/services/refused.ts";
import { readRequest } from "#bot/services/requests/read-request.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { FileModel } from "#models/documents/file.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { removeBytes } from "./picture-store.ts";

/** Whose mini-app asks: what lies loose is theirs by their own chat. */
type Asker = { actor: Actor; ownerId: string };

/**
 * Makes sure that somebody may open a stored file: a loose one is its owner's, one of requests is for those who see it in
 * one of them (not with a note for staff). The look is recorded.
 * @throws Refused not_found where there is none, or none for them
 */
export async function openFile(ctx: ServiceContext, id: string, asker: Asker): Promise<void> {
  const file = await FileModel.findOne(
    { _id: id, state: { $in: ["loose", "attached"] } },
    { requestId: 1, alsoIn: 1, ownerChatId: 1, size: 1 },
  ).lean();
  const isAllowed = file?.size ? await maySee(ctx, file, asker) : false;
  const result = isAllowed ? ("allowed" as const) : ("refused" as const);
  if (file) recordAccess(ctx, [{ personId: asker.actor.personId, action: "open", subject: `file:${id}`, result }]);
  if (!isAllowed) throw new Refused({ code: "not_found" });
}

type Held = { _id: string; alsoIn?: string[]; requestId?: string | null; ownerChatId?: string | null };

async function maySee(ctx: ServiceContext, file: Held, { actor, ownerId }: Asker): Promise<boolean> {
  if (!file.requestId) return file.ownerChatId === ownerId;
  for (const id of [file.requestId, ...(file.alsoIn ?? [])]) {
    const request = await readRequest(ctx, id, actor).catch((error: unknown) => {
      if (error instanceof Refused) return null;
      throw error;
    });
    if (request && [...request.photos, ...request.files].includes(file._id)) return true;
  }
  return false;
}

/**
 * Removes a person's own file, as long as no request holds it.
 * @throws Refused not_found where there is none of theirs that is still loose
 */
export async function removeOwnFile(id: string, ownerId: string): Promise<void> {
  const { deletedCount } = await FileModel.deleteOne({
    _id: id,
    ownerChatId: ownerId,
    requestId: null,
    state: { $in: ["loose", "wanted"] },
  });
  if (deletedCount === 0) throw new Refused({ code: "not_found" });
  await removeBytes(id);
}
