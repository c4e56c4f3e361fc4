import type { Content } from "#scripts/simulator/contents.ts";
import type { Platform } from "#scripts/simulator/platform.ts";
import { type Answer, type ApiRequest, type Endpoint, notFound, ok } from "./endpoint.ts";

function contentOf(platform: Platform, { params }: ApiRequest): Content | undefined {
  return platform.contents.get(params.messageId ?? "");
}

/** Whose chat the call is about, for the record. */
function senderChat(platform: Platform, { params }: ApiRequest): string[] {
  const message = platform.chats.message(params.messageId ?? "");
  return message === undefined ? [] : [message.chatId];
}

/** 202 while LINE still prepares the media, then its bytes. */
function bytes(platform: Platform, request: ApiRequest): Answer {
  const content = contentOf(platform, request);
  if (content === undefined) return notFound();
  const note = { recipients: senderChat(platform, request) };
  if (content.preparing > 0) {
    content.preparing -= 1;
    return { status: 202, json: {}, note };
  }
  return { status: 200, bytes: content.bytes, headers: { "content-type": content.contentType }, note };
}

function transcoding(platform: Platform, request: ApiRequest): Answer {
  const content = contentOf(platform, request);
  return content === undefined ? notFound() : ok({ status: content.preparing > 0 ? "processing" : "succeeded" });
}

const get = (name: string, path: string, act: Endpoint["act"]): Endpoint => ({ name, method: "get", path, act });

/** On LINE these live on the data host (api-data.line.me). */
export const contentEndpoints: Endpoint[] = [
  get("content", "/v2/bot/message/:messageId/content", bytes),
  get("content-preview", "/v2/bot/message/:messageId/content/preview", bytes),
  get("transcoding", "/v2/bot/message/:messageId/content/transcoding", transcoding),
];
