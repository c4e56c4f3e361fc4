import type { messagingApi } from "@line/bot-sdk";
import type { Action, Message } from "#models/messages/message.ts";
import { quickReplyAction } from "./actions.ts";
import { leftOverActions } from "./bubble.ts";
import { renderCard, renderCards } from "./card-messages.ts";
import { fold } from "./fold.ts";
import { limits } from "./limits.ts";
import type { LinkMaker } from "./link-maker.ts";
import { pictureUrl } from "./link-maker.ts";
import { clean, shorten } from "./text.ts";

function textMessage(text: string): messagingApi.TextMessage {
  return { type: "text", text };
}

function renderPicture(message: Extract<Message, { kind: "picture" }>, links: LinkMaker): messagingApi.Message[] {
  const url = pictureUrl(message.file, links, limits.mediaUrl);
  if (url !== null) return [{ type: "image", originalContentUrl: url, previewImageUrl: url }];
  const alt = shorten(clean(message.alt), limits.text, limits.text);
  return alt === "" ? [] : [textMessage(alt)];
}

function render(message: Message, links: LinkMaker): messagingApi.Message[] {
  switch (message.kind) {
    case "text":
      return [textMessage(message.text)];
    case "card":
      return [renderCard(message.card, links)];
    case "cards":
      return message.cards.length === 0
        ? [textMessage(shorten(clean(message.title), limits.text, limits.text))]
        : [renderCards(message.title, message.cards, links)];
    case "picture":
      return renderPicture(message, links);
  }
}

/** What is offered under the chat: the last message's choices, else those of the question it comes after. */
function choicesOf(messages: Message[], links: LinkMaker): Action[] {
  const last = messages.at(-1);
  const asking = last?.choices ?? messages.findLast((message) => message.asks)?.choices ?? [];
  return last?.kind === "card" ? [...asking, ...leftOverActions(last.card, links)] : asking;
}

/** Thirteen at most. Of more, the last stays, because the way out (ยกเลิก) stands at the end. */
function quickReply(messages: Message[], links: LinkMaker): messagingApi.QuickReply | undefined {
  const actions = choicesOf(messages, links).flatMap((choice) => quickReplyAction(choice, links) ?? []);
  const kept = actions.length > limits.quickReplies ? [...actions.slice(0, limits.quickReplies - 1), ...actions.slice(-1)] : actions;
  return kept.length === 0 ? undefined : { items: kept.map((action) => ({ type: "action", action })) };
}

/**
 * Neutral messages as LINE's message objects, within all of LINE's limits whatever they hold: at most five, the last
 * with the quick replies. Empty when nothing of the messages could be seen.
 */
export function renderMessages(messages: Message[], links: LinkMaker): messagingApi.Message[] {
  const folded = fold(messages);
  const rendered = folded.flatMap((message) => render(message, links));
  const last = rendered.at(-1);
  const under = quickReply(folded, links);
  if (last !== undefined && under !== undefined) rendered[rendered.length - 1] = { ...last, quickReply: under };
  return rendered;
}
