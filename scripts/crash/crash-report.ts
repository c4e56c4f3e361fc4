import type { ApiCall } from "#scripts/simulator/types.ts";
import { checkLedger, type Evidence, isAccepted, type Problem } from "./check-ledger.ts";
import { describeProblems } from "./describe-problems.ts";

export type CrashReport = {
  seed: number;
  seconds: number;
  kills: number;
  chats: number;
  requests: number;
  replies: number;
  pushes: number;
  /** messages that LINE had accepted when the server died, tried again by the next one and not delivered twice */
  triedAgain: number;
  redelivered: number;
  problems: Problem[];
  /** the first broken chats as they stand, and the servers' last words; empty when there is no problem */
  details: string;
};

type Run = { seed: number; chats: number; killsWanted: number; kills: number; seconds: number; serverLines: string[] };

/** Judges the evidence and puts it into figures. */
export function reportOf(run: Run, evidence: Evidence): CrashReport {
  const { calls, events, stored } = evidence;
  const missing = run.killsWanted - run.kills;
  const problems = [
    ...(missing > 0 ? [{ chatId: null, what: `${missing} of ${run.killsWanted} kills found no server to kill` }] : []),
    ...checkLedger(evidence),
  ];
  const accepted = (endpoint: string) => calls.filter((call) => call.endpoint === endpoint && isAccepted(call)).length;
  return {
    seed: run.seed,
    seconds: run.seconds,
    kills: run.kills,
    chats: run.chats,
    requests: stored.requests.length,
    replies: accepted("reply"),
    pushes: accepted("push"),
    triedAgain: calls.filter(isTriedAgain(calls)).length,
    redelivered: events.filter(({ attempts }) => attempts.length > 1).length,
    problems,
    details: problems.length === 0 ? "" : describeProblems(run.seed, problems, evidence, run.serverLines),
  };
}

/** A reply token that was used up already, a retry key that was accepted already. */
function isTriedAgain(calls: ApiCall[]): (call: ApiCall) => boolean {
  const used = new Set(calls.filter(isAccepted).map(({ replyToken, retryKey }) => replyToken ?? retryKey));
  return ({ endpoint, status, replyToken, retryKey }) =>
    (endpoint === "reply" && status === 400 && used.has(replyToken)) || (endpoint === "push" && status === 409 && used.has(retryKey));
}
