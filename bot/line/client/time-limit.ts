import { Agent, setGlobalDispatcher } from "undici";

/** A LINE call that has not answered by then is given up. */
export const callTimeoutMs = 5_000;

let isFetchLimited = false;

/**
 * The SDK calls the global fetch and can be handed neither a signal nor a dispatcher, so the sockets of its hanging
 * calls are ended here. The process calls no host but LINE's; idle sockets do not keep it alive.
 */
export function limitFetch(): void {
  if (isFetchLimited) return;
  isFetchLimited = true;
  setGlobalDispatcher(
    new Agent({ connect: { timeout: callTimeoutMs }, headersTimeout: 2 * callTimeoutMs, bodyTimeout: 2 * callTimeoutMs, allowH2: false }),
  );
}

export class TimedOut extends Error {
  override name = "TimedOut";
}

/** The call's result, or a rejection when it takes longer. What the abandoned call does later is ignored. */
export function withinTime<T>(call: Promise<T>, ms: number = callTimeoutMs): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimedOut(`no answer within ${ms} ms`)), ms);
    call.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
