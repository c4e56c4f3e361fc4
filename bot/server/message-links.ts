import { type LinkMaker, pageUrl } from "#bot/line/render/link-maker.ts";
import type { Config } from "#bot/platform/config.ts";
import type { SignedLinks } from "#bot/services/files/signed-links.ts";

/** A card in the chat may be looked at for so long with its picture, milliseconds. */
const pictureLifeMs = 30 * 86_400_000;

/** The addresses that messages carry: public thumbnails for LINE to fetch, and pages of the mini-app where there is one. */
export function messageLinks({ publicUrl, line }: Pick<Config, "publicUrl" | "line">, links: SignedLinks, now: () => Date): LinkMaker {
  return {
    picture: (fileId) => `${publicUrl}/pictures/${links.makeThumbnailLink(fileId, new Date(now().getTime() + pictureLifeMs))}`,
    page: (page) => pageUrl(line.liffId, page),
  };
}
