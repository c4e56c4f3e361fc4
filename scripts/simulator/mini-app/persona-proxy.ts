import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { originHeader } from "#scripts/simulator/api/liff-apps.ts";
import { personHeader } from "#scripts/simulator/api/login.ts";
import type { LoginSide } from "#scripts/simulator/login/login-side.ts";
import { createCookieJar } from "./cookie-jar.ts";
import { endToEnd, forward } from "./forward.ts";
import { openLiffUrl } from "./liff-url.ts";
import { pageScript } from "./page-script.ts";

interface ProxyInput {
  userId: string;
  liffId: string;
  login: LoginSide;
  /** Where this simulator answers as LINE. */
  lineUrl: string;
  /** Wanted port; another when it is taken. */
  port: number;
}

/** One phone's own way to the mini-app: an origin of its own, so that each phone has its own storage and cookies. */
export interface PersonaProxy {
  userId: string;
  origin: string;
  stop(): Promise<void>;
}

const scriptPath = "/-phone/line.js";
/** `/-line/<host>/<path>`: what the page meant for one of LINE's hosts. */
const linePath = /^\/-line\/([\w.]+)(\/.*)$/;
/** Before the page's own scripts: those are modules, which wait for the whole document. */
const withScript = (html: string) => html.replace(/<head[^>]*>/, (head) => `${head}<script src="${scriptPath}"></script>`);
const run = randomBytes(6).toString("hex");

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening").catch(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  return (server.address() as AddressInfo).port;
}

/** Starts the way for one person. Bot, browser and build know nothing of it. */
export async function startPersonaProxy({ userId, liffId, login, lineUrl, port }: ProxyInput): Promise<PersonaProxy> {
  const jar = createCookieJar();
  const server = createServer((request, response) => handle(request, response));
  const origin = `http://127.0.0.1:${await listen(server, port)}`;

  /** The endpoint at the bot, as LINE's console has it. */
  const bot = () => new URL(login.apps.get(liffId)?.view.url ?? "http://127.0.0.1/liff/");
  const endpointUrl = () => origin + bot().pathname;

  function script(): string {
    const codeVerifier = randomBytes(32).toString("base64url");
    const challenge = createHash("sha256").update(codeVerifier).digest("base64url");
    const code = login.codes.issue({ userId, liffId, redirectUri: endpointUrl(), challenge });
    return pageScript({ liffId, channelId: login.channel.id, endpointUrl: endpointUrl(), run, code, codeVerifier });
  }

  function toLine(request: IncomingMessage, response: ServerResponse, host: string, path: string): void {
    const page = host === "liff.line.me" ? openLiffUrl(`https://${host}${path}`, { liffId, endpointUrl: endpointUrl() }) : undefined;
    if (page !== undefined) {
      response.writeHead(302, { location: page }).end();
      return;
    }
    const { cookie: _, host: __, ...headers } = endToEnd(request.headers);
    const target = new URL(lineUrl + path);
    forward({ request, response, target, headers: { ...headers, [personHeader]: userId, [originHeader]: origin }, answers: endToEnd });
  }

  /** As any reverse proxy before the bot, but for the cookies, which stay here. */
  function toBot(request: IncomingMessage, response: ServerResponse): void {
    const upstream = bot().origin;
    const theirs = (address: string) => address.replace(origin, upstream);
    const { host: _, cookie: __, "accept-encoding": encoding, ...rest } = endToEnd(request.headers);
    const cookie = jar.headerFor(new URL(request.url ?? "/", origin).pathname);
    const wantsPage = request.headers.accept?.includes("text/html") === true;
    const headers = {
      ...rest,
      ...(request.headers.origin !== undefined && { origin: theirs(request.headers.origin) }),
      ...(request.headers.referer !== undefined && { referer: theirs(request.headers.referer) }),
      // A page is changed on the way, and must come readable.
      ...(!wantsPage && encoding !== undefined && { "accept-encoding": encoding }),
      ...(cookie !== undefined && { cookie }),
      "x-forwarded-for": request.socket.remoteAddress ?? "127.0.0.1",
      "x-forwarded-proto": "http",
    };
    forward({
      request,
      response,
      target: new URL(upstream + (request.url ?? "/")),
      headers,
      page: withScript,
      answers(received) {
        const { "set-cookie": set = [], location, ...others } = endToEnd(received);
        jar.keep(Array.isArray(set) ? set : [String(set)]);
        return { ...others, ...(typeof location === "string" && { location: location.replace(upstream, origin) }) };
      },
    });
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? "/";
    const [, host, path] = linePath.exec(url) ?? [];
    if (host !== undefined && path !== undefined) toLine(request, response, host, path);
    else if (url === "/") response.writeHead(302, { location: endpointUrl() }).end();
    else if (url === scriptPath) response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" }).end(script());
    else toBot(request, response);
  }

  return {
    userId,
    origin,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
