import type { Answer, Contract, Sent } from "#models/contracts/contract.ts";
import { isApiError, offline, readApiError, slow } from "./api-error.ts";
import { renewSession } from "./session-end.ts";

/** School Wi-Fi answers within seconds or not at all. */
const timeLimitMs = 15_000;

/** Parts that may be left out altogether are optional. */
type Optional<S> = { [P in keyof S as object extends S[P] ? never : P]: S[P] } & {
  [P in keyof S as object extends S[P] ? P : never]?: S[P];
};
type Given<C extends Contract> = Optional<Sent<C>> & { signal?: AbortSignal };
type Arguments<C extends Contract> = object extends Given<C> ? [given?: Given<C>] : [given: Given<C>];

/** `get /requests/:id` */
export type EndpointOf<C extends Contract> = `${C["method"]} ${C["path"]}`;

type Anything = { params?: object; query?: object; body?: object; signal?: AbortSignal };

/**
 * Calls one endpoint, typed by its contract: `await ask<typeof getHome>("get /home")`. Reads are tried twice when nothing
 * came back; a session that ended is renewed once, unseen.
 * @throws ApiError
 */
export async function ask<C extends Contract>(endpoint: EndpointOf<C>, ...[given]: Arguments<C>): Promise<Answer<C>> {
  const [method = "get", path = "/"] = endpoint.split(" ");
  const send = () => sendOnce(method, path, given ?? {});
  const answer = method === "get" ? againOnce(send, (error) => isApiError(error, "offline") && !given?.signal?.aborted) : send();
  return (await answer.catch(async (error: unknown) => {
    if (!isApiError(error, "no_session") || !(await renewSession())) throw error;
    return send();
  })) as Answer<C>;
}

/** The address below /api of an endpoint's path with its parameters filled in. */
export function addressOf(path: string, { params = {}, query = {} }: Pick<Anything, "params" | "query">): string {
  const values = new Map(Object.entries(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? "")));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one));
  }
  return `/api${filled}${search.size > 0 ? `?${search}` : ""}`;
}

async function againOnce<T>(work: () => Promise<T>, isWorthwhile: (error: unknown) => boolean): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isWorthwhile(error)) throw error;
    return work();
  }
}

async function sendOnce(method: string, path: string, { params, query, body, signal }: Anything): Promise<unknown> {
  const limit = AbortSignal.timeout(timeLimitMs);
  const request: RequestInit = { method: method.toUpperCase(), signal: signal ? AbortSignal.any([signal, limit]) : limit };
  if (body) Object.assign(request, { headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  try {
    const response = await fetch(addressOf(path, { ...(params && { params }), ...(query && { query }) }), request);
    const answer: unknown = await readJson(response);
    if (!response.ok) throw readApiError(response.status, answer);
    return answer;
  } catch (error) {
    if (isApiError(error) || signal?.aborted) throw error;
    throw limit.aborted ? slow() : offline();
  }
}

/** Null for an empty answer and for what is not JSON (a proxy's error page). */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
