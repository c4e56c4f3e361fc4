import { hasNoticesToDo } from "#bot/services/notices/decide-notices.ts";
import { recordWorkShown, settleRequestsShown, settleShown } from "#bot/services/notices/settle-shown.ts";
import { markShown } from "#bot/services/requests/mark-shown.ts";
import { decideNotices } from "./decide-notices.ts";
import type { NotificationDeps } from "./deps.ts";
import { clearMenu, showNewsInMenus } from "./menu-dot.ts";
import { pushNotices } from "./push-notices.ts";
import { openRideAlong, type RideAlong } from "./ride-along.ts";

/** How people hear of what happened to requests. */
export type Notifications = {
  /** notices are committed: decides about them and pushes what must go now, without being waited for */
  wake(): void;
  /** the same for what was left behind; asks the database one question when nothing was */
  sweep(): Promise<void>;
  /** the bubble that heads a reply */
  rideAlong: RideAlong;
  /** a reply brought these to the person: notices that rode along, and requests whose state it showed */
  shown(personId: string | null, shown: { notices: string[]; requests: string[] }): Promise<void>;
  /** waits until nothing is under way */
  settled(): Promise<void>;
  /** begins nothing more and waits for the pushes in the air; the rest is left to other processes */
  stop(): Promise<void>;
};

/** Opens the notifications of one process. */
export function openNotifications(deps: NotificationDeps): Notifications {
  const { services, log } = deps;
  let running: Promise<void> | null = null;
  let isEnding = false;
  const wanted = { newOnes: false, leftOnes: false };

  async function workUntilQuiet(): Promise<void> {
    try {
      while (!isEnding && (wanted.newOnes || wanted.leftOnes)) {
        const { leftOnes } = wanted;
        wanted.newOnes = wanted.leftOnes = false;
        const due = await decideNotices(deps);
        if (leftOnes || due.pushes) await pushNotices(deps, () => isEnding);
        if (leftOnes || due.menus) await showNewsInMenus(deps);
      }
    } finally {
      // Here, in the same breath as the last look: who wakes us later must begin anew.
      running = null;
    }
  }

  /** One at a time in a process: a second run would only look at what the first has claimed. */
  function run(what: keyof typeof wanted): Promise<void> {
    if (isEnding) return Promise.resolve();
    wanted[what] = true;
    running ??= workUntilQuiet();
    return running;
  }

  async function settled(): Promise<void> {
    await running?.catch(() => undefined);
  }

  return {
    wake: () => void run("newOnes").catch((error: unknown) => log.error({ err: error }, "notices are left to the sweep")),
    sweep: async () => {
      if (await hasNoticesToDo(services.clock.now())) await run("leftOnes");
    },
    rideAlong: openRideAlong(services.catalogue),
    async shown(personId, { notices, requests }) {
      const now = services.clock.now();
      await settleShown(notices, "reply", now);
      if (personId === null) return;
      await recordWorkShown(services, personId, notices);
      await settleRequestsShown(personId, requests, "desk", now);
      await markShown(services, personId, requests);
      await clearMenu(deps, personId);
    },
    settled,
    async stop() {
      isEnding = true;
      await settled();
    },
  };
}
