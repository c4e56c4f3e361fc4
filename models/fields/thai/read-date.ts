import { bangkokDate } from "./bangkok.ts";
import { findDate } from "./date-patterns.ts";
import { normaliseThai } from "./normalise.ts";

/**
 * Reads a date as people type it, seen from `now` in Bangkok: พรุ่งนี้, จันทร์หน้า, 22 พ.ย., ๒๒/๑๑/๖๙, 22-11-2569, สิ้นเดือน, อีก 3 วัน.
 * Gives "YYYY-MM-DD" (ค.ศ.), or null where there is no date or one that the calendar does not have.
 */
export function readDate(text: string, now: Date): string | null {
  return findDate(normaliseThai(text), bangkokDate(now))?.iso ?? null;
}
