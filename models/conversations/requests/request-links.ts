import type { RequestView } from "#models/conversations/request-view.ts";
import { openPage, press } from "#models/messages/build.ts";
import type { Action } from "#models/messages/message.ts";

/** The request as the chat tells it. On a card the title leads there, so that it costs no button. */
export function inChat(view: RequestView, label = "ดูในแชต"): ReturnType<typeof press> {
  return press(label, { to: "start", talk: "request", with: { id: view.id } }, `ดู ${view.number}`);
}

/** The request's own page; the chat tells of it where the office has no mini-app. */
export function detail(view: RequestView): Action {
  return openPage("ดูรายละเอียด", { to: "request", id: view.id }, inChat(view, "ดูรายละเอียด"));
}
