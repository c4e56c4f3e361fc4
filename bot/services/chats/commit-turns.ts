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
  /** leads the next reply too */
  head: Message[];
  /** message ids heard in this turn and the run they belong to, for unsend */
  said: { message: string; run: string }[];
  following?: boolean;
  /** what the mini-app did with the chat's drafts is taken in: the guard has it that no more came since */
  hasCaughtUp?: true;
  now: Date;
};

/** How many event ids and messages a chat remembers: far more than LINE redelivers at a time. */
const remembered = 100;

/** Thrown inside a transaction when another process committed this chat's turn first. */
export class TurnLost extends Error {}

function operation(commit: TurnCommit) {
  const { chatId, kind, turn, isNew, mark, events, session, reply, head, said, following, hasCaughtUp, now } = commit;
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
        ...(hasCaughtUp ? { touchedDrafts: [] } : {}),
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
        ...(head.length > 0 ? { head: { $each: head, $slice: -5 } } : {}),
        ...(said.length > 0 ? { said: { $each: said, $slice: -remembered } } : {}),
      },
    },
    // A chat that exists by now has another turn number: the upsert then hits its _id and is refused, which is the guard.
    upsert: isNew,
  };
}

/** lost: another process took the turn first · blocked: another's open transaction holds the chat */
export type CommitFate = "committed" | "lost" | "blocked";

/** A group waits so long for a chat that a transaction holds; then that chat waits alone. Milliseconds. */
const groupMs = 500;
/** MongoDB ends what a dead process left open after transactionLifetimeLimitSeconds, 60 s by default. */
const aloneMs = 70_000;

/** Commits turns that touch nothing but their chats, in one unordered bulk write. */
export async function commitTurns(commits: TurnCommit[], maxTimeMS = groupMs): Promise<CommitFate[]> {
  const operations = commits.map((commit) => ({ updateOne: operation(commit) }));
  const { taken, isBlocked } = await ChatModel.collection
    .bulkWrite(operations as never, { ordered: false, maxTimeMS })
    .then((result) => ({ taken: result.matchedCount + result.upsertedCount, isBlocked: false }))
    .catch((error: unknown) => {
      if (isTimeUp(error)) return { taken: -1, isBlocked: true };
      if (isDuplicateOnly(error)) return { taken: -1, isBlocked: false };
      throw error;
    });
  if (taken === commits.length) return commits.map(() => "committed");
  const present = await ChatModel.find({ _id: { $in: commits.map(({ chatId }) => chatId) } }, { mark: 1, turn: 1 }).lean();
  const stands = new Map(present.map((chat) => [chat._id, chat]));
  return commits.map(({ chatId, mark, turn }) => {
    const chat = stands.get(chatId);
    if (chat?.mark === mark) return "committed";
    return isBlocked && (chat?.turn ?? 0) === turn ? "blocked" : "lost";
  });
}

/** Commits a turn whose chat a transaction holds, without holding up others. */
export async function commitAlone(commit: TurnCommit): Promise<CommitFate> {
  const [fate] = await commitTurns([commit], aloneMs);
  return fate ?? "lost";
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

/** MaxTimeMSExpired, alone or among the errors of a group. */
function isTimeUp(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === 50;
}
