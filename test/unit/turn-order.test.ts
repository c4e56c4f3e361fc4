import { expect, it } from "vitest";
import { unknownChat } from "#bot/services/chats/chat-state.ts";
import type { ChatEvent } from "#bot/services/inbox/chat-event.ts";
import { openInboxOrder } from "#bot/turns/inbox-order.ts";
import { openWaitingChats } from "#bot/turns/waiting-chats.ts";

const event = (id: string, timestamp: number): ChatEvent => ({
  id,
  chatId: "U1",
  chatKind: "user",
  userId: "U1",
  timestamp,
  receivedAt: timestamp,
  replyToken: null,
  what: { kind: "text", messageId: id, text: id },
});

it("puts an older event of another process before one's own, and each once", () => {
  const order = openInboxOrder();
  const [older, own] = [event("a", 1), event("b", 2)];
  const { events, left } = order.join([own, own], { ...unknownChat, inbox: [older, own] });
  expect(events.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(left).toEqual(["a"]);
});

it("counts no try of an event that an earlier turn has handled", () => {
  const order = openInboxOrder();
  const chat = { ...unknownChat, chat: { handled: ["a"] } as never, inbox: [event("a", 1)] };
  expect(order.join([event("b", 2)], chat).left).toEqual([]);
});

it("holds an event that comes back behind a command and is swept meanwhile only once", () => {
  const chats = openWaitingChats(() => undefined);
  const behind = event("b", 2);
  chats.add([event("a", 1)]);
  expect(chats.take("U1")?.map(({ id }) => id)).toEqual(["a"]);
  chats.add([behind]);
  chats.release("U1", [behind]);
  expect(chats.take("U1")?.map(({ id }) => id)).toEqual(["b"]);
});
