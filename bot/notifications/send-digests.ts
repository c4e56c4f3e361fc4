import { randomUUID } from "node:crypto";
import { dropNotices } from "#bot/services/notices/decide-notices.ts";
import {
  claimDigest,
  claimLeftDigests,
  countWork,
  type DigestDocument,
  peopleWithDigestDue,
  putOffWaiting,
  settleDigest,
  waitingNotices,
} from "#bot/services/notices/digests.ts";
import { type NoticeMatter, readMatters } from "#bot/services/notices/notice-matter.ts";
import { settleShown } from "#bot/services/notices/settle-shown.ts";
import { readOffice } from "#bot/services/office/office.ts";
import { recordAccess } from "#bot/services/record-access.ts";
import { claimMs, isTooOld, nextTry } from "./backoff.ts";
import { isOutdatedMatter } from "./decide-notices.ts";
import type { NotificationDeps } from "./deps.ts";
import { currentSlot, nextSlot } from "./digest-slots.ts";
import { sendPush } from "./send-push.ts";
import { digestMessage } from "./words/digest-message.ts";

/** `reserve`: of the month's pushes, those that digests leave for urgent notices. */
type Ways = NotificationDeps & { later: Date; now: Date; reserve: number };

/**
 * Sends the digests of the slot that this moment belongs to, to staff for whom something new waits; tries those again that did
 * not get through. Above the reserve only, so that urgent notices still have pushes at the month's end.
 */
export async function sendDigests(deps: NotificationDeps): Promise<void> {
  const now = deps.services.clock.now();
  const { calendar, reserve } = await readOffice(deps.services);
  const ways = { ...deps, now, reserve, later: nextSlot(now, calendar) };
  const until = new Date(now.getTime() + claimMs);
  for (const digest of await claimLeftDigests(now, until)) await send(ways, digest);
  const slot = currentSlot(now, calendar);
  if (slot === null) return;
  for (const personId of await peopleWithDigestDue(now)) await begin(ways, personId, slot, until);
}

async function begin(ways: Ways, personId: string, slot: string, until: Date): Promise<void> {
  const { now, later } = ways;
  const news = await readNews(ways, await waitingNotices(personId));
  const [first] = news;
  if (!first?.to.isReachable || first.to.isAway) return putOffWaiting(personId, now, later);
  const { left } = await ways.quota.read();
  // LINE cannot be asked: the next look may still be within the slot.
  if (left === "unknown") return;
  if (left !== null && left <= ways.reserve) return putOffWaiting(personId, now, later);
  const claim = { personId, slot, notices: news.map(({ notice }) => notice._id), retryKey: randomUUID() };
  const digest = await claimDigest(claim, now, until);
  // Theirs of this slot has gone: what came since waits for the next.
  if (!digest) return putOffWaiting(personId, now, later);
  await sendNews(ways, digest, news);
}

/**
 * Another try: what was shown otherwise meanwhile is left out. A digest is made when it is first tried, so its age is that of
 * its retry key.
 */
async function send(ways: Ways, digest: DigestDocument): Promise<void> {
  if (isTooOld(digest.createdAt, ways.now)) return giveUp(ways, digest, "not delivered within 24 hours");
  const waiting = (await waitingNotices(digest.personId)).filter(({ _id }) => digest.notices.includes(_id));
  const news = await readNews(ways, waiting);
  if (news.length === 0) return settleDigest(digest._id, { state: "put-off", nextTryAt: null, fault: "nothing is left to tell" });
  await sendNews(ways, digest, news);
}

async function sendNews(ways: Ways, digest: DigestDocument, news: NoticeMatter[]): Promise<void> {
  const { services, now } = ways;
  const [first] = news;
  if (!first?.to.lineUserId) return putOff(ways, digest, "blocked, or without LINE");
  const counts = await countWork(services, first.to.actor);
  const tellings = news.map(({ notice, view, type }) => ({ event: notice.event, as: notice.as, view, type }));
  const outcome = await sendPush(ways, first.to.lineUserId, [digestMessage(tellings, counts, now)], digest.retryKey, digest.tries ?? 1);
  switch (outcome.kind) {
    case "delivered":
      return settleDelivered(ways, digest, news);
    case "quota-exceeded":
      return putOff(ways, digest, "the month's messages are used up");
    case "refused":
      ways.log.error({ digest: digest._id, status: outcome.status, reason: outcome.message }, "LINE refused a digest");
      return giveUp(ways, digest, `LINE refused it: ${outcome.status}`);
    case "rate-limited":
    case "unknown":
      if (isTooOld(digest.createdAt, now)) return giveUp(ways, digest, "not delivered within 24 hours");
      return settleDigest(digest._id, { state: "pending", nextTryAt: nextTry(now, digest.tries ?? 1) });
  }
}

async function settleDelivered({ services, now }: Ways, digest: DigestDocument, news: NoticeMatter[]): Promise<void> {
  await settleShown(digest.notices, "digest", now);
  await settleDigest(digest._id, { state: "delivered", nextTryAt: null });
  recordAccess(
    services,
    news.map(({ view }) => ({ personId: digest.personId, action: "digest", subject: `request:${view.id}` })),
  );
}

/** It waits for the next slot, a reply or the mini-app. */
async function putOff({ now, later }: Ways, digest: DigestDocument, fault: string): Promise<void> {
  await putOffWaiting(digest.personId, now, later);
  await settleDigest(digest._id, { state: "put-off", nextTryAt: null, fault });
}

async function giveUp({ log, now, later }: Ways, digest: DigestDocument, fault: string): Promise<void> {
  log.error({ digest: digest._id, tries: digest.tries, reason: fault }, "a digest is given up");
  await putOffWaiting(digest.personId, now, later);
  await settleDigest(digest._id, { state: "given-up", nextTryAt: null, fault });
}

/** What is still true of a person's notices, one for each request; the rest is dropped. */
async function readNews({ services, now }: Ways, notices: Awaited<ReturnType<typeof waitingNotices>>): Promise<NoticeMatter[]> {
  const read = await readMatters(services, notices);
  const living = read.flatMap(({ matter }) => (matter && !isOutdatedMatter(matter) ? [matter] : []));
  const newest = new Map(living.toSorted((a, b) => a.notice.revision - b.notice.revision).map((matter) => [matter.view.id, matter]));
  const kept = new Set([...newest.values()].map(({ notice }) => notice._id));
  const rest = notices.map(({ _id }) => _id).filter((id) => !kept.has(id));
  await dropNotices(rest, "outdated", now);
  return [...newest.values()];
}
