import type { checkCard } from "#models/contracts/cards.contract.ts";
import type { Answer } from "#models/contracts/contract.ts";
import { showDate, showDateTime } from "#models/fields/thai/dates.ts";

type Card = Pick<Answer<typeof checkCard>, "standing" | "until"> & { endedAt?: string | null };

/** Until when a card is good, or since when it is not. */
export function lifeOf({ standing, until, endedAt }: Card): string {
  if (standing === "revoked") return endedAt ? `เมื่อ ${showDateTime(new Date(endedAt))}` : "";
  if (!until) return "";
  return standing === "valid" ? `ถึงวันที่ ${showDate(until)}` : `วันสุดท้าย ${showDate(until)}`;
}
