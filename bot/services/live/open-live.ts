import { setImmediate as pause } from "node:timers/promises";
import { gather } from "#bot/platform/gather.ts";
import type { Logger } from "#bot/platform/logger.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { followTimeline, type TimelineChange } from "./follow-timeline.ts";
import { type Listener, type LiveWire, openAudience, type Viewer } from "./open-audience.ts";
import { type KnownChange, readChanges } from "./read-changes.ts";
import { readViewers } from "./read-viewers.ts";

export type Live = {
  /** Tells the viewer of what changes from now on and changed a moment ago. @returns ends it */
  join(viewer: Viewer, actor: Actor): () => void;
  /** Ends what is over, reads everybody's grants afresh, keeps the rest alive. Runs by itself while somebody is connected. */
  beat(): Promise<void>;
  /** open pages */
  size(): number;
  /** Ends every page's stream and the one of the database. */
  close(): void;
};

type LiveOptions = { services: ServiceContext; log: Logger; wire: LiveWire };

/** A third of the minute in which a role that ended must end here, and less than proxies leave a quiet connection open. */
const beatMs = 20_000;
/** Changes of so short a time go out together: of 50 a second to 500 pages that makes 2,000 writes instead of 25,000. */
const togetherMs = 250;
/** A write to a page takes a good tenth of a millisecond: after so many the webhook's turn comes. */
const mostAtOnce = 10;
/** A page is read and its stream opened at the same time: what changed between the two is told when it joins. */
const rememberedMs = 5_000;
const mostRemembered = 500;

/**
 * Tells open pages which requests changed, each only what they may see. The change stream is followed while somebody is
 * connected; a change costs one read shared with those of the same moment, and no viewer holds anything of the database.
 */
export function openLive({ services, log, wire }: LiveOptions): Live {
  const audience = openAudience(wire);
  const { now } = services.clock;
  let recent: { change: KnownChange; at: number }[] = [];
  const outgoing: KnownChange[] = [];
  let following: AbortController | null = null;
  let sending: NodeJS.Timeout | undefined;
  let beating: NodeJS.Timeout | undefined;

  const known = gather<TimelineChange>(async (changes) => {
    try {
      take(await readChanges(services, changes));
    } catch (error) {
      log.warn({ err: error }, "changes could not be read: every page reads anew");
      tellAll(wire.refetch);
    }
    return changes.map(() => undefined);
  });

  function take(changes: KnownChange[]): void {
    const at = performance.now();
    recent = [...recent.filter((one) => one.at > at - rememberedMs), ...changes.map((change) => ({ change, at }))].slice(-mostRemembered);
    outgoing.push(...changes);
    sending ??= setTimeout(() => void sendOut(), togetherMs);
  }

  async function sendOut(): Promise<void> {
    const changes = outgoing.splice(0);
    await byAndBy((some) => audience.tell(some, changes, now())).catch((error: unknown) =>
      log.error({ err: error }, "open pages were not told"),
    );
    sending = outgoing.length > 0 ? setTimeout(() => void sendOut(), togetherMs) : undefined;
  }

  function tellAll(bytes: Buffer): void {
    void byAndBy((some) => {
      for (const listener of some) audience.send(listener, bytes);
    });
  }

  /** Everybody who is connected now, a few at a time: whoever waits for another answer of this process does not wait for all. */
  async function byAndBy(tell: (some: Listener[]) => void): Promise<void> {
    const everybody = [...audience.all()];
    for (let at = 0; at < everybody.length; at += mostAtOnce) {
      tell(everybody.slice(at, at + mostAtOnce));
      await pause();
    }
  }

  function follow(): void {
    if (following) return;
    following = new AbortController();
    beating = setInterval(() => void beat(), beatMs);
    void followTimeline({
      log,
      signal: following.signal,
      onChange: (change) => void known.add(change),
      onGap: () => tellAll(wire.refetch),
    });
  }

  function rest(): void {
    clearInterval(beating);
    following?.abort();
    following = null;
    recent = [];
  }

  async function beat(): Promise<void> {
    for (const listener of audience.all()) if (listener.isOver()) audience.leave(listener);
    if (audience.all().size === 0) return rest();
    const ids = new Set([...audience.all()].map(({ lineUserId }) => lineUserId));
    try {
      const actors = await readViewers(services, [...ids]);
      for (const listener of audience.all()) {
        const actor = actors.get(listener.lineUserId);
        if (actor) listener.actor = actor;
        else if (ids.has(listener.lineUserId)) audience.leave(listener);
      }
    } catch (error) {
      // While the database is away nothing changes of which anybody could hear too much.
      log.warn({ err: error }, "grants of open pages could not be read");
    }
    tellAll(wire.beat);
  }

  return {
    join(viewer, actor) {
      const listener = audience.join(viewer, actor);
      follow();
      const missed = recent.filter(({ at }) => at > performance.now() - rememberedMs).map(({ change }) => change);
      audience.tell([listener], missed, now());
      return () => audience.leave(listener);
    },
    beat,
    size: () => audience.all().size,
    close() {
      clearTimeout(sending);
      for (const listener of audience.all()) audience.leave(listener);
      rest();
    },
  };
}
