/** A LIFF app as the phones know it: its id and the address that it opens at. */
export interface LiffEndpoint {
  liffId: string;
  endpointUrl: string;
}

const liffHosts = new Set(["liff.line.me", "miniapp.line.me"]);

/**
 * Where a LIFF URL (`https://liff.line.me/<id>/path?query#hash`) opens. As at LINE, what follows the id comes to the endpoint
 * as `liff.state`, and the SDK goes there. Undefined for any other address.
 */
export function openLiffUrl(address: string, { liffId, endpointUrl }: LiffEndpoint): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, search, hash } = new URL(address);
  const [, id, ...rest] = pathname.split("/");
  if (!liffHosts.has(hostname) || id !== liffId) return undefined;
  if (new URLSearchParams(search).has("liff.state")) return endpointUrl + search;
  const state = `${rest.length > 0 ? `/${rest.join("/")}` : ""}${search}${hash}`;
  return state === "" ? endpointUrl : `${endpointUrl}?liff.state=${encodeURIComponent(state)}`;
}
