import { setTimeout as pause } from "node:timers/promises";
import { gather } from "#bot/platform/gather.ts";
import { type ChatState, mostEvents, unknownChat } from "#bot/services/chats/chat-state.ts";
import { type CommitFate, commitAlone, commitTurns, type TurnCommit, TurnLost } from "#bot/services/chats/commit-turns.ts";
import { forgetMessages } from "#bot/services/chats/forget-messages.ts";
import { readChats } from "#bot/services/chats/read-chats.ts";
import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import { openEventSettler } from "#bot/services/inbox/settle-events.ts";
import { openTryCounter } from "#bot/services/inbox/take-left-events.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { standingOf } from "#models/workflows/roles.ts";
import { unsentIn } from "./chat-changes.ts";
import { holdBackUntil } from "./hold-back.ts";
import { openInboxOrder } from "./inbox-order.ts";
import { type PreparedTurn, prepareTurn } from "./prepare-turn.ts";
import { openReplies } from "./replies.ts";
import { sweepInbox } from "./sweep-inbox.ts";
import { type TakenTurn, takeTurn } from "./take-turn.ts";
import type { TurnDeps } from "./turn-deps.ts";
import { openWaitingChats } from "./waiting-chats.ts";

/** Chats in hand beyond which webhooks wait to be acknowledged: no more is admitted than can be answered in time. */
const mostChats = 1_000;
/** A webhook waits so long for room; storing takes the rest of LINE's 2 s. */
const admitWithinMs = 300;
/** A chat whose reply another process still delivers is looked at again after so long. */
const replyElsewhereMs = 100;
/** Another process was first: its write is there by then. */
const readAfreshMs = 50;

export type Turns = {
  /** Events that this process stored. */
  take(events: ChatEvent[]): void;
  /** Resolves when there is room for more, or false when there is none soon: then the webhook answers 503 and LINE comes again. */
  admit(): Promise<boolean>;
  /** Takes events that others left. */
  sweep(): Promise<void>;
  /** Takes replies that others left. */
  sweepReplies(): Promise<void>;
  size(): number;
  /** Ends when nothing is in hand, or after `withinMs`; what is left is taken up by others. */
  stop(withinMs: number): Promise<void>;
};

/** Opens the turns of this process. */
export function openTurns(deps: TurnDeps): Turns {
  const reads = gather<string, ChatState>(async (ids) => {
    const states = await readChats([...new Set(ids)]);
    return ids.map((id) => states.get(id) ?? unknownChat);
  });
  const commits = gather<TurnCommit, CommitFate>(commitTurns);
  const settled = openEventSettler();
  const tries = openTryCounter();
  const inboxOrder = openInboxOrder();
  const replies = openReplies(deps);
  const chats = openWaitingChats((chatId) => void oneTurn(chatId));
  let isStopping = false;

  async function oneTurn(chatId: string): Promise<void> {
    const events = isStopping ? null : chats.take(chatId);
    if (!events) return;
    const started = performance.now();
    try {
      const { outcome, back, notBefore } = await turnOf(chatId, events);
      deps.observe({ outcome, seconds: (performance.now() - started) / 1_000 });
      chats.release(chatId, back, notBefore);
    } catch (error) {
      // The events stay in the inbox; the sweep tries them again and counts.
      deps.log.error({ err: error, chatId }, "a turn failed");
      deps.observe({ outcome: "failed", seconds: (performance.now() - started) / 1_000 });
      chats.release(chatId);
    }
  }

  type Ended = { outcome: "committed" | "command" | "lost" | "held"; back?: ChatEvent[]; notBefore?: number };

  async function turnOf(chatId: string, mine: ChatEvent[]): Promise<Ended> {
    const state = await reads.add(chatId);
    if (await replies.isElsewhere(state.chat)) return { outcome: "held", back: mine, notBefore: replyElsewhereMs };
    const { events: all, left } = inboxOrder.join(mine, state);
    const events = all.slice(0, mostEvents);
    const turn = await prepareTurn(deps.services, chatId, state, events);
    if (turn.events.length === 0) {
      await settled.add(events.map(({ id }) => id));
      return { outcome: "committed" };
    }
    const wait = heldFor(turn);
    if (wait > 0) return { outcome: "held", back: mine, notBefore: wait };
    if (left.length > 0) await tries.add(left).then(() => inboxOrder.counted(left));
    const taken = await take(turn);
    if (!taken) return { outcome: "lost", back: mine, notBefore: readAfreshMs };
    await afterCommit(turn, taken, events);
    return { outcome: taken.isCommitted ? "command" : "committed", back: [...taken.rest, ...all.slice(mostEvents)] };
  }

  async function take(turn: PreparedTurn): Promise<TakenTurn | null> {
    try {
      const unsent = unsentIn(turn.events);
      // Before the commit: what was taken back may go early, and must not stay when we die after it.
      if (unsent.length > 0) await forgetMessages(turn.chatId, unsent);
      const taken = await takeTurn(deps, turn);
      if (taken.isCommitted) return taken;
      const fate = await commits.add(taken.commit);
      return (fate === "blocked" ? await commitAlone(taken.commit) : fate) === "committed" ? taken : null;
    } catch (error) {
      if (error instanceof TurnLost) return null;
      throw error;
    }
  }

  async function afterCommit(turn: PreparedTurn, taken: TakenTurn, events: ChatEvent[]): Promise<void> {
    if (taken.isCommitted) deps.onCommitted();
    const rest = new Set(taken.rest.map(({ id }) => id));
    const done = events.map(({ id }) => id).filter((id) => !rest.has(id));
    // The commit already remembers these ids; a mark that fails only leaves work to the sweep.
    const marked = settled.add(done).catch((error: unknown) => deps.log.warn({ err: error }, "events were not marked done"));
    await replies.deliver(taken.commit, turn.state);
    await marked;
    void fitMenu(turn.chatId, taken.changedRoles ? await reads.add(turn.chatId) : turn.state);
  }

  /** Shows staff, and who decides, their own menu. */
  async function fitMenu(chatId: string, { chat, person }: ChatState): Promise<void> {
    if (!person) return;
    const actor = actorOf(person, deps.services.clock.now());
    await deps
      .onHeard(chatId, { standing: standingOf(actor), menu: chat?.menu ?? null })
      .catch((error: unknown) => deps.log.warn({ err: error }, "the menu stays as it is until the next turn"));
  }

  function heldFor(turn: PreparedTurn): number {
    const until = holdBackUntil(turn.events, !turn.session.active, turn.read);
    return until === null ? 0 : until - deps.services.clock.now().getTime();
  }

  return {
    take: (events) => chats.add(events),
    async admit() {
      for (let waited = 0; chats.size() >= mostChats; waited += 10) {
        if (waited >= admitWithinMs) return false;
        await pause(10);
      }
      return !isStopping;
    },
    async sweep() {
      if (isStopping) return;
      const { events, suspects } = await sweepInbox(deps, chats.inHand());
      inboxOrder.noteLeft([...events, ...suspects]);
      chats.add(events);
      // What may have ended a process goes one by one, so that it takes nothing innocent along.
      for (const event of suspects) {
        chats.add([event]);
        while (chats.inHand().has(event.id) && !isStopping) await pause(20);
      }
    },
    sweepReplies: () => (isStopping ? Promise.resolve() : replies.sweep()),
    size: chats.size,
    async stop(withinMs) {
      isStopping = true;
      chats.stop();
      const ends = performance.now() + withinMs;
      while (performance.now() < ends && replies.underWay() + chats.busy() > 0) await pause(20);
    },
  };
}
