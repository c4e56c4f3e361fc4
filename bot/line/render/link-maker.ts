/** Makes addresses that LINE's servers can fetch. */
export type LinkMaker = {
  /** public https thumbnail of a stored picture; null shows none */
  picture(fileId: string): string | null;
};

/** Media must be https (LINE's rule); loopback stands in for it where the platform is a simulator. */
export function pictureUrl(fileId: string, links: LinkMaker, max: number): string | null {
  const url = links.picture(fileId);
  if (url === null || url.length > max || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  const isLoopback = hostname === "127.0.0.1" || hostname === "localhost" || hostname.endsWith(".localhost");
  return protocol === "https:" || (protocol === "http:" && isLoopback) ? url : null;
}
