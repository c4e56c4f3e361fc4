/** What the page of a phone's mini-app is told before anything else runs in it. */
export interface PageSettings {
  liffId: string;
  channelId: string;
  endpointUrl: string;
  /** Changes with each start of the simulator: what LINE issued before is worth nothing then. */
  run: string;
  /** A login that LINE has agreed to already: its code, and the secret that redeems it. */
  code: string;
  codeVerifier: string;
}

/** What the page tells the phone around it. */
export type FromMiniApp = { fromMiniApp: "closes" } | { fromMiniApp: "title"; title: string } | { fromMiniApp: "opens"; url: string };

/**
 * Lets the page believe that it was opened inside LINE: its person is signed in. The LIFF SDK finds a login under way, code
 * and verifier, and ends it by itself. Runs in the browser, alone: it is sent there as text.
 */
function signIn({ liffId, channelId, endpointUrl, run, code, codeVerifier }: PageSettings): void {
  const prefix = `LIFF_STORE:${liffId}:`;
  const runKey = "simulator-run";
  const soonMs = 60_000;

  function isIdTokenGood(): boolean {
    try {
      const [, claims = ""] = String(JSON.parse(localStorage.getItem(`${prefix}IDToken`) ?? "null")).split(".");
      const { exp } = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/"))) as { exp: number };
      return exp * 1000 > Date.now() + soonMs;
    } catch {
      return false;
    }
  }

  const address = new URL(location.href);
  const hasCookie = document.cookie.includes(`LIFF_STORE:expires:${liffId}=`);
  const isSignedIn = localStorage.getItem(runKey) === run && hasCookie && isIdTokenGood();
  if (isSignedIn || address.searchParams.has("code")) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  localStorage.setItem(runKey, run);
  localStorage.setItem(`${prefix}loginTmp`, JSON.stringify({ codeVerifier }));
  const login = { code, state: "simulator", liffClientId: channelId, liffRedirectUri: endpointUrl };
  for (const [name, value] of Object.entries(login)) address.searchParams.set(name, value);
  history.replaceState(history.state, "", address);
}

/** Sends what is meant for LINE's hosts to the simulator, by way of the page's own origin. */
function reachLine(): void {
  const here = (address: string) => address.replace(/^https:\/\/((?:api|access|liff)\.line\.me)\//, `${location.origin}/-line/$1/`);
  const realFetch = window.fetch.bind(window);
  window.fetch = (input, init) => {
    if (input instanceof Request) return realFetch(here(input.url) === input.url ? input : new Request(here(input.url), input), init);
    return realFetch(here(String(input)), init);
  };
  // liff.login() sets location.href. Browsers without this API never need it: signIn has come first.
  window.navigation?.addEventListener("navigate", (event) => {
    const target = here(event.destination.url);
    if (target === event.destination.url || !event.cancelable) return;
    event.preventDefault();
    location.replace(target);
  });
}

/** Tells the phone around the page what LINE would see: the title, the wish to close, an address that LINE itself opens. */
function tellPhone(): void {
  if (window.parent === window) return;
  // Whoever frames the page is the simulator: nobody else can (CSP), and nothing secret is said.
  const tell = (message: FromMiniApp) => window.parent.postMessage(message, "*");
  const isLines = (url: string) => /^(https:\/\/(line|liff\.line|miniapp\.line)\.me\/|line:)/.test(url);
  window.close = () => tell({ fromMiniApp: "closes" });
  const realOpen = window.open.bind(window);
  window.open = (url, ...rest) => {
    if (url === undefined || !isLines(String(url))) return realOpen(url, ...rest);
    tell({ fromMiniApp: "opens", url: String(url) });
    return null;
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || !isLines(link.href)) return;
    event.preventDefault();
    tell({ fromMiniApp: "opens", url: link.href });
  });
  const tellTitle = () => tell({ fromMiniApp: "title", title: document.title });
  document.addEventListener("DOMContentLoaded", () => {
    tellTitle();
    const title = document.querySelector("title");
    if (title !== null) new MutationObserver(tellTitle).observe(title, { childList: true, characterData: true, subtree: true });
  });
}

/** The script as text. */
export function pageScript(settings: PageSettings): string {
  const functions = [signIn, reachLine, tellPhone].map((part) => `(${part})(settings);`);
  return `{\nconst settings = ${JSON.stringify(settings)};\n${functions.join("\n")}\n}\n`;
}
