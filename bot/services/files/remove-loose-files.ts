import type { ServiceContext } from "#bot/services/service-context.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { removeBytes } from "./picture-store.ts";

const looseForMs = 24 * 3_600_000;
const mostAtOnce = 200;

/**
 * Removes pictures that no request took within 24 hours and no draft names.
 * @returns how many
 */
export async function removeLooseFiles(ctx: ServiceContext): Promise<number> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - looseForMs);
  const isKept = { keepUntil: { $gt: now } };
  const old = await FileModel.find({ state: "loose", createdAt: { $lt: before }, $nor: [isKept] }, { _id: 1 })
    .sort({ createdAt: 1 })
    .limit(mostAtOnce)
    .lean();
  let removed = 0;
  for (const { _id } of old) {
    // A submission or a draft may have taken it a moment ago: the bytes go only with the document.
    const { deletedCount } = await FileModel.deleteOne({ _id, state: "loose", $nor: [isKept] });
    if (deletedCount === 1) await removeBytes(_id);
    removed += deletedCount;
  }
  return removed;
}
