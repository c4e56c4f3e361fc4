import type { checkCard } from "#models/contracts/cards.contract.ts";
import type { Answer } from "#models/contracts/contract.ts";
import { showDate, showDateTime } from "#models/fields/thai/dates.ts";

type Card = Pick<Answer<typeof checkCard>, "standing" | "from" | "until"> & { endedAt?: string | null };

/** Until when a card is good, or since when it is not. */
export function lifeOf({ standing, from, until, endedAt }: Card): string {
  if (standing === "revoked") return endedAt ? `เมื่อ ${showDateTime(new Date(endedAt))}` : "";
  if (standing === "not-yet") return from ? `ใช้ได้ตั้งแต่ ${showDate(from)}` : "";
  if (!until) return "";
  return standing === "valid" ? `ถึงวันที่ ${showDate(until)}` : `วันสุดท้าย ${showDate(until)}`;
}
