import type { Urgency } from "#models/conversations/understanding.ts";

/** Only what is urgent is said; the rest would be noise on every card. */
export const urgencyWords: Record<Urgency, string | null> = { critical: "ด่วนที่สุด", high: "ด่วน", normal: null, low: null };
