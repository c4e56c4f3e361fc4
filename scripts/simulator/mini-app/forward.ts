import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";

interface Forwarding {
  request: IncomingMessage;
  response: ServerResponse;
  target: URL;
  headers: OutgoingHttpHeaders;
  /** Reads and changes the answer's headers before they go on. */
  answers(headers: IncomingHttpHeaders, status: number): OutgoingHttpHeaders;
  /** Changes the body of a page. */
  page?(html: string): string;
}

/** Those of one connection only (RFC 9110, 7.6.1); node makes its own. */
const hopByHop = new Set(["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"]);

export const endToEnd = (headers: IncomingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));

const isPage = (headers: IncomingHttpHeaders) => headers["content-type"]?.startsWith("text/html") === true;

async function sendPage(answer: IncomingMessage, response: ServerResponse, headers: OutgoingHttpHeaders, change: (html: string) => string) {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const body = Buffer.from(change(Buffer.concat(parts).toString()));
  response.writeHead(answer.statusCode ?? 502, { ...headers, "content-length": body.length }).end(body);
}

/** Passes a request on and its answer back, streams included; a page's text may be changed on the way. */
export function forward({ request, response, target, headers, answers, page }: Forwarding): void {
  const onward = httpRequest(target, { method: request.method, headers }, (answer) => {
    const status = answer.statusCode ?? 502;
    const back = answers(answer.headers, status);
    if (page !== undefined && isPage(answer.headers) && request.method === "GET") {
      sendPage(answer, response, back, page).catch(() => response.destroy());
      return;
    }
    response.writeHead(status, back);
    // Server-sent events: the page waits for the head, which may come long before the first word.
    response.flushHeaders();
    answer.pipe(response);
    answer.on("error", () => response.destroy());
  });
  onward.on("error", () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { "content-type": "text/plain; charset=utf-8" }).end("ยังติดต่อเครื่องของศูนย์ไม่ได้ค่ะ");
  });
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}
