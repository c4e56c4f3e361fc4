import { normaliseThai } from "./normalise.ts";

/** Where a word stands in a text; `errors` letters of it are missing, added or others. `end` is exclusive. */
export type LoosePlace = { start: number; end: number; errors: number };

// Letters that sound alike are where spellings go wrong: สิทธิ, สิทธ์, ศิทธิ.
const soundsLike: Record<string, string> = {
  ศ: "ส",
  ษ: "ส",
  ณ: "น",
  ญ: "ย",
  ฎ: "ด",
  ฏ: "ต",
  ฐ: "ถ",
  ธ: "ท",
  ฑ: "ท",
  ฒ: "ท",
  ภ: "พ",
  ฆ: "ค",
  ฬ: "ล",
  ใ: "ไ",
};
const silent = /[่้๊๋็]|[ก-ฮ][ิุ]?์|[^\p{L}\p{M}\p{N} ]/gu;
// A blank is kept where it parts Latin words or figures, which Thai needs none for.
const idleBlank = / (?![a-z0-9])|(?<![a-z0-9]) /g;

/** A text as its letters sound, for comparing loosely: no blanks, tones, silenced letters or marks, one letter for each sound. */
export function looseLetters(text: string): string {
  return normaliseThai(text)
    .replace(silent, "")
    .replace(/[ศษณญฎฏฐธฑฒภฆฬใ]/g, (letter) => soundsLike[letter] ?? letter)
    .replace(idleBlank, "");
}

// One slip in five letters; fewer tell too little to forgive one.
const lettersASlip = 5;

/** Finds words in a text, both of loose letters: where each stands with as few errors as may be, or null. */
export function placesIn(text: string): (word: string) => LoosePlace | null {
  const pairs = new Set(pairsOf(text));
  return (word) => {
    const exact = wholeIndexOf(word, text);
    if (exact >= 0) return { start: exact, end: exact + word.length, errors: 0 };
    const most = Math.floor(word.length / lettersASlip);
    if (most === 0 || word.length - most > text.length || !/[ก-ฮ]/.test(word)) return null;
    // A slip spoils two pairs of neighbours at most: where more are missing, looking closer is in vain.
    const missing = pairsOf(word).filter((pair) => !pairs.has(pair)).length;
    return missing > 2 * most ? null : nearestPlace(word, text, most);
  };
}

const pairsOf = (letters: string): string[] =>
  Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));

/** Latin words are found whole: no "tor" in "monitor". */
function wholeIndexOf(word: string, text: string): number {
  const isLatin = (letter: string | undefined) => letter !== undefined && /[a-z0-9]/.test(letter);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isCut = (isLatin(word[0]) && isLatin(text[at - 1])) || (isLatin(word.at(-1)) && isLatin(text[at + word.length]));
    if (!isCut) return at;
  }
  return -1;
}

type Cell = { errors: number; start: number };

/** Sellers' search: the edit distance of the word to every stretch of the text, a column for each letter. */
function nearestPlace(word: string, text: string, most: number): LoosePlace | null {
  let column: Cell[] = Array.from({ length: word.length + 1 }, (_, errors) => ({ errors, start: 0 }));
  let best: LoosePlace | null = null;
  for (let end = 1; end <= text.length; end += 1) {
    column = nextColumn(column, word, text[end - 1] ?? "", end);
    const { errors, start } = column[word.length] as Cell;
    if (errors <= (best ? best.errors - 1 : most)) best = { start, end, errors };
  }
  return best;
}

function nextColumn(before: Cell[], word: string, letter: string, end: number): Cell[] {
  const column: Cell[] = [{ errors: 0, start: end }];
  for (let at = 1; at <= word.length; at += 1) {
    const [across, left, up] = [before[at - 1], before[at], column[at - 1]] as [Cell, Cell, Cell];
    const replaced = { errors: across.errors + (word[at - 1] === letter ? 0 : 1), start: across.start };
    const added = { errors: left.errors + 1, start: left.start };
    const missing = { errors: up.errors + 1, start: up.start };
    column.push([replaced, added, missing].reduce((least, cell) => (cell.errors < least.errors ? cell : least)));
  }
  return column;
}
