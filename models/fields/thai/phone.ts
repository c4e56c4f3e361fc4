import { toArabicDigits } from "./digits.ts";

/** A Thai number in national digits ("0812345678", "038511234"), and its extension where one was given. */
export type PhoneNumber = { digits: string; extension: string | null };

const separators = "[\\s.()‐-―-]{0,3}";
const spelled = new RegExp(`(?<!\\d)(?:\\+${separators}66|66|0066)?(?:${separators}\\d){8,10}(?!\\d)`, "g");
const extensionAfter = /^\s*(?:,|\()?\s*(?:ต่อ|ext\.?|x|#)\s*(\d{1,5})/i;

/** Mobile numbers (06, 08, 09) have ten digits, fixed lines (02–05, 07) nine. */
function national(written: string): string | null {
  const digits = written.replace(/\D/g, "");
  const home =
    /^(?:\D*\+|0066)/.test(written) || (digits.startsWith("66") && digits.length > 9) ? digits.replace(/^(?:00)?66/, "") : digits;
  const full = home.startsWith("0") ? home : `0${home}`;
  if (home === digits && !digits.startsWith("0")) return null;
  return /^0[689]\d{8}$/.test(full) || /^0[2-57]\d{7}$/.test(full) ? full : null;
}

/** The first Thai phone number in `text` and where it stands, or null. */
export function findPhone(text: string): (PhoneNumber & { start: number; end: number }) | null {
  const plain = toArabicDigits(text);
  for (const found of plain.matchAll(spelled)) {
    const digits = national(found[0].trim());
    if (digits === null) continue;
    const end = found.index + found[0].length;
    const extension = extensionAfter.exec(plain.slice(end, end + 20));
    const lead = found[0].length - found[0].trimStart().length;
    return { digits, extension: extension?.[1] ?? null, start: found.index + lead, end: end + (extension?.[0].length ?? 0) };
  }
  return null;
}

/** Reads a Thai phone number as people type it: dashes, spaces, +66, Thai digits, "ต่อ 12". Null when there is none. */
export function readPhone(text: string): PhoneNumber | null {
  const found = findPhone(text);
  return found && { digits: found.digits, extension: found.extension };
}

/** "081-234-5678", "02-123-4567", "038-511-234 ต่อ 12". */
export function showPhone({ digits, extension }: PhoneNumber): string {
  const head = digits.startsWith("02") ? 2 : 3;
  const shown = `${digits.slice(0, head)}-${digits.slice(head, head + 3)}-${digits.slice(head + 3)}`;
  return extension === null ? shown : `${shown} ต่อ ${extension}`;
}

/** The link that makes a phone dial: "tel:+66812345678". */
export function telLink({ digits, extension }: PhoneNumber): string {
  return `tel:+66${digits.slice(1)}${extension === null ? "" : `;ext=${extension}`}`;
}
