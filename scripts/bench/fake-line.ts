import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { microseconds, percentile, sentAtOf } from "./wire.ts";

/** LINE as cheap as can be, so that what is measured is the bot: it keeps no rules, the simulator does that. */

export type FakeLineStats = {
  replies: number;
  pushes: number;
  /** seconds of the shared clock between the first and the last reply */
  seconds: number;
  /** milliseconds from the moment an event was due to its reply's arrival here */
  p50: number;
  p99: number;
};

let latencies: number[] = [];
let pushes = 0;
let firstAt = 0;
let lastAt = 0;
let waiting: { replies: number; tell(): void } | null = null;

function stats(): FakeLineStats {
  const milliseconds = latencies.map((one) => one / 1_000);
  const [p50, p99] = [percentile(milliseconds, 50), percentile(milliseconds, 99)];
  return { replies: latencies.length, pushes, seconds: (lastAt - firstAt) / 1_000_000, p50, p99 };
}

function reset(): void {
  latencies = [];
  [pushes, firstAt, lastAt] = [0, 0, 0];
}

function noteReply(body: string): void {
  const now = microseconds();
  const sentAt = sentAtOf(body);
  if (sentAt === null) return;
  if (firstAt === 0) firstAt = now;
  lastAt = now;
  latencies.push(now - sentAt);
  if (waiting && latencies.length >= waiting.replies) waiting.tell();
}

/** Answers when so many replies have come, or when the time is over: `GET /until?replies=100&ms=5000`. */
function until(query: URLSearchParams): Promise<FakeLineStats> {
  const replies = Number(query.get("replies"));
  if (latencies.length >= replies) return Promise.resolve(stats());
  return new Promise((resolve) => {
    const tell = () => {
      clearTimeout(timer);
      waiting = null;
      resolve(stats());
    };
    const timer = setTimeout(tell, Number(query.get("ms")));
    waiting = { replies, tell };
  });
}

const sent = JSON.stringify({ sentMessages: [{ id: "1", quoteToken: "q" }] });
const answers: Record<string, string> = {
  "/oauth2/v3/token": JSON.stringify({ token_type: "Bearer", access_token: "bench", expires_in: 900 }),
  "/v2/bot/message/quota": JSON.stringify({ type: "limited", value: 300 }),
  "/v2/bot/message/quota/consumption": JSON.stringify({ totalUsage: 0 }),
  "/v2/bot/richmenu": JSON.stringify({ richMenuId: `richmenu-${"0".repeat(32)}` }),
  "/v2/bot/richmenu/alias/list": JSON.stringify({ aliases: [] }),
  "/v2/bot/richmenu/list": JSON.stringify({ richmenus: [] }),
};

function send(response: ServerResponse, json: string): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(json) });
  response.end(json);
}

function readBody(request: IncomingMessage, done: (body: string) => void): void {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    body += chunk;
  });
  request.on("end", () => done(body));
}

const server = createServer((request, response) => {
  const path = request.url ?? "";
  readBody(request, (body) => {
    if (path === "/v2/bot/message/reply") {
      noteReply(body);
      return send(response, sent);
    }
    if (path === "/v2/bot/message/push") {
      pushes += 1;
      return send(response, sent);
    }
    if (path === "/reset") reset();
    if (path === "/stats") return send(response, JSON.stringify(stats()));
    if (path.startsWith("/until?"))
      return void until(new URLSearchParams(path.slice(7))).then((result) => send(response, JSON.stringify(result)));
    send(response, answers[path] ?? "{}");
  });
});
// The bot's connections idle between phases; closing one just then would look like an error of the bot's.
server.keepAliveTimeout = 120_000;
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })));
process.once("SIGTERM", () => process.exit(0));
