/** What LINE's login leaves in the address; kept, a reload would use the code a second time. */
const loginParameters = ["code", "state", "liffClientId", "liffRedirectUri", "error", "error_description", "liffIsEscapedFromApp"];

/** Call it once LIFF has started, never before: it reads these itself. */
export function stripLoginParameters(): void {
  const url = new URL(location.href);
  if (!loginParameters.some((name) => url.searchParams.has(name))) return;
  for (const name of loginParameters) url.searchParams.delete(name);
  history.replaceState(history.state, "", url);
}

/** The same page through LINE, which gives a fresh ID token. */
export function liffUrlOfThisPage(liffId: string): string {
  const path = location.pathname.replace(/^\/liff\/?/, "/");
  return `https://liff.line.me/${liffId}${path === "/" ? "" : path}${location.search}${location.hash}`;
}

/**
 * On Android, in a tab that LINE's app opened with a login code, LIFF loads a dialog of LINE's from a host that nobody else
 * needs, and where it is closed waits for ever. It does without where the address says that this was seen to.
 */
export function leaveOutLinesDialog(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has("liffClientId")) return;
  url.searchParams.set("liffIsEscapedFromApp", "true");
  history.replaceState(history.state, "", url);
}
