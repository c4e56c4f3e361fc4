import type { ServiceContext } from "#bot/services/service-context.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { normalisePicture } from "./normalise-picture.ts";
import { insertFile, keepPicture, photoOfMessage, storePhoto } from "./store-photo.ts";

/** What came of asking LINE for a message's content. `preparing` and `unavailable`: later may help; `gone`: never again. */
export type Content =
  | { kind: "bytes"; bytes: Uint8Array }
  | { kind: "preparing" }
  | { kind: "gone" }
  | { kind: "too-big" }
  | { kind: "unavailable" };
export type FetchContent = (messageId: string) => Promise<Content>;
export type PhotoOutcome = { stored: string } | { refused: "not-a-picture" | "too-big" | "gone" | "unavailable" };

const firstPauseMs = 5_000;
const longestPauseMs = 10 * 60_000;
// Pauses double from 5 s to 10 min: about two hours in all. LINE keeps a picture's content for days, but nobody waits for it.
const mostTries = 18;
const mostAtOnce = 20;

/** Takes the picture of a message that just came. One that LINE still prepares counts as stored: it is fetched later. */
export async function takePhoto(
  ctx: ServiceContext,
  origin: { chatId: string; messageId: string },
  fetchContent: FetchContent,
): Promise<PhotoOutcome> {
  const known = await photoOfMessage(origin.messageId);
  if (known?.state === "refused") return { refused: "not-a-picture" };
  if (known && (known.size !== null || known.state === "wanted")) return { stored: known._id };
  const content = await fetchContent(origin.messageId);
  switch (content.kind) {
    case "bytes":
      return storePhoto(ctx, origin, content.bytes);
    case "preparing":
    case "unavailable":
      return { stored: await insertFile(ctx, origin, { state: "wanted", nextTryAt: nextTry(ctx.clock.now(), 0) }) };
    default:
      return { refused: content.kind };
  }
}

/**
 * Fetches wanted pictures whose time has come; a claim moves the time on, so that processes do not fetch the same one.
 * @returns how many are here now
 */
export async function fetchWanted(ctx: ServiceContext, fetchContent: FetchContent): Promise<number> {
  let fetched = 0;
  for (let count = 0; count < mostAtOnce; count += 1) {
    const now = ctx.clock.now();
    const wanted = await FileModel.findOneAndUpdate(
      { state: "wanted", nextTryAt: { $lte: now } },
      [{ $set: { tries: { $add: ["$tries", 1] }, nextTryAt: { $add: [now, pauseExpression] } } }],
      { sort: { nextTryAt: 1 }, updatePipeline: true },
    ).lean();
    if (!wanted) break;
    const isHere = await fetchOne(wanted._id, wanted.lineMessageId ?? "", wanted.tries, fetchContent);
    fetched += isHere ? 1 : 0;
  }
  return fetched;
}

async function fetchOne(id: string, messageId: string, triesBefore: number, fetchContent: FetchContent): Promise<boolean> {
  const content = await fetchContent(messageId);
  const picture = content.kind === "bytes" ? await normalisePicture(content.bytes) : null;
  if (picture && !("refused" in picture)) {
    await keepPicture(id, picture);
    return true;
  }
  const isLost = picture !== null || content.kind === "gone" || content.kind === "too-big" || triesBefore + 1 >= mostTries;
  if (isLost) await FileModel.updateOne({ _id: id }, { $set: { state: "refused", nextTryAt: null } });
  return false;
}

const pauseExpression = { $min: [longestPauseMs, { $multiply: [firstPauseMs, { $pow: [2, { $add: ["$tries", 1] }] }] }] };

function nextTry(now: Date, tries: number): Date {
  return new Date(now.getTime() + Math.min(longestPauseMs, firstPauseMs * 2 ** tries));
}
