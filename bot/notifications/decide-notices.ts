import { findUndecided, type NoticeDecision, writeDecisions } from "#bot/services/notices/decide-notices.ts";
import {
  type Addressee,
  type NoticeDocument,
  type NoticeMatter,
  type ReadNotice,
  readMatters,
} from "#bot/services/notices/notice-matter.ts";
import { readOffice } from "#bot/services/office/office.ts";
import type { OfficeCalendar } from "#models/workflows/office-calendar.ts";
import type { NotificationDeps } from "./deps.ts";
import { nextSlot } from "./digest-slots.ts";
import { isOutdated } from "./outdated.ts";
import { type Channel, channelFor, type Plan, strongest } from "./policy.ts";

const most = 200;

/** What decisions leave to be done at once. */
export type DueNow = { pushes: boolean; menus: boolean };

/** Decides about every undecided notice: push, wait, or not to be told at all. Several processes may do so at once. */
export async function decideNotices({ services, quota, log }: NotificationDeps): Promise<DueNow> {
  const due = { pushes: false, menus: false };
  for (let found = most; found === most; ) {
    const undecided = await findUndecided(most);
    found = undecided.length;
    if (found === 0) break;
    const [read, office, { plan }] = await Promise.all([readMatters(services, undecided), readOffice(services), quota.read()]);
    warnOfUnread(read, log);
    const now = services.clock.now();
    const decisions = decide(read, plan, office.calendar, now);
    await writeDecisions(decisions, now);
    due.pushes ||= decisions.some(({ state }) => state === "push");
    due.menus ||= decisions.some((decision) => decision.state === "waiting" && decision.until?.getTime() === now.getTime());
  }
  return due;
}

/** What was warned of once in this process: the rest of the same would only fill the log. */
const warned = new Set<string>();

/** Notices of requests that no definition reads are dropped: somebody should know. */
function warnOfUnread(read: ReadNotice[], log: NotificationDeps["log"]): void {
  for (const { notice, fault } of read) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    if (fault === undefined || warned.has(reason)) continue;
    warned.add(reason);
    log.warn({ err: fault, request: notice.requestId }, "a request cannot be read by its definition; its notices are dropped");
  }
}

/** Pure: what becomes of notices, given what they are about. Of one request a person hears the newest only. */
export function decide(read: ReadNotice[], plan: Plan, calendar: OfficeCalendar, now: Date): NoticeDecision[] {
  const groups = Map.groupBy(read, ({ notice }) => `${notice.personId} ${notice.requestId}`);
  return [...groups.values()].flatMap((group): NoticeDecision[] => {
    const living = group.filter(({ matter }) => matter !== null && !isOutdatedMatter(matter));
    const newest = living.toSorted((a, b) => b.notice.revision - a.notice.revision)[0];
    const channel = strongest(living.map(({ notice }) => channelFor(notice, plan)));
    return group.map((one): NoticeDecision => {
      const { notice, matter } = one;
      if (!matter) return { notice, state: "dropped", why: "its request or person is gone, or cannot be read" };
      if (!living.includes(one)) return { notice, state: "dropped", why: "outdated" };
      if (one !== newest) return { notice, state: "dropped", why: "replaced by a newer one" };
      return tell(notice, matter.to, channel, calendar, now);
    });
  });
}

function tell(notice: NoticeDocument, to: Addressee, channel: Channel, calendar: OfficeCalendar, now: Date): NoticeDecision {
  // New work is for those who are there; what is theirs or critical reaches them anyway.
  const isSpared = to.isAway && notice.event === "new-work" && notice.urgency !== "critical";
  if (channel === "now" && to.isReachable && !isSpared) return { notice, state: "push", until: now };
  if (channel === "ride-along") return { notice, state: "waiting", until: null };
  return { notice, state: "waiting", until: waitsUntil(notice, to, calendar, now) };
}

/** When what waits is due: a digest for those who do the work, the dot in the menu for who asked. */
export function waitsUntil({ as }: Pick<NoticeDocument, "as">, to: Addressee, calendar: OfficeCalendar, now: Date): Date | null {
  if (as !== "requester") return nextSlot(now, calendar);
  return to.isReachable ? now : null;
}

/** Whether a notice, read with all it is about, is not worth telling any more. */
export function isOutdatedMatter({ notice, view, type, deeds }: NoticeMatter): boolean {
  return isOutdated(notice, view, type.workflow, deeds);
}
