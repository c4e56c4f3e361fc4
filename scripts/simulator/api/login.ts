import type { Platform } from "#scripts/simulator/platform.ts";
import { type Answer, type ApiRequest, type Endpoint, notFound, oauthError, ok, refuse, textFields } from "./endpoint.ts";
import { endpointUrlFor } from "./liff-apps.ts";

/** Who is signed in to LINE in this browser; stands for the cookie of LINE's own login page. */
export const personHeader = "x-simulator-person";

const isWithin = (address: string, endpointUrl: string): boolean =>
  URL.canParse(address) && new URL(address).href.startsWith(endpointUrl.replace(/\/$/, ""));

/** The login page, for somebody who is signed in to LINE already and has agreed: it sends back at once. */
function authorize(platform: Platform, request: ApiRequest): Answer {
  const { app_id = "", state = "", response_type, code_challenge_method, code_challenge = "", redirect_uri } = request.query;
  const app = platform.login.apps.get(app_id);
  if (app === undefined) return oauthError("invalid_request", "app_id is not found");
  if (response_type !== "code" || code_challenge_method !== "S256" || code_challenge === "") {
    return oauthError("invalid_request", "response_type must be code, with a code_challenge of S256");
  }
  const endpointUrl = endpointUrlFor(app, request);
  const redirectUri = redirect_uri ?? endpointUrl;
  if (!isWithin(redirectUri, endpointUrl)) return oauthError("invalid_request", "redirect_uri does not start with the endpoint URL");
  const user = platform.chats.users.get(request.header(personHeader) ?? "");
  if (user === undefined) return refuse(401, "Nobody is signed in to LINE in this browser.");
  const code = platform.login.codes.issue({ userId: user.userId, liffId: app.liffId, redirectUri, challenge: code_challenge });
  const back = new URL(redirectUri);
  const answer = { code, state, liffClientId: platform.login.channel.id, liffRedirectUri: redirectUri };
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
  return { status: 302, headers: { location: back.href }, note: { recipients: [user.userId] } };
}

async function exchangeCode({ login, chats }: Platform, { body }: ApiRequest): Promise<Answer> {
  const { grant_type, client_id, appId, code = "", code_verifier = "", redirect_uri } = textFields(body);
  if (grant_type !== "authorization_code") return oauthError("unsupported_grant_type", "grant_type must be authorization_code");
  if (client_id !== login.channel.id) return oauthError("invalid_client", "invalid client_id");
  const grant = login.codes.redeem(code, code_verifier);
  if (grant === undefined || grant.liffId !== appId) return oauthError("invalid_grant", "invalid authorization code");
  if (grant.redirectUri !== redirect_uri) return oauthError("invalid_grant", "redirect_uri does not match");
  const { idToken, accessToken, expiresIn } = await login.signIn(chats.user(grant.userId));
  return ok(
    { access_token: accessToken, id_token: idToken, token_type: "Bearer", scope: "openid profile", expires_in: expiresIn },
    { recipients: [grant.userId] },
  );
}

async function verifyIdToken({ login }: Platform, { body }: ApiRequest): Promise<Answer> {
  const { id_token, client_id } = textFields(body);
  if (id_token === undefined) return oauthError("invalid_request", "id_token must not be empty");
  if (client_id === undefined) return oauthError("invalid_request", "client_id must not be empty");
  const verified = await login.idTokens.verify(id_token, client_id);
  return "claims" in verified ? ok(verified.claims) : oauthError("invalid_request", verified.problem);
}

/** Whose access token the call came with; `auth: "user"` has seen to it that there is one. */
function callerOf({ login, chats }: Platform, { header }: ApiRequest) {
  const token = header("authorization")?.replace(/^Bearer /, "") ?? "";
  return chats.users.get(login.userTokens.read(token)?.userId ?? "");
}

function profile(platform: Platform, request: ApiRequest): Answer {
  const user = callerOf(platform, request);
  return user === undefined ? notFound() : ok({ userId: user.userId, displayName: user.displayName }, { recipients: [user.userId] });
}

function friendship(platform: Platform, request: ApiRequest): Answer {
  const user = callerOf(platform, request);
  return user === undefined ? notFound() : ok({ friendFlag: user.isFriend }, { recipients: [user.userId] });
}

const open = { auth: "none", isForBrowsers: true } as const;
const personal = { method: "get", auth: "user", isForBrowsers: true } as const;

/** LINE Login as the LIFF SDK and our server use it. On LINE `authorize` lives on access.line.me. */
export const loginEndpoints: Endpoint[] = [
  { ...open, name: "authorize", method: "get", path: "/liff/v1/authorize", act: authorize },
  { ...open, name: "login-token", method: "post", path: "/oauth2/v2.1/token", body: "form", act: exchangeCode },
  { ...open, name: "certs", method: "get", path: "/oauth2/v2.1/certs", act: async ({ login }) => ok(await login.idTokens.certs()) },
  { ...open, name: "verify-id-token", method: "post", path: "/oauth2/v2.1/verify", body: "form", act: verifyIdToken },
  { ...personal, name: "user-profile", path: "/v2/profile", act: profile },
  { ...personal, name: "friendship", path: "/friendship/v1/status", act: friendship },
];
