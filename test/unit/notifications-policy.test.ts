import { expect, it } from "vitest";
import { type Channel, channelFor, type Plan, strongest, type ToldAs } from "#bot/notifications/policy.ts";
import { urgencies } from "#models/conversations/understanding.ts";
import { type NoticeEvent, noticeEvents } from "#models/workflows/define-workflow.ts";

const short: Record<string, Channel> = { N: "now", D: "digest", R: "ride-along", B: "badge" };

// Written by hand from the page on notices: critical, high, normal, low; the free plan, then 15,000 and more.
const expected: Record<NoticeEvent, Record<ToldAs, string>> = {
  "new-work": { requester: "BBBB BBBB", worker: "NNDD NNNN", head: "NNDD NNDD" },
  assigned: { requester: "BBBB BBBB", worker: "NNDD NNNN", head: "NNDD NNNN" },
  reopened: { requester: "BBBB BBBB", worker: "NNDD NNNN", head: "NNDD NNDD" },
  asked: { requester: "NBBB NNNN", worker: "NNDD NNNN", head: "NNDD NNNN" },
  answered: { requester: "BBBB NNNN", worker: "NNDD NNNN", head: "NNDD NNNN" },
  result: { requester: "BBBB NNNN", worker: "NNDD NNDD", head: "NNDD NNDD" },
  progress: { requester: "BBBB BBBB", worker: "NNDD NNDD", head: "RRRR RRRR" },
  decision: { requester: "NBBB NNNN", worker: "NNDD NNNN", head: "NNDD NNNN" },
  deadline: { requester: "NNNN NNNN", worker: "NNNN NNNN", head: "NNNN NNNN" },
};

const plans: Plan[] = ["free", "paid"];

it.each(noticeEvents.flatMap((event) => (["requester", "worker", "head"] as const).map((as) => [event, as] as const)))(
  "says how %s reaches a %s, by urgency and plan",
  (event, as) => {
    const channels = plans.map((plan) => urgencies.map((urgency) => channelFor({ event, as, urgency }, plan)));
    expect(channels).toEqual(expected[event][as].split(" ").map((row) => [...row].map((letter) => short[letter])));
  },
);

it("takes of several ways the one that reaches the person first", () => {
  expect(strongest(["badge", "now", "digest"])).toBe("now");
  expect(strongest(["ride-along", "badge"])).toBe("badge");
  expect(strongest([])).toBe("ride-along");
});
