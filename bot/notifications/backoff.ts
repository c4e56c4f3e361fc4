const day = 24 * 3_600_000;
const longest = 5 * 60_000;

/** How long a claim on a push holds. A LINE call is given up after a few seconds; a dead process' claim must end within 20 s. */
export const claimMs = 15_000;

/** When the next try is due after `tries` of them: 2, 4, 8 … seconds, five minutes at most; later when LINE says so. */
export function nextTry(now: Date, tries: number, retryAfterSeconds = 0): Date {
  const wait = Math.min(1_000 * 2 ** Math.min(tries, 12), longest);
  return new Date(now.getTime() + Math.max(wait, Math.min(retryAfterSeconds * 1_000, longest)));
}

/** LINE remembers a retry key for 24 hours: after that a further try could arrive twice. */
export function isTooOld(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() >= day;
}
