/**
 * How words of the tables are spelled: one string of words separated by " | ".
 * They are compared in lower case and without spaces. "~" before a word forgives tone marks, ็ and ์ (loan words: ~เน็ต finds เนต).
 * Latin words match whole only.
 */
export type Words = string;

/** The list of words in a table's string. */
export const wordsOf = (words: Words): string[] =>
  words
    .split("|")
    .map((word) => word.trim())
    .filter((word) => word !== "");
