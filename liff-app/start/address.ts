/** What LINE's login leaves in the address; kept, a reload would use the code a second time. */
const loginParameters = ["code", "state", "liffClientId", "liffRedirectUri", "error", "error_description"];

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
