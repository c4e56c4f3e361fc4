import type { Button } from "./buttons.ts";
import { type Stage, say, sendAll, stageEvent } from "./stage.ts";
import type { Action } from "./types.ts";
import type { ActionResult } from "./user-actions.ts";

const opening = (kind: NonNullable<ActionResult["opens"]>["kind"], value = ""): ActionResult => ({
  messageIds: [],
  webhookEventIds: [],
  opens: { kind, value },
});

function show(stage: Stage, text: string | undefined): string[] {
  if (text === undefined) return [];
  const { platform, chat, userId } = stage;
  return [platform.chats.write({ chatId: chat.chatId, from: { kind: "user", userId }, content: { type: "text", text } }).id];
}

function postback(stage: Stage, data: string, params?: Record<string, string>): Promise<ActionResult> {
  return sendAll(stage, [stageEvent(stage, "postback", { postback: { data, ...(params && { params }) } })]);
}

/** LINE changes the menu on the phone by itself and tells the bot by postback. */
function switchMenu(stage: Stage, action: Extract<Action, { type: "richmenuswitch" }>): Promise<ActionResult> {
  const { richMenus, ledger } = stage.platform;
  const alias = action.richMenuAliasId ?? "";
  const richMenuId = richMenus.aliases.get(alias);
  if (richMenuId !== undefined) richMenus.links.set(stage.userId, richMenuId);
  ledger.bus.emit("chat", { chatId: stage.userId });
  const status = richMenuId === undefined ? "RICHMENU_ALIAS_ID_NOTFOUND" : "SUCCESS";
  return postback(stage, action.data ?? "", { newRichMenuAliasId: alias, status });
}

async function pressPostback(stage: Stage, action: Extract<Action, { type: "postback" }>): Promise<ActionResult> {
  const messageIds = show(stage, action.displayText ?? action.text);
  return { ...(await postback(stage, action.data ?? "")), messageIds };
}

function pickDate(stage: Stage, action: Extract<Action, { type: "datetimepicker" }>, pick: string | undefined): Promise<ActionResult> {
  if (pick === undefined) throw new Error(`“${action.label}” is a date picker: say what is picked.`);
  return postback(stage, action.data ?? "", { [action.mode ?? "date"]: pick });
}

/** Does what a button does when it is tapped. */
export async function tapButton(stage: Stage, { action, messageId, isQuickReply }: Button, pick?: string): Promise<ActionResult> {
  const { chats } = stage.platform;
  const message = messageId === undefined ? undefined : chats.message(messageId);
  if (message !== undefined && isQuickReply && ["postback", "message", "datetimepicker"].includes(action.type)) {
    message.quickReplyUsed = true;
    chats.changed(message);
  }
  switch (action.type) {
    case "postback":
      return pressPostback(stage, action);
    case "message":
      return say(stage, { text: action.text ?? "" });
    case "datetimepicker":
      return pickDate(stage, action, pick);
    case "richmenuswitch":
      return switchMenu(stage, action);
    case "uri":
      return opening("uri", action.uri);
    case "clipboard":
      return opening("clipboard", action.clipboardText);
    default:
      return opening(action.type);
  }
}
