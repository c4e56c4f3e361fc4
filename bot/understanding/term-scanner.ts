/** A stretch of the scanned text that a table's word covers. `end` is exclusive. */
export type Hit<Tag> = { start: number; end: number; tag: Tag };

type Entry<Tag> = { word: string; loose: boolean; latinStart: boolean; latinEnd: boolean; tag: Tag };
type Node<Tag> = { next: Map<string, Node<Tag>>; entries: Entry<Tag>[] };

const forgiven = /[่้๊๋็์\s]/;
const isTone = (letter: string | undefined) => letter !== undefined && /[่้๊๋็์]/.test(letter);
// A consonant after one of these, or before one of those, belongs to another syllable: no ช้า in เช้า, no กด in กดิ.
const isLeadingVowel = (letter: string | undefined) => letter !== undefined && /[เแโใไ]/.test(letter);
const isTrailingVowel = (letter: string | undefined) => letter !== undefined && /[ะัาำิีึืุู]/.test(letter);
const isConsonant = (letter: string | undefined) => letter !== undefined && /[ก-ฮ]/.test(letter);
const isLatin = (letter: string | undefined) => letter !== undefined && /[a-z0-9]/.test(letter);

/** The text without spaces, tone marks, ็ and ์, and where each of its letters stood. */
function loosened(text: string): { letters: string[]; at: number[] } {
  const letters: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (forgiven.test(letter)) continue;
    letters.push(letter);
    at.push(index);
  }
  return { letters, at };
}

/** Does `text` at `start` read exactly `word`, spaces aside, with no tone mark left over at its end? */
function readsExactly(text: string, start: number, word: string): boolean {
  let index = start;
  for (const letter of word) {
    while (text[index] === " ") index += 1;
    if (text[index] !== letter) return false;
    index += 1;
  }
  return !isTone(text[index]);
}

/** Finds the words of many tables in one walk over the text: a trie over loosened spelling, exact words verified after. */
export class TermScanner<Tag> {
  readonly #root: Node<Tag> = { next: new Map(), entries: [] };

  /** Adds a word; "~" before it forgives tone marks, ็ and ์. */
  add(spelled: string, tag: Tag): void {
    const loose = spelled.startsWith("~");
    const word = spelled.replace(/^~/, "").toLowerCase().replace(/\s/g, "");
    let node = this.#root;
    for (const letter of loosened(word).letters) {
      const next: Node<Tag> = node.next.get(letter) ?? { next: new Map(), entries: [] };
      node.next.set(letter, next);
      node = next;
    }
    node.entries.push({ word, loose, latinStart: isLatin(word[0]), latinEnd: isLatin(word.at(-1)), tag });
  }

  /** Every word found, overlapping ones too, by position. `text` is normalised. */
  scan(text: string): Hit<Tag>[] {
    const { letters, at } = loosened(text);
    const hits: Hit<Tag>[] = [];
    for (let from = 0; from < letters.length; from += 1) {
      let node = this.#root.next.get(letters[from] ?? "");
      for (let to = from; node !== undefined; to += 1) {
        for (const entry of node.entries) {
          const hit = this.#verified(text, entry, at[from] ?? 0, at[to] ?? 0);
          if (hit) hits.push(hit);
        }
        node = node.next.get(letters[to + 1] ?? "");
      }
    }
    return hits;
  }

  #verified(text: string, entry: Entry<Tag>, start: number, last: number): Hit<Tag> | null {
    let end = last + 1;
    if (entry.latinStart && isLatin(text[start - 1])) return null;
    if (entry.latinEnd && isLatin(text[end])) return null;
    while (isTone(text[end])) end += 1;
    if (isLeadingVowel(text[start - 1]) && isConsonant(text[start])) return null;
    if (isTrailingVowel(text[end])) return null;
    return entry.loose || readsExactly(text, start, entry.word) ? { start, end, tag: entry.tag } : null;
  }
}

/** Of overlapping hits the one that starts first, of those the longest. */
export function longestFirst<Tag>(hits: readonly Hit<Tag>[]): Hit<Tag>[] {
  const kept: Hit<Tag>[] = [];
  let free = 0;
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.start < free) continue;
    kept.push(hit);
    free = hit.end;
  }
  return kept;
}
