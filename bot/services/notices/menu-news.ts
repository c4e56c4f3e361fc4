import type { ServiceContext } from "#bot/services/service-context.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { type Addressee, readAddressees } from "./notice-matter.ts";

/** People whose menu is to show that there is news, with the notices that say so. */
export async function readDueNews(ctx: ServiceContext, limit: number): Promise<{ to: Addressee | null; notices: string[] }[]> {
  const due = await NoticeModel.find(
    { state: "waiting", as: "requester", nextTryAt: { $type: "date", $lte: ctx.clock.now() } },
    { personId: 1 },
  )
    .limit(limit)
    .lean();
  if (due.length === 0) return [];
  const byPerson = Map.groupBy(due, ({ personId }) => personId);
  const people = await readAddressees(ctx, [...byPerson.keys()]);
  return [...byPerson].map(([id, own]) => ({ to: people.get(id) ?? null, notices: own.map(({ _id }) => _id) }));
}

/** The menu shows it (until null), or LINE could not be asked and is asked again. */
export async function settleNews(notices: string[], until: Date | null): Promise<void> {
  await NoticeModel.updateMany({ _id: { $in: notices }, state: "waiting" }, { $set: { nextTryAt: until } });
}

/** Notes which rich menu a chat shows. No part of the chat's turn, so its number stays. */
export async function rememberMenu(chatId: string, menu: string): Promise<void> {
  await ChatModel.updateOne({ _id: chatId }, { $set: { menu } });
}

/** Whether anything waits to be told to a person. */
export async function hasNews(personId: string): Promise<boolean> {
  return (await NoticeModel.exists({ personId, createdAt: { $lt: new Date(8.64e15) }, state: "waiting" })) !== null;
}
