import type { DeskRow } from "#models/contracts/desk.contract.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDate } from "#models/fields/thai/dates.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long something is ago: "12 นาที", "5 ชม.", "3 วัน". */
export function span(ms: number): string {
  if (ms < hourMs) return `${Math.max(1, Math.floor(ms / minuteMs))} นาที`;
  return ms < dayMs ? `${Math.floor(ms / hourMs)} ชม.` : `${Math.floor(ms / dayMs)} วัน`;
}

export const ageOf = ({ filedAt }: DeskRow, now: number): string => span(now - Date.parse(filedAt));

/** When it is due: a day, by how much it is over, or that the clock stands still. */
export function dueOf({ isOpen, isLate, isClockStopped, finishBy, assignee }: DeskRow, now: number): string {
  if (!isOpen) return "จบแล้ว";
  if (isClockStopped) return "หยุดนับเวลา";
  const due = Date.parse(finishBy);
  if (isLate && due < now) return `เลย ${span(now - due)}`;
  if (isLate && !assignee) return "ยังไม่มีผู้รับ เลยเวลา";
  return showDate(bangkokDate(new Date(due)));
}

/** Where one goes for it. */
export const placeOf = ({ place, school }: DeskRow): string => [place, school].filter(Boolean).join(" · ");
