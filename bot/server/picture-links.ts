import type { LinkMaker } from "#bot/line/render/link-maker.ts";
import type { SignedLinks } from "#bot/services/files/signed-links.ts";

/** A card in the chat may be looked at for so long with its picture, milliseconds. */
const pictureLifeMs = 30 * 86_400_000;

/** Public addresses of thumbnails, for LINE to fetch. */
export function pictureLinks(publicUrl: string, links: SignedLinks, now: () => Date): LinkMaker {
  return {
    picture: (fileId) => `${publicUrl}/pictures/${links.makeThumbnailLink(fileId, new Date(now().getTime() + pictureLifeMs))}`,
  };
}
