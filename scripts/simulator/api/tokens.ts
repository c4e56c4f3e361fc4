import type { Platform } from "#scripts/simulator/platform.ts";
import { type Answer, type ApiRequest, type Endpoint, ok } from "./endpoint.ts";

const statelessSeconds = 15 * 60;
const shortLivedSeconds = 30 * 24 * 60 * 60;

const oauthError = (error: string, description: string): Answer => ({ status: 400, json: { error, error_description: description } });
const fieldsOf = (body: unknown): Record<string, unknown> => (typeof body === "object" && body !== null ? { ...body } : {});

function issue(seconds: number) {
  return (platform: Platform, request: ApiRequest): Answer => {
    const { grant_type, client_id, client_secret } = fieldsOf(request.body);
    if (grant_type !== "client_credentials") return oauthError("unsupported_grant_type", "grant_type must be client_credentials");
    if (client_id !== platform.channel.id || client_secret !== platform.channel.secret) {
      return oauthError("invalid_client", "invalid client_id or client_secret");
    }
    return ok({ token_type: "Bearer", access_token: platform.tokens.issue(seconds), expires_in: seconds });
  };
}

function verify(platform: Platform, token: unknown): Answer {
  const seconds = typeof token === "string" ? platform.tokens.secondsLeft(token) : undefined;
  if (seconds === undefined) return oauthError("invalid_request", "access token expired");
  return ok({ client_id: platform.channel.id, expires_in: seconds, scope: "" });
}

function revoke(platform: Platform, request: ApiRequest): Answer {
  platform.tokens.revoke(String(fieldsOf(request.body).access_token));
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
    act: (platform, request) => verify(platform, fieldsOf(request.body).access_token),
  },
  {
    name: "verify-token",
    method: "get",
    path: "/oauth2/v2.1/verify",
    auth: "none",
    act: (platform, request) => verify(platform, request.query.access_token),
  },
  { ...form, name: "revoke-token", path: "/v2/oauth/revoke", act: revoke },
  { ...form, name: "revoke-token", path: "/oauth2/v2.1/revoke", act: revoke },
];
