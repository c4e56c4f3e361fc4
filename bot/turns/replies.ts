import type { ChatState } from "#bot/services/chats/chat-state.ts";
import type { TurnCommit } from "#bot/services/chats/commit-turns.ts";
import { claimLeftReplies, openReplySettler } from "#bot/services/chats/settle-replies.ts";
import type { Message } from "#models/messages/message.ts";
import { deliverReply, type ReplyToDeliver, replyClaimMs } from "./deliver-reply.ts";
import type { TurnDeps } from "./turn-deps.ts";

/** What a reply brings: notices, and of the requests it shows those that wait for the reader (null: not known, all may). */
type Brought = { personId: string | null; notices: string[]; awaited: ReadonlySet<string> | null };

/** Delivers the replies of committed turns and takes up those that a dead process left. */
export function openReplies(deps: TurnDeps) {
  const settle = openReplySettler();
  const now = () => deps.services.clock.now().getTime();
  let underWay = 0;

  async function deliver(reply: ReplyToDeliver, claimedUntil: number, brought: Brought): Promise<void> {
    underWay++;
    try {
      const fate = await deliverReply(reply, deps.tryReply, now, claimedUntil);
      if (!fate) return;
      if (fate.state === "undelivered") deps.log.warn({ chatId: reply.chatId, reason: fate.reason }, "a reply did not arrive");
      // Before the mark: who dies in between tries the used token again and comes here again.
      else await tellShown(reply.messages, brought);
      const { reason: _, ...kept } = fate;
      await settle.add(kept);
    } finally {
      underWay--;
    }
  }

  async function tellShown(messages: Message[], { personId, notices, awaited }: Brought): Promise<void> {
    const requests = messages.flatMap(({ shows }) => shows ?? []).filter((id) => awaited?.has(id) ?? true);
    if (notices.length + requests.length === 0) return;
    await deps
      .onShown(personId, { notices, requests })
      .catch((error: unknown) => deps.log.warn({ err: error }, "what was shown is not recorded; it will be shown again"));
  }

  async function takeUp(chatId?: string): Promise<void> {
    const until = now() + replyClaimMs;
    const left = await claimLeftReplies(new Date(now()), new Date(until), chatId);
    await Promise.all(
      left.map(({ personId, notices, ...reply }) =>
        deliver({ ...reply, mayHaveArrived: true }, until, { personId, notices, awaited: null }),
      ),
    );
  }

  return {
    /** Delivers a committed turn's reply; ends when its fate is written. */
    async deliver(commit: TurnCommit, { person, waiting }: ChatState): Promise<void> {
      const { chatId, mark, reply } = commit;
      if (!reply) return;
      const { token, receivedAt, messages, notices, nextTryAt } = reply;
      await deliver({ chatId, mark, token, receivedAt, messages, mayHaveArrived: false }, nextTryAt.getTime(), {
        personId: person?._id ?? null,
        notices,
        awaited: new Set(waiting.map(({ _id }) => _id)),
      });
    },
    /** Whether another process still delivers this chat's last reply; one that nobody holds any more is taken up here. */
    async isElsewhere(chat: ChatState["chat"]): Promise<boolean> {
      if (chat?.reply?.state !== "pending") return false;
      if (chat.reply.nextTryAt && chat.reply.nextTryAt.getTime() <= now()) await takeUp(chat._id);
      return true;
    },
    sweep: () => takeUp(),
    underWay: () => underWay,
  };
}
