export interface CookieJar {
  /** Keeps what a server set. */
  keep(setCookies: readonly string[]): void;
  /** The Cookie header for a path; undefined when there is none. */
  headerFor(path: string): string | undefined;
}

interface Cookie {
  name: string;
  value: string;
  path: string;
  until: number;
}

function parse(line: string, now: number): Cookie {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  const of = (name: string) => attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const maxAge = of("max-age");
  const expires = of("expires");
  const until = maxAge !== undefined ? now + Number(maxAge) * 1000 : expires !== undefined ? Date.parse(expires) : Number.POSITIVE_INFINITY;
  return { name: pair.slice(0, at), value: pair.slice(at + 1), path: of("path") ?? "/", until };
}

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);

/** One person's cookies of one server. A browser would share them among all the ports of this machine. */
export function createCookieJar(clock: () => number = Date.now): CookieJar {
  const cookies = new Map<string, Cookie>();
  return {
    keep(setCookies) {
      for (const line of setCookies) {
        const cookie = parse(line, clock());
        cookies.set(`${cookie.path} ${cookie.name}`, cookie);
      }
    },
    headerFor(path) {
      const sent = [...cookies.values()].filter((one) => one.until > clock() && isBelow(path, one.path));
      return sent.length === 0 ? undefined : sent.map(({ name, value }) => `${name}=${value}`).join("; ");
    },
  };
}
