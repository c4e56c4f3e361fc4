import { createHmac, timingSafeEqual } from "node:crypto";
import type { Channel } from "./types.ts";

export interface AccessTokens {
  issue(seconds: number): string;
  /** Seconds the token still has, or undefined when it is not ours, over, or revoked. */
  secondsLeft(token: string): number | undefined;
  revoke(token: string): void;
}

/** Access tokens carry their own end and a seal, so that one issued before a restart of the simulator still counts. */
export function createAccessTokens(channel: Pick<Channel, "id" | "secret">, clock: () => Date): AccessTokens {
  const revoked = new Set<string>();
  /** Ends of the tokens issued or read before: the seal is checked once, not for each call. */
  const ends = new Map<string, number>();
  const seal = (payload: string) => createHmac("sha256", channel.secret).update(payload).digest("base64url");
  const isSealed = (payload: string, given: string) => {
    const expected = Buffer.from(seal(payload));
    const actual = Buffer.from(given);
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  };
  const endOf = (token: string): number | undefined => {
    const known = ends.get(token);
    if (known !== undefined) return known;
    const [payload = "", given = ""] = token.split(".");
    if (!isSealed(payload, given)) return undefined;
    const [, until]: [string, number] = JSON.parse(Buffer.from(payload, "base64url").toString());
    ends.set(token, until);
    return until;
  };
  let issued = 0;
  return {
    issue(seconds) {
      issued += 1;
      const payload = Buffer.from(JSON.stringify([channel.id, clock().getTime() + seconds * 1000, issued])).toString("base64url");
      return `${payload}.${seal(payload)}`;
    },
    secondsLeft(token) {
      const until = endOf(token);
      if (until === undefined || revoked.has(token)) return undefined;
      const left = Math.floor((until - clock().getTime()) / 1000);
      return left > 0 ? left : undefined;
    },
    revoke: (token) => void revoked.add(token),
  };
}
