import type { BrowserContextOptions } from "playwright-core";
import { type Line, testLiffId, testLoginChannel } from "#test/support/simulator.ts";

/** Where the LIFF SDK keeps what it knows, in localStorage; when the access token ends stands in a cookie of its own. */
const keyOf = (name: string) => `LIFF_STORE:${testLiffId}:${name}`;

/**
 * What the LIFF SDK would have left in a browser whose owner has signed in before: it asks LINE for nothing more.
 * `expired`: an hour has passed since, the ID token is over.
 */
export async function signedInState(
  line: Line,
  userId: string,
  origin: string,
  expired = false,
): Promise<NonNullable<BrowserContextOptions["storageState"]>> {
  const { idToken, accessToken, expiresIn } = await line.operations.signIn({ userId, expired });
  const context = { type: "external", liffId: testLiffId, endpointUrl: `${origin}/liff/`, permanentLinkPattern: "concat" };
  const kept = {
    accessToken,
    IDToken: idToken,
    decodedIDToken: JSON.parse(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString()),
    clientId: testLoginChannel.id,
    context: { ...context, scope: ["openid", "profile"], availability: {} },
  };
  const until = Date.now() + expiresIn * 1000;
  return {
    cookies: [
      {
        name: `LIFF_STORE:expires:${testLiffId}`,
        value: String(until),
        domain: new URL(origin).hostname,
        path: "/",
        expires: Math.floor(until / 1000),
        httpOnly: false,
        secure: false,
        sameSite: "Lax",
      },
    ],
    origins: [{ origin, localStorage: Object.entries(kept).map(([name, value]) => ({ name: keyOf(name), value: JSON.stringify(value) })) }],
  };
}
