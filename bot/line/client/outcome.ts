/**
 * What became of a message handed to LINE. `unknown`: LINE may or may not have it (timeout, reset, 5xx), or could not be
 * asked at all; the same token or retry key may be tried again.
 */
export type SendOutcome =
  | { kind: "delivered" }
  | { kind: "refused"; status: number; message: string; invalidToken: boolean }
  | { kind: "rate-limited"; retryAfterSeconds?: number }
  | { kind: "quota-exceeded" }
  | { kind: "unknown"; cause: string };

/** The answer to a question put to LINE. `status` is null when there was none; `retryable` says whether later may help. */
export type Answer<T> = { ok: true; value: T } | { ok: false; status: number | null; message: string; retryable: boolean };

/** LINE's word for it: `{message, details}`; a proxy before it may answer anything. */
export function errorMessage(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null && "message" in parsed && typeof parsed.message === "string") return parsed.message;
  } catch {
    // Not LINE's own answer: its beginning says the most.
  }
  return body.slice(0, 200);
}

/** Both limits answer 429; only the message tells them apart (LINE: "You have reached your monthly limit."). */
function limited(message: string, retryAfter: string | undefined): SendOutcome {
  if (/monthly limit/i.test(message)) return { kind: "quota-exceeded" };
  const seconds = Number(retryAfter);
  return retryAfter !== undefined && Number.isFinite(seconds) && seconds >= 0
    ? { kind: "rate-limited", retryAfterSeconds: seconds }
    : { kind: "rate-limited" };
}

/** Reads LINE's answer to a reply or push. A 409 means the retry key was accepted before: delivered. */
export function outcomeOf(status: number, body: string, retryAfter?: string): SendOutcome {
  if (status >= 200 && status < 300) return { kind: "delivered" };
  if (status === 409) return { kind: "delivered" };
  if (status >= 500) return { kind: "unknown", cause: `status ${status}` };
  const message = errorMessage(body);
  if (status === 429) return limited(message, retryAfter);
  return { kind: "refused", status, message, invalidToken: status === 400 && /invalid reply token/i.test(message) };
}
