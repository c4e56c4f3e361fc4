import type { SendOutcome } from "#bot/line/client/outcome.ts";
import {
  type ClaimedNotice,
  claimNotices,
  giveUpNotice,
  letNoticeWait,
  putOffNotice,
  untryNotice,
} from "#bot/services/notices/claim-notices.ts";
import { dropNotices } from "#bot/services/notices/decide-notices.ts";
import { type NoticeMatter, readMatters } from "#bot/services/notices/notice-matter.ts";
import { settleShown } from "#bot/services/notices/settle-shown.ts";
import { readOffice } from "#bot/services/office/office.ts";
import { recordAccess } from "#bot/services/record-access.ts";
import { markShown } from "#bot/services/requests/mark-shown.ts";
import { claimMs, isTooOld, nextTry } from "./backoff.ts";
import { isOutdatedMatter, waitsUntil } from "./decide-notices.ts";
import type { NotificationDeps } from "./deps.ts";
import { sendPush } from "./send-push.ts";
import { noticeMessage } from "./words/notice-message.ts";

/** Pushes to so many people at a time: LINE takes 2,000 a second, the database and our own turns come first. */
const atOnce = 8;

/** Pushes whatever is due, one after the other for each person, until nothing is left that can go now or we are to end. */
export async function pushNotices(deps: NotificationDeps, isEnding: () => boolean = () => false): Promise<void> {
  while (!isEnding()) {
    const now = deps.services.clock.now();
    const claimed = await claimNotices(now, new Date(now.getTime() + claimMs), atOnce);
    if (claimed.length === 0) return;
    const outcomes = await Promise.all(claimed.map((one) => pushOne(deps, one)));
    // LINE asks for quiet: the rest is due at the next sweep.
    if (outcomes.includes("rate-limited")) return;
  }
}

async function pushOne(deps: NotificationDeps, { notice, behind }: ClaimedNotice): Promise<SendOutcome["kind"] | null> {
  const { services } = deps;
  const now = services.clock.now();
  const isFirstTry = notice.tries === 1;
  const [read] = await readMatters(services, [notice]);
  const matter = read?.matter;
  const isReplaced = behind.some(({ requestId, revision }) => requestId === notice.requestId && revision > notice.revision);
  // After a first try it may have arrived; the same key then settles it, whatever has happened since.
  if (isFirstTry && (!matter || isReplaced || isOutdatedMatter(matter))) {
    await dropNotices([notice._id], isReplaced ? "replaced by a newer one" : "outdated", now);
    return null;
  }
  if (!matter) {
    await giveUpNotice(notice._id, "its request or person is gone", now);
    return null;
  }
  if (!matter.to.isReachable || !matter.to.lineUserId) {
    await letWait(deps, matter, "blocked, or without LINE");
    return null;
  }
  // A try before this one may have arrived, and LINE would not know it again.
  if (!isFirstTry && isTooOld(notice.firstTriedAt ?? now, now)) {
    await giveUp(deps, matter, notice.fault ?? "its sender died", now);
    return null;
  }
  const { event, as } = notice;
  const message = noticeMessage([{ event, as, view: matter.view, type: matter.type }], matter.view.number);
  const outcome = await sendPush(deps, matter.to.lineUserId, [message], notice.retryKey, notice.tries ?? 1);
  await settle(deps, matter, outcome);
  return outcome.kind;
}

async function settle(deps: NotificationDeps, matter: NoticeMatter, outcome: SendOutcome): Promise<void> {
  const { notice } = matter;
  const now = deps.services.clock.now();
  switch (outcome.kind) {
    case "delivered":
      return settleDelivered(deps, matter, now);
    case "quota-exceeded":
      return letWait(deps, matter, "the month's messages are used up");
    case "refused":
      deps.log.error({ notice: notice._id, status: outcome.status, reason: outcome.message }, "LINE refused a push; it is given up");
      return giveUpNotice(notice._id, `LINE refused it: ${outcome.status}`, now);
    case "rate-limited":
      if (isTooOld(notice.firstTriedAt ?? now, now)) return giveUp(deps, matter, "rate limit", now);
      return untryNotice(notice._id, nextTry(now, 1, outcome.retryAfterSeconds), "rate limit");
    case "unknown":
      if (isTooOld(notice.firstTriedAt ?? now, now)) return giveUp(deps, matter, outcome.cause, now);
      return putOffNotice(notice._id, nextTry(now, notice.tries ?? 1), outcome.cause);
  }
}

function giveUp({ log }: NotificationDeps, { notice }: NoticeMatter, why: string, now: Date): Promise<void> {
  log.error({ notice: notice._id, tries: notice.tries, reason: why }, "a push is given up after 24 hours");
  return giveUpNotice(notice._id, `not delivered within 24 hours: ${why}`, now);
}

async function settleDelivered({ services }: NotificationDeps, { notice, view, to }: NoticeMatter, now: Date): Promise<void> {
  await settleShown([notice._id], "push", now);
  if (view.asked) await markShown(services, notice.personId, [view.id]);
  const isOthers = view.requester.id !== to.actor.personId;
  if (isOthers) recordAccess(services, [{ personId: notice.personId, action: "notice", subject: `request:${view.id}` }]);
}

async function letWait({ services }: NotificationDeps, { notice, to }: NoticeMatter, why: string): Promise<void> {
  const { calendar } = await readOffice(services);
  await letNoticeWait(notice._id, waitsUntil(notice, to, calendar, services.clock.now()), why);
}
