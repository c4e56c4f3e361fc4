import { createHash, randomInt } from "node:crypto";
import { normaliseThai } from "#models/fields/thai/normalise.ts";

// Without I, L, O, U, 0 and 1, which are misread. 30 letters, 8 places: 39 bits, single use, 7 days.
const letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

/** A fresh code as it is handed out: ICT-7KQ2-MX9D. */
export function makeInvitationCode(): string {
  const block = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return `ICT-${block()}-${block()}`;
}

/** The id under which a code's invitation is kept, however it was typed: lower case, spaces, no dashes. */
export function invitationId(typed: string): string {
  const plain = normaliseThai(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^ICT/, "");
  return createHash("sha256").update(plain).digest("hex");
}
