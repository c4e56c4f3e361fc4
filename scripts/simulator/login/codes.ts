import { createHash, randomBytes } from "node:crypto";

/** What a person agreed to on LINE's login page. */
export interface Grant {
  userId: string;
  liffId: string;
  redirectUri: string;
  /** S256 of the verifier that only the page that asked knows (PKCE). */
  challenge: string;
}

export interface Codes {
  issue(grant: Grant): string;
  /** Gives what a code stands for, once; undefined when the code is unknown, used, too old, or its verifier is another. */
  redeem(code: string, verifier: string): Grant | undefined;
}

/** LINE's authorization codes live ten minutes. */
const lifeMs = 10 * 60 * 1000;

export function createCodes(clock: () => Date): Codes {
  const codes = new Map<string, Grant & { until: number }>();
  return {
    issue(grant) {
      const code = randomBytes(15).toString("base64url");
      codes.set(code, { ...grant, until: clock().getTime() + lifeMs });
      return code;
    },
    redeem(code, verifier) {
      const found = codes.get(code);
      codes.delete(code);
      if (found === undefined || found.until < clock().getTime()) return undefined;
      return createHash("sha256").update(verifier).digest("base64url") === found.challenge ? found : undefined;
    },
  };
}
