import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
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
 * Links that cannot be guessed and end by themselves, without a word in the database: every process that has the secret reads them.
 * @param secret of the installation (the channel secret); only a key derived from it is used
 */
export function openSignedLinks(secret: string): SignedLinks {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "picture links", 32));
  const sign = (body: string) => createHmac("sha256", key).update(body).digest().subarray(0, 18);
  const make = (size: "t" | "f", fileId: string, until: Date) => {
    const body = `${size}.${fileId}.${Math.ceil(until.getTime() / 1000).toString(36)}`;
    return `${body}.${sign(body).toString("base64url")}`;
  };
  return {
    makeThumbnailLink: (fileId, until) => make("t", fileId, until),
    makeFileLink: (fileId, until) => make("f", fileId, until),
    readLink(token, now) {
      const [, body = "", size, fileId = "", end = "", signature = ""] =
        /^(([tf])\.([\w-]{1,60})\.([0-9a-z]{1,10}))\.([\w-]{24})$/.exec(token) ?? [];
      const given = Buffer.from(signature, "base64url");
      const expected = sign(body);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      if (Number.parseInt(end, 36) * 1000 <= now.getTime()) return null;
      return { fileId, size: size === "t" ? "thumbnail" : "full" };
    },
  };
}
