import { isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import { liff } from "#liff-app/liff.ts";
import { readHomeEarly } from "#liff-app/pages/home/early-home.ts";
import type { getMe, Me } from "#models/contracts/me.contract.ts";
import type { closeSession, openSession } from "#models/contracts/session.contract.ts";
import { liffUrlOfThisPage } from "./address.ts";

/** Set while we are away at LINE's login: coming back from there without a session must not send the person again. */
const sentKey = "sent-to-login";
/** Set by the person who signs out: on a school's shared PC LINE would sign the same one in again at once. */
const signedOutKey = "signed-out";
/** Whose session the cookie is: a phone may change its LINE account, and the cookie would stay. */
const ownerKey = "session-of";

/** The person signed in; null when they are not and have been at LINE's login in vain. Never resolves when the page is left. */
export async function signIn(liffId: string, early: Promise<Me | null>): Promise<Me | null> {
  const me = isSomebodyElse() ? null : await early;
  if (me) return arrived(me);
  if (await exchangeIdToken()) {
    readHomeEarly();
    return arrived(await ask<typeof getMe>("get /me"));
  }
  if (sessionStorage.getItem(sentKey)) return null;
  goToLogin(liffId);
  return new Promise(() => {});
}

/** Who the cookie says this is; null without a session. */
export async function whoIsThis(): Promise<Me | null> {
  try {
    return await ask<typeof getMe>("get /me");
  } catch (error) {
    if (isApiError(error) && error.status === 401) return null;
    throw error;
  }
}

/** Gets a session for the ID token at hand; false when there is none, or it was refused (they live an hour). */
export async function exchangeIdToken(): Promise<boolean> {
  const idToken = liff.isLoggedIn() ? liff.getIDToken() : null;
  if (!idToken) return false;
  try {
    await ask<typeof openSession>("post /session", { body: { idToken } });
  } catch (error) {
    if (isApiError(error) && (error.status === 401 || error.status === 400)) return false;
    throw error;
  }
  localStorage.setItem(ownerKey, subjectOf(idToken));
  return true;
}

/**
 * Leaves the page for LINE's login and comes back to it. Inside LINE its login cannot be used (D:developing-liff-apps): there
 * the page is opened anew. LIFF must forget its tokens first, since it takes a newer ID token only where it has none.
 */
export function goToLogin(liffId: string): void {
  sessionStorage.setItem(sentKey, "1");
  if (liff.isLoggedIn()) liff.logout();
  if (liff.isInClient()) location.replace(liffUrlOfThisPage(liffId));
  else liff.login({ redirectUri: location.href });
}

/** The person asks to get in: the way to LINE's login is free again. */
export function freeLogin(): void {
  sessionStorage.removeItem(sentKey);
  sessionStorage.removeItem(signedOutKey);
}

/** Ends the session here and LINE's in this page, and says so. */
export async function signOut(): Promise<void> {
  await ask<typeof closeSession>("delete /session");
  if (liff.isLoggedIn()) liff.logout();
  sessionStorage.setItem(signedOutKey, "1");
  location.assign("/liff/");
}

export const isSignedOut = (): boolean => sessionStorage.getItem(signedOutKey) !== null;

function arrived(me: Me): Me {
  freeLogin();
  return me;
}

function isSomebodyElse(): boolean {
  const idToken = liff.isLoggedIn() ? liff.getIDToken() : null;
  const owner = localStorage.getItem(ownerKey);
  return Boolean(idToken && owner && subjectOf(idToken) !== owner);
}

/** For comparing only: the server checks the token. */
function subjectOf(idToken: string): string {
  const payload = idToken.split(".")[1] ?? "";
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof claims === "object" && claims && "sub" in claims ? String(claims.sub) : "";
  } catch {
    return "";
  }
}
