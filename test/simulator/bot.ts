import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { LineEvent } from "#scripts/simulator/types.ts";
import { type Line, startLine, testChannel } from "#test/support/simulator.ts";

type Options = NonNullable<Parameters<typeof startLine>[0]>;

export interface Received {
  signature: string;
  body: string;
  events: LineEvent[];
}

/** A bot that only listens: it keeps what it was sent and answers with the status it was told. */
export interface ListeningBot {
  line: Line;
  received: Received[];
  /** Statuses of the next answers; 200 when there is none left. */
  statuses: number[];
  newestEvent(): LineEvent;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  reply(replyToken: string | undefined, text?: string): Promise<Response>;
  /** A fresh access token, for tests that let its 15 minutes pass. */
  renewToken(): Promise<void>;
  stop(): Promise<void>;
}

async function newToken(url: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: testChannel.id,
    client_secret: testChannel.secret,
  });
  const response = await fetch(`${url}/oauth2/v3/token`, { method: "POST", body });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}

export async function startListeningBot(options: Options = {}): Promise<ListeningBot> {
  const received: Received[] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString();
      received.push({ signature: String(request.headers["x-line-signature"]), body, events: JSON.parse(body).events });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const line = await startLine({ webhookUrl: `http://127.0.0.1:${port}/webhook`, ...options });
  let token = await newToken(line.url);

  const call: ListeningBot["call"] = (method, path, body, headers = {}) =>
    fetch(line.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body) }),
    });

  return {
    line,
    received,
    statuses,
    newestEvent() {
      const event = received.at(-1)?.events.at(-1);
      if (event === undefined) throw new Error("Nothing was received.");
      return event;
    },
    call,
    reply: (replyToken, text = "รับทราบค่ะ") => call("POST", "/v2/bot/message/reply", { replyToken, messages: [{ type: "text", text }] }),
    async renewToken() {
      token = await newToken(line.url);
    },
    async stop() {
      await line.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A clock that stands until it is moved. */
export function movableClock(start = "2026-11-23T09:00:00+07:00") {
  let now = new Date(start).getTime();
  return {
    clock: () => new Date(now),
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}
