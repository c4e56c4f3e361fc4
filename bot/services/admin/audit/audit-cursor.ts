import { z } from "zod";
import { invalid } from "#bot/platform/errors.ts";

/** Where a page of the trail ended. Entries of one moment are ordered by their ids. */
export type AuditPlace = { at: Date; id: string };

const place = z.tuple([z.int().min(0).max(8.64e15), z.string().min(1).max(80)]);

/** An opaque word for a place. */
export function cursorOf({ at, id }: AuditPlace): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString("base64url");
}

/** @throws AppError bad_request for a word that is none of ours */
export function placeOf(cursor: string): AuditPlace {
  try {
    const [at, id] = place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { at: new Date(at), id };
  } catch {
    throw invalid("bad_request", "รายการนี้เปิดต่อไม่ได้แล้วค่ะ โหลดหน้านี้ใหม่นะคะ");
  }
}
