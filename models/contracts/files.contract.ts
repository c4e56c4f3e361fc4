import { z } from "zod";
import { defineContract } from "./contract.ts";
import { documentTypes } from "./document-types.ts";
import { id, photo, storedFile } from "./parts.ts";

/** LINE takes no larger picture either. Bytes. */
const mostBytes = 10 * 1024 * 1024;

const params = z.strictObject({ id });

export const uploadFile = defineContract({
  method: "put",
  path: "/files/:uploadId",
  summary: "Store a picture, loose until a request takes it; the same upload id gives the same file again",
  asks: "person",
  // Made by the phone, one for each picture: a try whose answer was lost is sent again under it.
  params: z.strictObject({ uploadId: z.string().regex(/^[\w-]{8,60}$/) }),
  // HEIC is read only to say what to do about it: nothing here can open one.
  upload: { types: ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"], maxBytes: mostBytes },
  response: photo,
  errors: ["not_a_picture"],
});

export const uploadDocument = defineContract({
  method: "put",
  path: "/documents/:uploadId",
  summary: "Store a document (PDF, Word, Excel, PowerPoint) or a picture under its name; the same upload id gives the same file again",
  asks: "person",
  params: z.strictObject({ uploadId: z.string().regex(/^[\w-]{8,60}$/) }),
  query: z.strictObject({ name: z.string().min(1).max(300) }),
  // What the phone says it is; what it is, its content says.
  upload: { types: documentTypes, maxBytes: mostBytes },
  response: storedFile,
  errors: ["not_a_document", "too_large", "too_many"],
});

export const linkFile = defineContract({
  method: "post",
  path: "/files/:id/link",
  summary:
    "An address, good for five minutes without a session, that opens the whole file outside LINE; a document is downloaded under its name",
  asks: "person",
  params,
  // Below the server's own origin, as thumbnails are.
  response: z.object({ url: z.string() }),
  errors: ["not_found"],
});

export const removeFile = defineContract({
  method: "delete",
  path: "/files/:id",
  summary: "Remove one's own picture that no request has taken",
  asks: "person",
  params,
  response: z.object({}),
  errors: ["not_found"],
});
