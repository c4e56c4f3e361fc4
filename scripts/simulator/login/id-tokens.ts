import { generateKeyPairSync, randomUUID } from "node:crypto";
import { errors, exportJWK, type JWTPayload, jwtVerify, SignJWT } from "jose";

const issuer = "https://access.line.me";
/** LINE's ID tokens are good for an hour. */
const lifeSeconds = 60 * 60;

/** How a test bends a token. `forged`: signed by somebody else, under LINE's key id. */
export interface TokenBend {
  expired?: boolean;
  audience?: string;
  forged?: boolean;
}

export interface IdTokens {
  /** The public keys, as `/oauth2/v2.1/certs` shows them. */
  certs(): Promise<{ keys: object[] }>;
  issue(claims: { userId: string; name: string; audience: string }, bend?: TokenBend): Promise<string>;
  /** The claims, or LINE's words for what is wrong. */
  verify(token: string, audience: string): Promise<{ claims: JWTPayload } | { problem: string }>;
}

const newKey = () => generateKeyPairSync("ec", { namedCurve: "P-256" });

/** LINE's words, as its reference lists them. */
function problemOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return "IdToken expired.";
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === "aud") return "Invalid IdToken Audience.";
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === "iss") return "Invalid IdToken Issuer.";
  return "Invalid IdToken.";
}

/** ID tokens as LIFF gets them: ES256, with a key of this simulator's own. */
export function createIdTokens(clock: () => Date): IdTokens {
  const key = newKey();
  const kid = randomUUID();
  return {
    certs: async () => ({ keys: [{ ...(await exportJWK(key.publicKey)), kid, alg: "ES256", use: "sig" }] }),
    issue({ userId, name, audience }, bend = {}) {
      const now = Math.floor(clock().getTime() / 1000);
      const issuedAt = bend.expired === true ? now - 2 * lifeSeconds : now;
      return new SignJWT({ amr: ["linesso"], name })
        .setProtectedHeader({ alg: "ES256", kid, typ: "JWT" })
        .setIssuer(issuer)
        .setSubject(userId)
        .setAudience(bend.audience ?? audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifeSeconds)
        .sign(bend.forged === true ? newKey().privateKey : key.privateKey);
    },
    async verify(token, audience) {
      try {
        const { payload } = await jwtVerify(token, key.publicKey, { algorithms: ["ES256"], issuer, audience, currentDate: clock() });
        return { claims: payload };
      } catch (error) {
        return { problem: problemOf(error) };
      }
    },
  };
}
