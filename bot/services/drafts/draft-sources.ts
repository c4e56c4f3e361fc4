import type { ClientSession } from "mongoose";
import { type FormRun, formRunOf } from "#models/conversations/form-run.ts";
import { readSession } from "#models/conversations/session.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { DraftModel } from "#models/documents/draft.document.ts";
import type { DraftSources } from "./draft-view.ts";

/** The forms that a chat has under way, and the drafts of which it has not heard the newest. */
export type ChatDrafts = { runs: FormRun[]; touched: ReadonlySet<string> };

/** Reads them off the chat as its last turn left it. */
export async function readChatDrafts(chatId: string, session?: ClientSession): Promise<ChatDrafts> {
  const chat = await ChatModel.findById(chatId, { session: 1, touchedDrafts: 1 }, session ? { session } : {}).lean();
  const { active, parked } = readSession(chat?.session).session;
  const runs = [...(active ? [active] : []), ...parked].flatMap((run) => formRunOf(run) ?? []);
  return { runs, touched: new Set(chat?.touchedDrafts) };
}

/** Everything that is known of one draft; whose the stored one is, the caller looks at. */
export async function readDraftSources(id: string, chatId: string, session?: ClientSession): Promise<DraftSources> {
  const stored = await DraftModel.findById(id, null, session ? { session } : {}).lean();
  const { runs, touched } = await readChatDrafts(chatId, session);
  return { stored, run: runs.find(({ draftId }) => draftId === id) ?? null, isTouched: touched.has(id) };
}

/**
 * Notes in a chat that one of its drafts was changed elsewhere: its next turn looks, and one under way reads afresh. A chat
 * that does not have it under way is left alone.
 */
export async function touchChat(chatId: string, draftId: string, session: ClientSession): Promise<void> {
  const hasIt = [{ "session.active.id": draftId }, { "session.parked.id": draftId }];
  const note = { $inc: { turn: 1 }, $addToSet: { touchedDrafts: draftId } };
  await ChatModel.updateOne({ _id: chatId, $or: hasIt }, note, { session });
}
