import { channelAccessToken } from "@line/bot-sdk";
import type { LineConfig, LineLog } from "./config.ts";
import { withinTime } from "./time-limit.ts";

/** The channel's token, given out from memory while it lives. */
export type TokenSource = {
  /** The present token; a promise only when a new one must be awaited. Rejects when LINE gives none. */
  get(): string | Promise<string>;
  /** Called when LINE answered 401: true when asking again with `get()` can help. */
  drop(token: string): boolean;
};

type Held = { token: string; renewAt: number; endsAt: number };

/** A stateless token lives 15 minutes; a new one is fetched beside the old one during its last three. */
const renewBeforeEndMs = 3 * 60_000;
/** A token about to end could end on its way. */
const safetyMs = 10_000;
/** After a renewal that failed the old token goes on serving meanwhile. */
const retryRenewalMs = 5_000;

/** Stateless tokens: unlimited in number, so every process keeps its own. One request at a time, whoever asks. */
export function statelessTokens(config: LineConfig, log: LineLog, now: () => number): TokenSource {
  const client = new channelAccessToken.ChannelAccessTokenClient({ baseURL: config.apiBaseUrl });
  let held: Held | null = null;
  let renewing: Promise<string> | null = null;

  async function issue(): Promise<string> {
    const askedAt = now();
    const issued = await withinTime(client.issueStatelessChannelTokenByClientSecret(config.channelId, config.channelSecret));
    const endsAt = askedAt + issued.expires_in * 1000 - safetyMs;
    const lifeMs = endsAt - askedAt;
    held = { token: issued.access_token, endsAt, renewAt: endsAt - Math.min(renewBeforeEndMs, lifeMs / 2) };
    return held.token;
  }

  function renew(): Promise<string> {
    renewing ??= issue().finally(() => {
      renewing = null;
    });
    return renewing;
  }

  function renewBeside(current: Held): void {
    current.renewAt = now() + retryRenewalMs;
    renew().catch((error: unknown) => log.warn({ err: error }, "LINE token not renewed; the present one still serves"));
  }

  return {
    get() {
      const time = now();
      if (held === null || time >= held.endsAt) return renew();
      if (time >= held.renewAt) renewBeside(held);
      return held.token;
    },
    drop(token) {
      if (held?.token === token) held = null;
      return true;
    },
  };
}

/** A long-lived token from the console: nothing to renew. */
export function fixedToken(token: string): TokenSource {
  return { get: () => token, drop: () => false };
}
