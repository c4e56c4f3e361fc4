import { openSignedTokens } from "#bot/platform/signed-tokens.ts";
import type { PictureSize } from "./picture-store.ts";

export type SignedLinks = {
  /** a token that opens the thumbnail of one file until that moment */
  makeThumbnailLink(fileId: string, until: Date): string;
  /** a token that opens one file, whole, until that moment */
  makeFileLink(fileId: string, until: Date): string;
  /** what a token opens now; null when it is forged, broken or over */
  readLink(token: string, now: Date): { fileId: string; size: PictureSize } | null;
};

/**
 * Links to stored pictures, for LINE's servers and for browsers without a session.
 * @param secret of the installation (the channel secret); only a key derived from it is used
 */
export function openSignedLinks(secret: string): SignedLinks {
  const tokens = openSignedTokens(secret, "picture links");
  return {
    makeThumbnailLink: (fileId, until) => tokens.make(`t.${fileId}`, until),
    makeFileLink: (fileId, until) => tokens.make(`f.${fileId}`, until),
    readLink(token, now) {
      const [, size, fileId] = /^([tf])\.([\w-]{1,60})$/.exec(tokens.read(token, now) ?? "") ?? [];
      return fileId ? { fileId, size: size === "t" ? "thumbnail" : "full" } : null;
    },
  };
}
