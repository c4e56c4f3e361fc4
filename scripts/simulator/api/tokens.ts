import type { Platform } from "#scripts/simulator/platform.ts";
import { type Answer, type ApiRequest, type Endpoint, oauthError, ok, textFields } from "./endpoint.ts";

const statelessSeconds = 15 * 60;
const shortLivedSeconds = 30 * 24 * 60 * 60;

/** The two channels of an office: the bot's and the mini-app's. */
const channelsOf = ({ channel, tokens, login }: Platform) => [
  { channel, tokens },
  { channel: login.channel, tokens: login.tokens },
];

function issue(seconds: number) {
  return (platform: Platform, { body }: ApiRequest): Answer => {
    const { grant_type, client_id, client_secret } = textFields(body);
    if (grant_type !== "client_credentials") return oauthError("unsupported_grant_type", "grant_type must be client_credentials");
    const found = channelsOf(platform).find(({ channel }) => channel.id === client_id && channel.secret === client_secret);
    if (found === undefined) return oauthError("invalid_client", "invalid client_id or client_secret");
    return ok({ token_type: "Bearer", access_token: found.tokens.issue(seconds), expires_in: seconds });
  };
}

/** A channel's token, or that of a person who signed in to its mini-app. */
function verify(platform: Platform, token: string | undefined): Answer {
  if (token === undefined) return oauthError("invalid_request", "access token expired");
  const person = platform.login.userTokens.read(token);
  if (person !== undefined) return ok({ scope: "openid profile", client_id: platform.login.channel.id, expires_in: person.secondsLeft });
  for (const { channel, tokens } of channelsOf(platform)) {
    const seconds = tokens.secondsLeft(token);
    if (seconds !== undefined) return ok({ client_id: channel.id, expires_in: seconds, scope: "" });
  }
  return oauthError("invalid_request", "access token expired");
}

function revoke(platform: Platform, { body }: ApiRequest): Answer {
  for (const { tokens } of channelsOf(platform)) tokens.revoke(textFields(body).access_token ?? "");
  return ok();
}

const form = { method: "post", body: "form", auth: "none" } as const;

export const tokenEndpoints: Endpoint[] = [
  { ...form, name: "token", path: "/oauth2/v3/token", act: issue(statelessSeconds) },
  { ...form, name: "short-lived-token", path: "/v2/oauth/accessToken", act: issue(shortLivedSeconds) },
  {
    ...form,
    name: "verify-token",
    path: "/v2/oauth/verify",
    act: (platform, request) => verify(platform, textFields(request.body).access_token),
  },
  {
    name: "verify-token",
    method: "get",
    path: "/oauth2/v2.1/verify",
    auth: "none",
    isForBrowsers: true,
    act: (platform, request) => verify(platform, request.query.access_token),
  },
  { ...form, name: "revoke-token", path: "/v2/oauth/revoke", act: revoke },
  { ...form, name: "revoke-token", path: "/oauth2/v2.1/revoke", act: revoke },
];
