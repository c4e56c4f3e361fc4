import type { ClientSession } from "mongoose";
import type { Session } from "#models/conversations/session.ts";
import { ChatModel } from "#models/documents/chat.document.ts";
import type { Message } from "#models/messages/message.ts";

/** The answer of a turn, as it waits to be delivered. */
export type PendingReply = {
  token: string;
  receivedAt: Date;
  messages: Message[];
  retryKey: string;
  /** notices that it brings */
  notices: string[];
  nextTryAt: Date;
};

/** What a turn makes of its chat. */
export type TurnCommit = {
  chatId: string;
  kind: "user" | "group" | "room";
  /** the turn number that was read: the guard */
  turn: number;
  isNew: boolean;
  /** made up for this commit: tells our write from that of another process which took the same events */
  mark: string;
  events: string[];
  session: Session;
  /** null: nothing is said, and what leads the next reply stays */
  reply: PendingReply | null;
  /** message ids heard in this turn and the run they belong to, for unsend */
  said: { message: string; run: string }[];
  following?: boolean;
  now: Date;
};

/** How many event ids and messages a chat remembers: far more than LINE redelivers at a time. */
const remembered = 100;

/** Thrown inside a transaction when another process committed this chat's turn first. */
export class TurnLost extends Error {}

function operation(commit: TurnCommit) {
  const { chatId, kind, turn, isNew, mark, events, session, reply, said, following, now } = commit;
  return {
    filter: { _id: chatId as never, turn },
    update: {
      $set: {
        turn: turn + 1,
        mark,
        kind,
        session,
        updatedAt: now,
        ...(reply ? { reply: { ...reply, state: "pending" as const, tries: 0 }, head: [] } : {}),
        ...(following === undefined ? {} : { following }),
      },
      ...(isNew
        ? {
            $setOnInsert: {
              menu: null,
              ...(reply ? {} : { head: [], reply: null }),
              ...(following === undefined ? { following: true } : {}),
            },
          }
        : {}),
      $push: {
        handled: { $each: events, $slice: -remembered },
        ...(said.length > 0 ? { said: { $each: said, $slice: -remembered } } : {}),
      },
    },
    // A chat that exists by now has another turn number: the upsert then hits its _id and is refused, which is the guard.
    upsert: isNew,
  };
}

/**
 * Commits turns that touch nothing but their chats, in one unordered bulk write.
 * @returns the chats of which another process took the turn first; theirs are to be read again
 */
export async function commitTurns(commits: TurnCommit[]): Promise<Set<string>> {
  const lost = new Set<string>();
  const taken = await ChatModel.collection
    .bulkWrite(commits.map((commit) => ({ updateOne: operation(commit) })) as never, { ordered: false })
    .then((result) => result.matchedCount + result.upsertedCount)
    .catch((error: unknown) => {
      if (!isDuplicateOnly(error)) throw error;
      return -1;
    });
  if (taken === commits.length) return lost;
  const present = await ChatModel.find({ _id: { $in: commits.map(({ chatId }) => chatId) } }, { mark: 1 }).lean();
  const marks = new Map(present.map(({ _id, mark }) => [_id, mark]));
  for (const { chatId, mark } of commits) if (marks.get(chatId) !== mark) lost.add(chatId);
  return lost;
}

/**
 * Commits one turn inside a transaction, beside its command's writes.
 * @throws TurnLost when another process was first: the transaction must not commit
 */
export async function commitTurnWith(commit: TurnCommit, session: ClientSession): Promise<void> {
  const { filter, update, upsert } = operation(commit);
  const { matchedCount, upsertedCount } = await ChatModel.collection.updateOne(filter, update as never, { session, upsert });
  if (matchedCount + upsertedCount === 0) throw new TurnLost();
}

function isDuplicateOnly(error: unknown): boolean {
  if (!(error instanceof Error) || !("writeErrors" in error)) return false;
  const failures = [(error as { writeErrors: { code: number } | { code: number }[] }).writeErrors].flat();
  return failures.length > 0 && failures.every(({ code }) => code === 11_000);
}
