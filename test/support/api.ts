import { expect } from "vitest";
import { openSessionTokens } from "#bot/api/session-token.ts";
import type { Clock } from "#bot/platform/clock.ts";
import type { Answer, Contract, Sent } from "#models/contracts/contract.ts";
import { type ErrorBody, errorBody } from "#models/contracts/errors.ts";
import { expectAsDocumented } from "./openapi.ts";
import { testChannel } from "./simulator.ts";

type Open = { server: { url: string } };
type Signed = { userId: string };

/** Parts that may be left out altogether are optional. */
type Given<C extends Contract> = { [P in keyof Sent<C> as object extends Sent<C>[P] ? never : P]: Sent<C>[P] } & {
  [P in keyof Sent<C> as object extends Sent<C>[P] ? P : never]?: Sent<C>[P];
};
type Arguments<C extends Contract> = object extends Given<C> ? [given?: Given<C>] : [given: Given<C>];
type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

/** What the API said no with. */
export type ApiRefusal = ErrorBody["error"] & { status: number };

/** Somebody's mini-app as far as the API sees it. Every answer is held against its contract and the OpenAPI document; a field too many is a fault too. */
export type TestApi = {
  /** @throws with what was refused and why, where the answer is not 2xx */
  ask<C extends Contract>(contract: C, ...given: Arguments<C>): Promise<Answer<C>>;
  /** the same where a refusal is expected; anything may be sent */
  refused(contract: Contract, parts?: Parts): Promise<ApiRefusal>;
  /** sends a file to an endpoint that takes one */
  upload<C extends Contract>(contract: C, given: Parts & { bytes: Uint8Array; type: string }): Promise<Answer<C>>;
  refusedUpload(contract: Contract, given: Parts & { bytes: Uint8Array; type: string }): Promise<ApiRefusal>;
  /** any call below /api, as it comes back */
  fetch(path: string, init?: RequestInit): Promise<Response>;
};

/**
 * Signs a person in and calls the API in their name.
 * @param user null: nobody is signed in
 * @param clock the office's, where a test moves it: sessions end by it
 */
export function apiAs(office: Open, user: Signed | null, clock: Clock = { now: () => new Date() }): TestApi {
  const sessions = openSessionTokens(testChannel.secret);
  const signedIn = (): Record<string, string> => (user ? { cookie: `ict_session=${sessions.make(user.userId, clock.now())}` } : {});

  function call(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    return fetch(`${office.server.url}/api${path}`, { ...init, headers: { ...signedIn(), ...(headers as Record<string, string>) } });
  }
  function send(contract: Contract, parts: Parts): Promise<Response> {
    const json = parts.body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(parts.body) };
    return call(addressOf(contract, parts), { method: contract.method.toUpperCase(), ...json });
  }
  function sendFile(contract: Contract, { bytes, type, ...parts }: Parts & { bytes: Uint8Array; type: string }): Promise<Response> {
    const init = { method: contract.method.toUpperCase(), headers: { "content-type": type }, body: new Uint8Array(bytes) };
    return call(addressOf(contract, parts), init);
  }
  return {
    ask: async (contract, ...[given]) => answerOf(office, contract, await send(contract, (given ?? {}) as Parts)),
    refused: async (contract, parts = {}) => refusalOf(office, contract, await send(contract, parts)),
    upload: async (contract, given) => answerOf(office, contract, await sendFile(contract, given)),
    refusedUpload: async (contract, given) => refusalOf(office, contract, await sendFile(contract, given)),
    fetch: call,
  };
}

function addressOf({ path }: Contract, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "")));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function answerOf<C extends Contract>({ server }: Open, contract: C, response: Response): Promise<Answer<C>> {
  const said: unknown = await response.json();
  await expectAsDocumented(server.url, contract, response.status, said);
  if (!response.ok) throw new Error(`${contract.method} ${contract.path}: ${response.status} ${JSON.stringify(said)}`);
  const parsed = contract.response.parse(said);
  // What the schema leaves out was said all the same: somebody reads it who should not.
  expect(parsed, `${contract.method} ${contract.path}`).toEqual(said);
  return parsed as Answer<C>;
}

async function refusalOf({ server }: Open, contract: Contract, response: Response): Promise<ApiRefusal> {
  const said: unknown = await response.json();
  await expectAsDocumented(server.url, contract, response.status, said);
  expect(response.ok, `${contract.method} ${contract.path} was not refused: ${JSON.stringify(said)}`).toBe(false);
  return { status: response.status, ...errorBody.parse(said).error };
}
