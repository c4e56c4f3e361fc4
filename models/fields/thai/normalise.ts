import { toArabicDigits } from "./digits.ts";

// Invisible: soft hyphen, zero-width and direction marks, word joiners, byte order mark, variation selectors aside.
const invisible = /[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFD]/g;
// A zero-width joiner is kept only where it holds an emoji together (👩‍🏫).
const looseJoiner = /(?<!\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier})\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
const control = /(?!\n)\p{Cc}/gu;
const blank = /[^\S\n]+/g;

const tone = "่้๊๋";
const upperOrLower = "ัิีึืฺุู็ํ";
const toneBeforeVowel = new RegExp(`([${tone}])([${upperOrLower}])`, "g");
const toneBeforeSaraAm = new RegExp(`ํ([${tone}]?)า`, "g");
const doubledTones = new RegExp(`([${tone}])[${tone}]+`, "g");
const doubledMarks = /([ะัาิีึืฺุูเแโใไๆ็์ํำฯ])\1+/g;

/** Typing variants that look the same on screen become one spelling. */
function sameLooks(text: string): string {
  return text.replace(toneBeforeVowel, "$2$1").replace(/เเ/g, "แ").replace(toneBeforeSaraAm, "$1ำ").replace(/ำ([่้๊๋])/g, "$1ำ");
}

/** Applies a rewriting until it changes nothing: one repair may bring two marks together that want another. */
function settled(text: string, rewrite: (text: string) => string): string {
  let before = text;
  for (let round = 0; round < 8; round += 1) {
    const after = rewrite(before);
    if (after === before) return after;
    before = after;
  }
  return before;
}

function cleanOnce(text: string): string {
  return sameLooks(
    text
      .toWellFormed()
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      .replace(/\t/g, " "),
  )
    .replace(invisible, "")
    .replace(looseJoiner, "")
    .replace(control, "")
    .normalize("NFC")
    .replace(blank, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * The person's own words, fit to be stored: invisible and control characters out, look-alike spellings made one,
 * spaces collapsed, ends trimmed. Line breaks stay.
 */
export function cleanText(text: string): string {
  return settled(text, cleanOnce);
}

function squeezeOnce(text: string): string {
  return sameLooks(text)
    .replace(doubledTones, "$1")
    .replace(doubledMarks, "$1")
    .replace(/([ก-ฮ])\1{2,}/g, "$1")
    .replace(/(?!w)([a-z])\1{2,}/gi, "$1")
    .replace(/([^\p{L}\p{M}\p{N}\s])\1+/gu, (run, mark: string) => (mark === "+" ? run.slice(0, 2) : mark));
}

/** Cleaned text on one line, with stretched letters ("มากกกก", "!!!") let go. Case and digits stay as typed. */
export function tidyText(text: string): string {
  return settled(cleanText(text).replace(/\s+/g, " "), squeezeOnce).trim();
}

/** Lower case and Arabic digits, letter for letter, so that positions in the result are positions in `text`. */
export function foldCase(text: string): string {
  return toArabicDigits(text).replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

const halfWidth = (text: string) => text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** One spelling for search and understanding: cleaned, on one line, lower case, Arabic digits, stretched letters let go. */
export function normaliseThai(text: string): string {
  return settled(text, (before) => foldCase(tidyText(halfWidth(before))));
}
