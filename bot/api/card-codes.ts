import { openSignedTokens } from "#bot/platform/signed-tokens.ts";

export type CardCodes = {
  /** the code of the card that came of a request: the same each time */
  make(requestId: string): string;
  /** the request of a code; null when it is forged or broken */
  read(code: string): string | null;
};

// A code says whose card it is and never ends: whether the card does, the request says at the time it is shown.
const never = new Date("2200-01-01T00:00:00Z");

/** Codes of user cards, for a QR: nothing in them can be guessed or read. */
export function openCardCodes(secret: string): CardCodes {
  const tokens = openSignedTokens(secret, "user cards");
  return { make: (requestId) => tokens.make(requestId, never), read: (code) => tokens.read(code, new Date(0)) };
}
