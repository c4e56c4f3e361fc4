import mongoose from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { discardDraft } from "#bot/services/drafts/close-draft.ts";
import { readDraftNews } from "#bot/services/drafts/read-draft-news.ts";
import { openDrafts, readDraft } from "#bot/services/drafts/read-drafts.ts";
import { saveDraft } from "#bot/services/drafts/save-draft.ts";
import { removeLooseFiles } from "#bot/services/files/remove-loose-files.ts";
import { uploadPhoto } from "#bot/services/files/upload-photo.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { DraftModel } from "#models/documents/draft.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { photoOf } from "#test/support/repairs.ts";
import { repairOf, useServices } from "#test/support/services.ts";

const ctx = useServices();
const many = 3_000;

let teacher: Actor;
const chatId = "Uteacher";
const owner = () => ({ actor: teacher, chatId });

beforeAll(async () => {
  teacher = actorOf(await ctx.person("ครูร่างไว้ มากมาย", { lineUserId: chatId }), ctx.at);
  const draft = { formId: "repair", formVersion: 1, answers: { device: "จอ" }, revision: 1, submittedAs: null };
  await DraftModel.insertMany(
    Array.from({ length: many }, (_, n) => ({
      ...draft,
      _id: `d${n}`,
      personId: n % 500 === 0 ? teacher.personId : `p${n % 300}`,
      isOpen: n % 3 !== 1,
      savedAt: new Date(Date.now() - n * 60_000),
    })),
    { lean: true },
  );
  const file = { ownerChatId: chatId, state: "loose" as const, type: "image/jpeg", size: 1 };
  await FileModel.insertMany(
    Array.from({ length: many }, (_, n) => ({
      ...file,
      _id: `f${n}`,
      uploadId: `upload-${n}`,
      ownerChatId: n % 100 === 0 ? chatId : `U${n % 200}`,
      state: n % 50 === 0 ? ("loose" as const) : ("attached" as const),
      createdAt: new Date(ctx.at.getTime() - n * 3_600_000),
    })),
    { lean: true },
  );
});

type Operation = { ns: string; op: string; planSummary?: string; docsExamined?: number };

/** What mongod did for some work, by its profiler: the queries as they are run, not copies of them. */
async function operationsOf(work: () => Promise<unknown>): Promise<Operation[]> {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  await db.command({ profile: 0 });
  await db.collection("system.profile").drop();
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  const all = await db
    .collection<Operation>("system.profile")
    .find({ planSummary: { $exists: true } })
    .toArray();
  // GridFS's own collections aside: the driver looks once whether its bucket is empty.
  return all.filter(({ ns }) => /^[^.]+\.(?:drafts|files|requests|chats)$/.test(ns));
}

const input = { formId: "repair", formVersion: 1, onBehalfOf: null };
const cases: [string, () => Promise<unknown>, string][] = [
  ["a person's open drafts", () => openDrafts(ctx, owner(), 5), "{ personId: 1, savedAt: -1 }"],
  ["one draft", () => readDraft(ctx, "d0", owner()), "IDHACK"],
  ["what a chat's drafts became", () => readDraftNews(ctx, ["d0", "nosuchdraft"], teacher.personId), "{ draftId: 1 }"],
  [
    "a new draft",
    () => saveDraft(ctx, { ...input, id: "new", answers: { place: "ห้อง 1" }, revision: 0 }, owner()),
    "{ personId: 1, savedAt: -1 }",
  ],
  ["the next save", () => saveDraft(ctx, { ...input, id: "d0", answers: { photos: ["f0"] }, revision: 1 }, owner()), "IDHACK"],
  ["a discarded draft", () => discardDraft(ctx, "d1500", owner()), "IDHACK"],
  ["the draft of a submission", () => ctx.run(repairOf(ctx), { actor: teacher, chatId, lineUserId: chatId }), "IDHACK"],
  [
    "an upload",
    async () => uploadPhoto(ctx, { uploadId: "one-more", ownerId: chatId }, await photoOf()),
    "{ ownerChatId: 1, createdAt: -1 }",
  ],
  ["pictures that nobody took", () => removeLooseFiles(ctx), "{ createdAt: 1 }"],
];

describe("every query of drafts and uploads", () => {
  it.each(cases)("finds %s by an index, and reads little more than it gives", async (_name, work, index) => {
    const operations = await operationsOf(work);
    const plans = operations.map(({ planSummary }) => planSummary ?? "");
    expect(plans.join("\n")).toContain(index);
    for (const { ns, planSummary, docsExamined } of operations) {
      expect(planSummary, ns).not.toContain("COLLSCAN");
      expect(docsExamined ?? 0, `${ns} ${planSummary}`).toBeLessThanOrEqual(60);
    }
  });

  it("lets drafts go that were not touched for thirty days", async () => {
    const indexes = await DraftModel.collection.indexes();
    expect(indexes.find(({ name }) => name === "untouched")).toMatchObject({ key: { savedAt: 1 }, expireAfterSeconds: 30 * 86_400 });
  });
});
