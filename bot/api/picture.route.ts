import express, { type Router } from "express";
import { readPicture } from "#bot/services/files/read-picture.ts";
import type { SignedLinks } from "#bot/services/files/signed-links.ts";

/** GET /pictures/:token: one stored file by its signed, expiring link. LINE's servers and phones fetch it without a session. */
export function pictureRoute(links: SignedLinks, now: () => Date): Router {
  const router = express.Router();
  router.get("/pictures/:token", async (request, response) => {
    const link = links.readLink(String(request.params.token), now());
    const picture = link && (await readPicture(link.fileId, link.size));
    if (!picture) {
      response.status(404).json({ error: { code: "picture_not_found", message: "ไม่พบไฟล์นี้ หรือลิงก์หมดอายุแล้วค่ะ" } });
      return;
    }
    response
      .set({
        "cache-control": "private, max-age=86400, immutable",
        "content-disposition": dispositionOf(picture),
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'",
      })
      .type(picture.type)
      .send(picture.bytes);
  });
  return router;
}

/** Pictures are shown; a document is downloaded under its name and never opened as a page of ours. */
function dispositionOf({ type, name }: { type: string; name: string | null }): string {
  if (type.startsWith("image/")) return "inline";
  const encoded = encodeURIComponent(name ?? "file").replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename*=UTF-8''${encoded}`;
}
