import type { TurnCommit } from "#bot/services/chats/commit-turns.ts";
import { runQuery } from "#bot/services/effects/run-query.ts";
import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import { requestView } from "#bot/services/requests/request-view.ts";
import type { Command, Outcome } from "#models/conversations/effects.ts";
import type { Session } from "#models/conversations/session.ts";
import type { Message } from "#models/messages/message.ts";
import { chatPhrases } from "#models/phrases/group.ts";
import { followingAfter, unsentIn, withoutUnsent } from "./chat-changes.ts";
import { commitCommand } from "./commit-command.ts";
import { type Conversed, converse, isQuery, say } from "./converse.ts";
import { asStatement, replyClaimMs } from "./deliver-reply.ts";
import { groupAnswer } from "./group-answer.ts";
import type { PreparedTurn } from "./prepare-turn.ts";
import type { TurnDeps } from "./turn-deps.ts";
import { turnInputs } from "./turn-input.ts";

/** A turn as it will be, or was, committed. */
export type TakenTurn = {
  commit: TurnCommit;
  /** written already, with its command */
  isCommitted: boolean;
  /** the person may be staff now who was not */
  changedRoles: boolean;
  /** events behind the command: the next turn */
  rest: ChatEvent[];
};

/** Commands after which a person may have other roles. */
const roleCommands: ReadonlySet<Command["do"]> = new Set(["redeem", "register"]);

/** Takes the prepared events through the talk, up to and including the first command. */
export async function takeTurn(deps: TurnDeps, turn: PreparedTurn): Promise<TakenTurn> {
  const kept = withoutUnsent(turn.session, turn.state.chat?.said ?? [], unsentIn(turn.events));
  const { session, messages: caughtUp } = deps.runner.catchUp(kept, turn.drafts, turn.context);
  if (turn.events[0]?.chatKind !== "user") {
    const commit = commitOf(deps, turn, { session, messages: groupAnswer(deps.chatUrl()), heard: turn.events });
    return { commit, isCommitted: false, changedRoles: false, rest: [] };
  }
  const inputs = await turnInputs(turn.events, { isOpening: !session.active, read: turn.read, storePhoto: deps.storePhoto });
  const answer = (query: Parameters<typeof runQuery>[1]) => runQuery(deps.services, query, { actor: turn.actor, chatId: turn.chatId });
  const conversed = await converse(deps.runner, session, inputs, turn.context, answer);
  const opening = turn.outdated ? [{ kind: "text" as const, text: chatPhrases.outdated }] : [];
  const started = { ...conversed, messages: [...opening, ...caughtUp, ...conversed.messages] };
  if (!conversed.command) {
    const commit = commitOf(deps, turn, { session: conversed.session, messages: started.messages, heard: turn.events });
    return { commit, isCommitted: false, changedRoles: false, rest: [] };
  }
  return withCommand(deps, turn, started, conversed.command);
}

async function withCommand(deps: TurnDeps, turn: PreparedTurn, conversed: Conversed, command: NonNullable<Conversed["command"]>) {
  const heard = heardEvents(turn.events, conversed);
  const { isDone, finished } = await commitCommand(deps.services, turn, command, (outcome) => ({
    commit: commitOf(deps, turn, { ...concluded(deps, turn, conversed, outcome), heard }),
  }));
  const changedRoles = isDone && roleCommands.has(command.do);
  return { commit: finished.commit, isCommitted: isDone, changedRoles, rest: turn.events.filter((event) => !heard.includes(event)) };
}

/** The talk's words on what came of its command. It may not ask for more in the same turn. */
function concluded(deps: TurnDeps, turn: PreparedTurn, conversed: Conversed, outcome: Outcome): { session: Session; messages: Message[] } {
  const step = deps.runner.receive(conversed.session, outcome, turn.context);
  if (step.effect && !isQuery(step.effect)) throw new Error(`a second command in one turn: ${step.effect.do}`);
  return { session: step.session, messages: say(conversed.messages, step.messages) };
}

/** All events up to the last that was heard, those that make no input among them. */
function heardEvents(events: ChatEvent[], { heard }: Conversed): ChatEvent[] {
  const last = heard.at(-1)?.events.at(-1);
  return last ? events.slice(0, events.indexOf(last) + 1) : events;
}

function commitOf(deps: TurnDeps, turn: PreparedTurn, made: { session: Session; messages: Message[]; heard: ChatEvent[] }): TurnCommit {
  const { chat } = turn.state;
  const following = followingAfter(made.heard);
  return {
    chatId: turn.chatId,
    kind: made.heard[0]?.chatKind ?? "user",
    turn: chat?.turn ?? 0,
    isNew: chat === null,
    mark: deps.services.newId(),
    events: made.heard.map(({ id }) => id),
    session: made.session,
    ...answerOf(deps, turn, made),
    said: made.heard.flatMap(({ what }) =>
      "messageId" in what && what.kind !== "unsend" && made.session.active
        ? [{ message: what.messageId, run: made.session.active.id }]
        : [],
    ),
    ...(following === undefined ? {} : { following }),
    ...(chat?.touchedDrafts?.length ? { hasCaughtUp: true as const } : {}),
    now: turn.context.now,
  };
}

/** What the person has not heard, of requests that the answer itself does not show. */
function newsFor(deps: TurnDeps, turn: PreparedTurn, answer: Message[]): Message[] {
  const shown = new Set(answer.flatMap(({ shows }) => shows ?? []));
  const news = turn.state.notices.filter(({ requestId }) => !shown.has(requestId));
  if (news.length === 0) return [];
  const { actor, context } = turn;
  const views = news.flatMap(({ request, timeline }) =>
    request ? [requestView(deps.services, request, actor, context.now, timeline)] : [],
  );
  return deps.rideAlong(news, views);
}

/** Without a token to answer on, what must not be missed leads the next reply. */
function answerOf(
  deps: TurnDeps,
  turn: PreparedTurn,
  made: { messages: Message[]; heard: ChatEvent[] },
): Pick<TurnCommit, "reply" | "head"> {
  const reply = replyOf(deps, turn, made);
  const essential = reply ? [] : made.messages.filter((message) => message.essential).map(asStatement);
  return { reply, head: essential };
}

/** The answer on the newest token: what was left undelivered first, then what the person has not heard, then the talk. */
function replyOf(deps: TurnDeps, turn: PreparedTurn, made: { messages: Message[]; heard: ChatEvent[] }): TurnCommit["reply"] {
  const carrier = made.heard.findLast(({ replyToken }) => replyToken !== null);
  if (!carrier?.replyToken || made.messages.length === 0) return null;
  return {
    token: carrier.replyToken,
    receivedAt: new Date(carrier.receivedAt),
    messages: [...((turn.state.chat?.head ?? []) as Message[]), ...newsFor(deps, turn, made.messages), ...made.messages],
    retryKey: deps.services.newId(),
    notices: turn.state.notices.map(({ _id }) => _id),
    // From now and not from the turn's beginning: pictures may have taken their time.
    nextTryAt: new Date(deps.services.clock.now().getTime() + replyClaimMs),
  };
}
