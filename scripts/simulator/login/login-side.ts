import { randomUUID } from "node:crypto";
import { type AccessTokens, createAccessTokens } from "#scripts/simulator/tokens.ts";
import { type Codes, createCodes } from "./codes.ts";
import { createIdTokens, type IdTokens, type TokenBend } from "./id-tokens.ts";
import { createLiffApps, type LiffApps } from "./liff-apps.ts";
import { createUserTokens, type UserTokens, userTokenSeconds } from "./user-tokens.ts";

/** The LINE Login channel that the mini-app belongs to. */
export interface LoginChannel {
  id: string;
  secret: string;
}

export interface LoginOptions {
  loginChannel?: LoginChannel | undefined;
  liffApps?: readonly { liffId: string; endpointUrl: string }[] | undefined;
}

/** What a person's page holds once they are signed in. */
export interface SignedIn {
  idToken: string;
  accessToken: string;
  expiresIn: number;
}

/** LINE Login and LIFF: everything that LINE keeps about the mini-app's channel. */
export interface LoginSide {
  channel: LoginChannel;
  /** Of the channel itself, for the LIFF server API. */
  tokens: AccessTokens;
  apps: LiffApps;
  idTokens: IdTokens;
  codes: Codes;
  userTokens: UserTokens;
  signIn(person: { userId: string; displayName: string }, bend?: TokenBend): Promise<SignedIn>;
}

/** Without a Login channel nobody knows its id. */
const noChannel = (): LoginChannel => ({ id: randomUUID(), secret: randomUUID() });

export function createLoginSide({ loginChannel, liffApps = [] }: LoginOptions, clock: () => Date): LoginSide {
  const channel = loginChannel ?? noChannel();
  const idTokens = createIdTokens(clock);
  const userTokens = createUserTokens(clock);
  return {
    channel,
    tokens: createAccessTokens(channel, clock),
    apps: createLiffApps(channel.id, liffApps),
    idTokens,
    codes: createCodes(clock),
    userTokens,
    async signIn({ userId, displayName }, bend) {
      const idToken = await idTokens.issue({ userId, name: displayName, audience: channel.id }, bend);
      return { idToken, accessToken: userTokens.issue(userId), expiresIn: userTokenSeconds };
    },
  };
}
