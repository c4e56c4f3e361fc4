import { showDateInDocument } from "#models/fields/thai/dates.ts";
import { readDate } from "#models/fields/thai/read-date.ts";
import type { IssuedCard } from "#models/requests/define-request-type.ts";
import { qrCode } from "./qr-code.ts";
import type { Printing } from "./request-sheet.ts";
import type { CardSheet } from "./sheet.ts";
import { sheetText } from "./sheet-text.ts";

/** A card that a request was granted, to be cut out and folded. Never with a password: it says what one may, not how. */
export function cardSheet(card: IssuedCard, { request, office, page, printed }: Printing): CardSheet {
  const { answers, requester, number, filedAt } = request;
  const until = card.until(answers);
  const rows = card.rows(answers).filter(({ value }) => value !== "");
  return {
    office: sheetText(office.name),
    title: sheetText(card.manualTitles[0] ?? card.name),
    number: sheetText(number),
    holder: sheetText(requester.name),
    position: sheetText(requester.position),
    // Days come as chat shows them.
    rows: rows.map(({ label, value }) => {
      const day = /^\d{1,2} \S+ \d{2}$/.test(value) ? readDate(value, filedAt) : null;
      return { label: sheetText(label), value: day ? showDateInDocument(day) : sheetText(value) };
    }),
    until: until === null ? "" : showDateInDocument(until),
    qr: qrCode(page),
    printed,
  };
}
