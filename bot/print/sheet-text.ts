import { toDocumentDigits } from "#models/fields/thai/digits.ts";

/** Control characters but line feed, and marks that turn the writing direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const unwanted = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
/** A word of Latin letters this long would run out of its column: it may break here. */
const longWord = /[!-~]{20}(?=[!-~])/g;
const breakable = "$&\u200b";

/** Text of people's as paper shows it: well-formed, Thai digits, and nothing that runs over the edge. */
export function sheetText(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(unwanted, " ");
  return toDocumentDigits(plain.trim()).replace(longWord, breakable);
}
