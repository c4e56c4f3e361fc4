import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { inTransaction } from "#bot/platform/transaction.ts";
import { prepareCommand } from "#bot/services/effects/prepare-command.ts";
import { type Content, fetchWanted, takePhoto } from "#bot/services/files/fetch-wanted.ts";
import { readPicture } from "#bot/services/files/read-picture.ts";
import { removeLooseFiles } from "#bot/services/files/remove-loose-files.ts";
import { removeUnsentPhoto } from "#bot/services/files/remove-unsent-photo.ts";
import { storePhoto } from "#bot/services/files/store-photo.ts";
import { LostRace } from "#bot/services/unique-race.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { monday, repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const hour = 3_600_000;

/** A red picture, taller than wide once it is turned as its camera says, with a place written into it. */
function cameraPicture(width = 3_000, height = 1_000) {
  return sharp({ create: { width, height, channels: 3, background: "#cc0000" } })
    .withExif({ IFD0: { Make: "Camera" }, IFD3: { GPSLatitude: "13/1 41/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

let messages = 0;
const origin = (chatId = "Uteacher") => ({ chatId, messageId: `message${++messages}` });
async function stored(bytes: Uint8Array, from = origin()): Promise<string> {
  const outcome = await storePhoto(ctx, from, bytes);
  if ("refused" in outcome) throw new Error(outcome.refused);
  return outcome.stored;
}

describe("a picture", () => {
  it("is kept upright, smaller, without where and with what it was taken, and as a thumbnail", async () => {
    const original = await cameraPicture();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const id = await stored(original);
    const full = await readPicture(id, "full");
    const { width, height, exif, orientation } = await sharp(full?.bytes).metadata();
    expect({ width, height, exif, orientation }).toEqual({ width: 683, height: 2048, exif: undefined, orientation: undefined });
    const thumbnail = await sharp((await readPicture(id, "thumbnail"))?.bytes).metadata();
    expect(thumbnail).toMatchObject({ height: 800, format: "jpeg" });
    expect(await FileModel.findById(id).lean()).toMatchObject({ state: "loose", type: "image/jpeg", width: 683, height: 2048 });
  });

  it.each(["png", "webp"] as const)("may be %s", async (format) => {
    const bytes = await sharp({ create: { width: 40, height: 40, channels: 4, background: "#0000" } })
      .toFormat(format)
      .toBuffer();
    expect(await readPicture(await stored(bytes), "full")).toMatchObject({ type: "image/jpeg" });
  });

  it("is refused when it is none, is a program, only begins like one, or is too big", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>');
    const jpeg = await cameraPicture(400, 400);
    for (const bytes of [svg, Buffer.from("%PDF-1.7 hello"), Buffer.from("รูปภาพ"), Buffer.alloc(0), jpeg.subarray(0, 300)]) {
      expect(await storePhoto(ctx, origin(), bytes)).toEqual({ refused: "not-a-picture" });
    }
    expect(await storePhoto(ctx, origin(), Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024)]))).toEqual({ refused: "too-big" });
  });

  it("of one message is stored once, however often its turn is taken", async () => {
    const from = origin();
    const bytes = await cameraPicture(60, 60);
    const ids = await Promise.all([stored(bytes, from), stored(bytes, from), stored(bytes, from)]);
    expect(new Set([...ids, await stored(bytes, from)]).size).toBe(1);
    expect(await FileModel.countDocuments({ lineMessageId: from.messageId })).toBe(1);
  });

  it("becomes part of the request that takes it, and of nobody else's", async () => {
    const teacher = await ctx.person("ครูส่งรูป");
    const chatId = teacher.lineUserId ?? "";
    const mine = await stored(await cameraPicture(60, 60), origin(chatId));
    const others = await stored(await cameraPicture(60, 60), origin("Usomebody"));
    const { request } = await ctx.run(repairOf(ctx, { photos: [mine, others] }), ctx.who(teacher));
    expect(request.photos).toEqual([mine]);
    expect(await FileModel.findById(mine).lean()).toMatchObject({ state: "attached", requestId: request.id });
    expect(await FileModel.findById(others).lean()).toMatchObject({ state: "loose", requestId: null });
    const again = await ctx.run(repairOf(ctx, { photos: [mine] }), ctx.who(teacher));
    expect(again.request.photos).toEqual([]);
  });

  it("that is taken back while it is being sent takes nothing else with it: what is written then is planned anew", async () => {
    const teacher = await ctx.person("ครูถอนรูป");
    const from = origin(teacher.lineUserId ?? "");
    const input = { ...repairOf(ctx, { photos: [await stored(await cameraPicture(60, 60), from)] }) };
    const prepared = await prepareCommand(ctx, input, ctx.who(teacher));
    await removeUnsentPhoto(from.messageId);
    await expect(inTransaction((session) => prepared.write(session))).rejects.toThrow(LostRace);
    expect(await RequestModel.exists({ draftId: input.draftId })).toBeNull();
    const { request } = await ctx.run(input, ctx.who(teacher));
    expect(request.photos).toEqual([]);
  });

  it("is removed when nobody took it for a day, or when its message was taken back; a report keeps its own", async () => {
    const teacher = await ctx.person("ครูลืมรูป");
    const from = origin(teacher.lineUserId ?? "");
    const [loose, kept] = [await stored(await cameraPicture(60, 60)), await stored(await cameraPicture(60, 60), from)];
    await ctx.run(repairOf(ctx, { photos: [kept] }), ctx.who(teacher));
    await removeUnsentPhoto(from.messageId);
    ctx.at = new Date(monday.getTime() + 25 * hour);
    await removeLooseFiles(ctx);
    expect(await readPicture(loose, "full")).toBeNull();
    expect(await readPicture(kept, "thumbnail")).not.toBeNull();
    ctx.at = monday;
    const unsent = origin();
    const gone = await stored(await cameraPicture(60, 60), unsent);
    await removeUnsentPhoto(unsent.messageId);
    expect(await FileModel.findById(gone).lean()).toBeNull();
  });
});

describe("a picture that LINE still prepares", () => {
  it("counts as sent, joins its request, and is fetched when its time has come, by one process", async () => {
    const teacher = await ctx.person("ครูรูปช้า");
    const from = origin(teacher.lineUserId ?? "");
    const outcome = await takePhoto(ctx, from, async () => ({ kind: "preparing" }));
    if ("refused" in outcome) throw new Error(outcome.refused);
    const { request } = await ctx.run(repairOf(ctx, { photos: [outcome.stored] }), ctx.who(teacher));
    expect(request.photos).toEqual([outcome.stored]);
    let asked = 0;
    const bytes = await cameraPicture(60, 60);
    const fetchContent = async (): Promise<Content> => {
      asked += 1;
      return { kind: "bytes", bytes };
    };
    expect(await fetchWanted(ctx, fetchContent)).toBe(0);
    ctx.at = new Date(monday.getTime() + 60_000);
    const fetched = await Promise.all([fetchWanted(ctx, fetchContent), fetchWanted(ctx, fetchContent)]);
    expect(fetched.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(asked).toBe(1);
    expect(await FileModel.findById(outcome.stored).lean()).toMatchObject({ state: "attached", requestId: request.id, type: "image/jpeg" });
    ctx.at = monday;
  });

  it("is given up when it is gone, and after two hours", async () => {
    const states = async (content: Content) => {
      const outcome = await takePhoto(ctx, origin(), async () => ({ kind: "preparing" }));
      if ("refused" in outcome) throw new Error(outcome.refused);
      let rounds = 0;
      for (; rounds < 30; rounds += 1) {
        ctx.at = new Date(ctx.at.getTime() + 11 * 60_000);
        await fetchWanted(ctx, async () => content);
        const file = await FileModel.findById(outcome.stored).lean();
        if (file?.state !== "wanted") return { state: file?.state, rounds };
      }
      return { state: "wanted", rounds };
    };
    expect(await states({ kind: "gone" })).toEqual({ state: "refused", rounds: 0 });
    expect(await states({ kind: "unavailable" })).toEqual({ state: "refused", rounds: 17 });
    ctx.at = monday;
  });
});
