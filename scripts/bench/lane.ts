import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { signatureOf } from "./wire.ts";

/** One keep-alive connection to a bot. */
export type Lane = {
  /** posts a signed webhook and resolves with the status */
  post(body: string): Promise<number>;
  close(): void;
};

/** Bare HTTP/1.1: a client library would cost more CPU than a bot's answer, and it shares the machine with the bot. */
export async function openLane(port: number): Promise<Lane> {
  const socket: Socket = connect(port, "127.0.0.1").setNoDelay(true);
  await once(socket, "connect");
  let received = "";
  let pending: { resolve(status: number): void; reject(error: Error): void } | null = null;
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    const answer = readAnswer(received);
    if (!answer) return;
    received = "";
    pending?.resolve(answer.status);
    pending = null;
  });
  socket.on("error", (error) => pending?.reject(error));
  socket.on("close", () => pending?.reject(new Error("The bot closed the connection.")));
  return {
    post(body) {
      const head = [
        "POST /webhook HTTP/1.1",
        `host: 127.0.0.1:${port}`,
        "content-type: application/json; charset=utf-8",
        "user-agent: LineBotWebhook/2.0",
        `x-line-signature: ${signatureOf(body)}`,
        `content-length: ${Buffer.byteLength(body)}`,
      ];
      return new Promise((resolve, reject) => {
        pending = { resolve, reject };
        socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
      });
    },
    close: () => socket.destroy(),
  };
}

/** The status once the whole answer is here; one request at a time is under way on a lane. */
function readAnswer(text: string): { status: number } | null {
  const bodyAt = text.indexOf("\r\n\r\n") + 4;
  if (bodyAt < 4) return null;
  const head = text.slice(0, bodyAt).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  const isWhole = length === undefined ? text.endsWith("0\r\n\r\n") || !head.includes("chunked") : text.length >= bodyAt + Number(length);
  return isWhole ? { status: Number(head.slice(9, 12)) } : null;
}
