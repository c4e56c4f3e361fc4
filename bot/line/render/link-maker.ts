import { type Page, pathOf } from "#models/messages/page.ts";

/** Makes the addresses that messages carry. */
export type LinkMaker = {
  /** public https thumbnail of a stored picture; null shows none */
  picture(fileId: string): string | null;
  /** opens a page of the mini-app inside LINE; null where the office has none */
  page(page: Page): string | null;
};

/** The address of a page in the mini-app with this LIFF id: LINE opens it in its own browser, on the phone and on a PC. */
export function pageUrl(liffId: string | null | undefined, page: Page): string | null {
  if (!liffId) return null;
  const path = pathOf(page);
  return `https://liff.line.me/${liffId}${path === "" ? "" : `/${path}`}`;
}

/** Media must be https (LINE's rule); loopback stands in for it where the platform is a simulator. */
export function pictureUrl(fileId: string, links: LinkMaker, max: number): string | null {
  const url = links.picture(fileId);
  if (url === null || url.length > max || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  const isLoopback = hostname === "127.0.0.1" || hostname === "localhost" || hostname.endsWith(".localhost");
  return protocol === "https:" || (protocol === "http:" && isLoopback) ? url : null;
}
