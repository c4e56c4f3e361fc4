import { randomBytes } from "node:crypto";

export interface UserTokens {
  issue(userId: string): string;
  /** Whose token it is, and the seconds it still has; undefined when it is not ours or over. */
  read(token: string): { userId: string; secondsLeft: number } | undefined;
}

/** A LIFF access token is good for twelve hours. */
export const userTokenSeconds = 12 * 60 * 60;

/** Access tokens of people, made when they sign in to a mini-app. */
export function createUserTokens(clock: () => Date): UserTokens {
  const tokens = new Map<string, { userId: string; until: number }>();
  return {
    issue(userId) {
      const token = randomBytes(32).toString("base64url");
      tokens.set(token, { userId, until: clock().getTime() + userTokenSeconds * 1000 });
      return token;
    },
    read(token) {
      const found = tokens.get(token);
      if (found === undefined) return undefined;
      const secondsLeft = Math.floor((found.until - clock().getTime()) / 1000);
      return secondsLeft > 0 ? { userId: found.userId, secondsLeft } : undefined;
    },
  };
}
