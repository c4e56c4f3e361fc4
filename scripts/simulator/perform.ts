import { findButton, visibleButtons } from "./buttons.ts";
import { newImageSetId } from "./ids.ts";
import type { Platform } from "./platform.ts";
import { type Stage, say, sendAll, sendMessage, stageEvent, stageMessage } from "./stage.ts";
import { tapButton } from "./tap.ts";
import type { ActionResult, UserAction } from "./user-actions.ts";

type Doing<Kind extends UserAction["do"]> = Extract<UserAction, { do: Kind }>;

function sendPhotos(stage: Stage, { photos, preparing = 0, together = false }: Doing<"photos">): Promise<ActionResult> {
  const id = newImageSetId();
  const staged = photos.map(({ base64, contentType = "image/jpeg" }, index) => {
    const imageSet = photos.length > 1 ? { imageSet: { id, index: index + 1, total: photos.length } } : {};
    const message = stageMessage(stage, { type: "image" }, imageSet);
    stage.platform.contents.put(message.id, { bytes: Buffer.from(base64, "base64"), contentType, preparing });
    return message;
  });
  const events = staged.map((one) => one.event);
  return sendAll(
    stage,
    events,
    staged.map((one) => one.id),
    together,
  );
}

const mediaTypes = { video: "video/mp4", audio: "audio/m4a", file: "application/octet-stream" };

function sendMedia(stage: Stage, action: Doing<"media">): Promise<ActionResult> {
  const { kind, base64, contentType = mediaTypes[kind], fileName = `${kind}.bin`, preparing = 0 } = action;
  const bytes = Buffer.from(base64, "base64");
  const { id, event } = stageMessage(stage, { type: kind, fileName }, { fileSize: bytes.length });
  stage.platform.contents.put(id, { bytes, contentType, preparing });
  return sendAll(stage, [event], [id]);
}

async function follow(stage: Stage, isFriend: boolean): Promise<ActionResult> {
  const { platform, userId } = stage;
  const user = platform.chats.user(userId);
  const isUnblocked = isFriend && platform.waiting.wasFriend(userId);
  user.isFriend = isFriend;
  platform.ledger.bus.emit("chat", { chatId: userId });
  const event = isFriend ? stageEvent(stage, "follow", { follow: { isUnblocked } }) : stageEvent(stage, "unfollow", {});
  if (!isFriend) platform.waiting.rememberFriend(userId);
  return sendAll(stage, [event]);
}

function unsend(stage: Stage, { messageId }: Doing<"unsend">): Promise<ActionResult> {
  const { platform, chat, userId } = stage;
  const own = platform.chats.transcript(chat.chatId).filter((one) => one.from.kind === "user" && one.from.userId === userId);
  const message = messageId === undefined ? own.findLast((one) => !one.isUnsent) : own.find((one) => one.id === messageId);
  if (message === undefined) throw new Error("There is no message to take back.");
  message.isUnsent = true;
  platform.contents.remove(message.id);
  platform.chats.changed(message);
  return sendAll(stage, [stageEvent(stage, "unsend", { unsend: { messageId: message.id } })]);
}

function press(stage: Stage, { label, on, pick }: Doing<"press">): Promise<ActionResult> {
  const { platform, chat, userId } = stage;
  const areas = chat.kind === "user" ? platform.richMenus.buttons(userId) : [];
  const visible = [...visibleButtons(platform.chats.transcript(chat.chatId)), ...areas];
  const found = findButton(visible, label, on);
  if (found !== undefined) return tapButton(stage, found, pick);
  const labels = visible.map((button) => `[${button.label}]`).join(" ");
  throw new Error(`No button “${label}”${on === undefined ? "" : ` on a card with “${on}”`} is visible. There are: ${labels || "none"}`);
}

function tap(stage: Stage, { action, messageId, isQuickReply = false, pick }: Doing<"tap">): Promise<ActionResult> {
  return tapButton(stage, { label: action.label ?? "", action, isQuickReply, ...(messageId !== undefined && { messageId }) }, pick);
}

/** Does what a person does on their phone and hands the events over to the bot. */
export async function perform(platform: Platform, userId: string, action: UserAction): Promise<ActionResult> {
  const chat = platform.chats.chat(action.in ?? userId);
  const stage: Stage = { platform, chat, userId, options: action };
  const isBlocked = chat.kind === "user" && !platform.chats.user(userId).isFriend;
  if (isBlocked && !["follow", "unfollow", "event"].includes(action.do)) throw new Error(`${chat.name} is not a friend of the bot.`);
  switch (action.do) {
    case "say":
      return say(stage, action);
    case "photos":
      return sendPhotos(stage, action);
    case "media":
      return sendMedia(stage, action);
    case "locate": {
      const { title, address, latitude, longitude } = action;
      return sendMessage(stage, { type: "location", title, address, latitude, longitude });
    }
    case "sticker":
      return sendMessage(stage, { type: "sticker", packageId: action.packageId, stickerId: action.stickerId });
    case "press":
      return press(stage, action);
    case "tap":
      return tap(stage, action);
    case "follow":
      return follow(stage, true);
    case "unfollow":
      return follow(stage, false);
    case "unsend":
      return unsend(stage, action);
    case "event":
      return sendAll(stage, [stageEvent(stage, action.type, action.fields ?? {})]);
  }
}
