import type { Outcome } from "#models/conversations/effects.ts";
import type { Candidate } from "#models/fields/field.ts";
import type { Asking } from "./ask-field.ts";
import { plain } from "./said.ts";

export type Found = { is: "value"; value: unknown } | { is: "offer"; offered: Candidate[]; why: string };

// More would not fit under a message beside "ใช้ชื่อที่พิมพ์" and ยกเลิก.
const mostOffered = 8;

/** What a lookup's outcome makes of the open question: a sure answer, or what to offer. */
export function readLookup(asking: Asking, outcome: Outcome, now: Date): Found {
  const { field, open } = asking;
  if (outcome.did !== "lookup" || !outcome.ok) return { is: "offer", offered: [], why: "" };
  const { candidates, directoryIsEmpty } = outcome;
  const typed = open.typed ?? "";
  const said = plain(typed);
  const exact = candidates.filter((c) => plain(c.label) === said || plain(c.label) === plain(`โรงเรียน${typed}`));
  const sure = exact.length === 1 ? exact[0] : candidates.length === 1 && typed !== "" ? candidates[0] : undefined;
  if (sure) return { is: "value", value: sure.value };
  if (directoryIsEmpty && field.takesAnyText) {
    const reading = field.read(typed, { now });
    if (reading.ok) return { is: "value", value: reading.value };
  }
  if (candidates.length > 0) return { is: "offer", offered: candidates.slice(0, mostOffered), why: "" };
  return { is: "offer", offered: [], why: typed === "" ? "" : `ไม่พบ “${typed.slice(0, 60).replace(/\s+/g, " ")}” ในรายชื่อค่ะ` };
}
