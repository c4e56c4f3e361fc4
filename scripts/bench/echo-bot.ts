import type { AddressInfo } from "node:net";
import { LineBotClient, middleware, type webhook } from "@line/bot-sdk";
import express from "express";

/** The measure: Express and LINE's SDK as its own example puts them together, with nothing stored. */
const { CHANNEL_SECRET = "", LINE_URL = "" } = process.env;
const client = LineBotClient.fromChannelAccessToken({ channelAccessToken: "bench", apiBaseURL: LINE_URL });
const app = express();

app.post("/webhook", middleware({ channelSecret: CHANNEL_SECRET }), (request, response) => {
  const { events } = request.body as webhook.CallbackRequest;
  Promise.all(events.map(handleEvent))
    .then((results) => response.json(results))
    .catch((error: unknown) => {
      console.error(error);
      response.status(500).end();
    });
});

function handleEvent(event: webhook.Event): Promise<unknown> {
  if (event.type !== "message" || event.message.type !== "text" || event.replyToken === undefined) return Promise.resolve(null);
  return client.replyMessage({ replyToken: event.replyToken, messages: [{ type: "text", text: event.message.text }] });
}

/** Microseconds of CPU so far, user and system. */
app.get("/cpu", (_request, response) => {
  const { user, system } = process.cpuUsage();
  response.json({ microseconds: user + system });
});

const server = app.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
process.once("SIGTERM", () => process.exit(0));
