import type { LiveChange } from "#models/contracts/live.contract.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type KnownChange, mayHear } from "./read-changes.ts";

/** One open page. */
export type Viewer = {
  lineUserId: string;
  /** whether the session it was opened with is over */
  isOver(): boolean;
  /** false: it cannot take more; it is ended, and comes again */
  send(bytes: Buffer): boolean;
  end(): void;
};

/** How what is told looks on the way. */
export type LiveWire = {
  changes(changes: LiveChange[]): Buffer;
  refetch: Buffer;
  /** keeps proxies from taking a quiet connection for a dead one */
  beat: Buffer;
  /** said to a page that is ended for another of the same person: it need not hurry back */
  comeLater: Buffer;
};

export type Listener = Viewer & { actor: Actor };
export type Audience = {
  join(viewer: Viewer, actor: Actor): Listener;
  leave(listener: Listener): void;
  send(listener: Listener, bytes: Buffer): void;
  /** to each what they may hear of */
  tell(to: Iterable<Listener>, changes: KnownChange[], now: Date): void;
  all(): ReadonlySet<Listener>;
};

/** A person's pages on phone and PC; a browser opens at most six to one host. */
const mostPerPerson = 8;

/** Who is connected. */
export function openAudience(wire: LiveWire): Audience {
  const listeners = new Set<Listener>();

  function leave(listener: Listener): void {
    if (listeners.delete(listener)) listener.end();
  }

  function send(listener: Listener, bytes: Buffer): void {
    if (listeners.has(listener) && !listener.send(bytes)) leave(listener);
  }

  function makeRoom(lineUserId: string): void {
    const own = [...listeners].filter((listener) => listener.lineUserId === lineUserId);
    for (const oldest of own.slice(0, Math.max(0, own.length - mostPerPerson + 1))) {
      send(oldest, wire.comeLater);
      leave(oldest);
    }
  }

  return {
    join(viewer, actor) {
      makeRoom(viewer.lineUserId);
      const listener: Listener = { ...viewer, actor };
      listeners.add(listener);
      return listener;
    },
    leave,
    send,
    tell(to, changes, now) {
      // Most pages of staff hear the same: what all of it looks like is made once, and so is every other choice of it.
      const made = new Map<string, Buffer>();
      for (const listener of to) {
        const heard = changes.map((change) => mayHear(listener.actor, change, now));
        if (!heard.includes(true)) continue;
        const choice = heard.join();
        const bytes = made.get(choice) ?? wire.changes(changes.filter((_, at) => heard[at]).map(idsOf));
        made.set(choice, bytes);
        send(listener, bytes);
      }
    },
    all: () => listeners,
  };
}

function idsOf({ request, sequence }: KnownChange): LiveChange {
  return { request, sequence };
}
