import { type LoosePlace, looseLetters, placesIn } from "#models/fields/thai/loose-match.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";
import { onlyOpens } from "./form-asking.ts";

/** A form as far as finding it goes. */
export type Findable = {
  name: string;
  /** shares letters with what is said: a hint, where keywords tell */
  about: string;
  /** words that tell this form from others; one that fits several counts less for each */
  keywords: readonly string[];
  /** its titles in the manual */
  titles: readonly string[];
};

/** Forms that fit what was said, the best first; `sure` is the first where no other comes near it. */
export type FoundForms<F> = { forms: F[]; sure: F | null };

// A keyword of three letters ("ยืม") is enough to be sure, where no other form comes near.
const enough = 2.5;
const clearlyBefore = 1.35;
// Less is a coincidence of letters, or a form that only shares a word with the right one.
const least = 0.6;
const near = 0.3;
/** What a word of `about` counts for ("โปรเจคเตอร์" may be borrowed, bought and put up), and letters shared with a title. */
const hints = { about: 1.2, letters: 0.15 };
// What is wanted is said before what it is wanted of: "ยืม" before "โปรเจคเตอร์".
const saidFirst = 1.5;
const gram = 3;
const shortestStart = 2;
const longestQuery = 200;

/** Prepares forms for being found by what somebody says they need; the finder takes a text of any length. Pure. */
export function formFinder<F extends Findable>(forms: readonly F[]): (text: string) => FoundForms<F> {
  const prepared = forms.map(prepare);
  const rare = {
    words: rarityOf(prepared.map(({ words }) => words)),
    about: rarityOf(prepared.map(({ about }) => about)),
    grams: rarityOf(prepared.map(({ grams }) => grams)),
  };
  return (text) => {
    const said = looseLetters(stripPoliteness(text.slice(0, longestQuery)));
    if (said === "") return { forms: [], sure: null };
    const placeOf = placesIn(said);
    const placed = (words: Rarity) => new Map([...words.keys()].map((word) => [word, begunBy(said, word) ?? placeOf(word)]));
    const places = { words: placed(rare.words), about: placed(rare.about) };
    const ranked = prepared.map(({ form, words, about, grams }) => {
      const told = toldBy(words, places.words, rare.words, said);
      return { form, told, score: told + hintedBy(about, places.about, rare.about) + sharedLetters(grams, rare.grams, said) };
    });
    return chosen(ranked.filter(({ score }) => score >= least).sort((a, b) => b.score - a.score));
  };
}

function chosen<F>(ranked: { form: F; told: number; score: number }[]): FoundForms<F> {
  const [first, second] = ranked;
  const isSure = first !== undefined && first.told >= enough && first.score >= clearlyBefore * (second?.score ?? 0);
  const likely = ranked.filter(({ score }) => score >= near * (first?.score ?? 0));
  return { forms: likely.map(({ form }) => form), sure: isSure ? first.form : null };
}

type Prepared<F> = { form: F; words: Set<string>; about: Set<string>; grams: Set<string> };

// "แบบบันทึกขอซื้อ…" is asked for as "ขอซื้อ…".
const titleHead = /^แบบ(?:บันทึก(?=ขอ)|การ|คำ(?=ขอ))?/;

function prepare<F extends Findable>(form: F): Prepared<F> {
  const titles = form.titles.flatMap((title) => [title, title.replace(titleHead, "")]);
  const words = setOf([form.name, ...form.keywords, ...titles]);
  return { form, words, about: setOf(form.about.split(" ")), grams: new Set([...words].flatMap(gramsOf)) };
}

const setOf = (words: string[]): Set<string> => new Set(words.map(looseLetters).filter(({ length }) => length >= shortestStart));

type Rarity = ReadonlyMap<string, number>;
type Places = ReadonlyMap<string, LoosePlace | null>;

/** What each counts for by how few forms have it: 1 for one's own. */
function rarityOf(sets: readonly ReadonlySet<string>[]): Rarity {
  const count = new Map<string, number>();
  for (const set of sets) for (const one of set) count.set(one, (count.get(one) ?? 0) + 1);
  return new Map([...count].map(([one, times]) => [one, 1 / Math.sqrt(times)]));
}

/** What was said may be a word's beginning, typed so far. */
function begunBy(said: string, word: string): LoosePlace | null {
  const isBegun = said.length >= shortestStart && said.length < word.length && word.startsWith(said);
  return isBegun ? { start: 0, end: said.length, errors: 0 } : null;
}

/** The letters of the sentence that the form's words stand on, each counted once, by its most telling word. */
function toldBy(words: ReadonlySet<string>, places: Places, rarity: Rarity, said: string): number {
  const letters = new Float64Array(said.length);
  for (const word of words) {
    const place = places.get(word);
    if (!place) continue;
    const weight = (rarity.get(word) ?? 1) * exactness(place);
    for (let at = place.start; at < place.end; at += 1) letters[at] = Math.max(letters[at] ?? 0, weight);
  }
  const first = letters.findIndex((weight) => weight > 0);
  const sum = letters.reduce((total, weight) => total + weight, 0);
  return first >= 0 && onlyOpens.test(said.slice(0, first)) ? sum * saidFirst : sum;
}

/** 1 where every letter is right; one wrong of five leaves a half. */
const exactness = ({ start, end, errors }: LoosePlace): number => Math.max(0, 1 - (2.5 * errors) / (end - start));

function hintedBy(about: ReadonlySet<string>, places: Places, rarity: Rarity): number {
  const found = [...about].flatMap((word) => (places.get(word) ? [(rarity.get(word) ?? 0) * hints.about] : []));
  return found.reduce((sum, one) => sum + one, 0);
}

const sharedLetters = (grams: ReadonlySet<string>, rarity: Rarity, said: string): number =>
  hints.letters * gramsOf(said).reduce((sum, one) => sum + (grams.has(one) ? (rarity.get(one) ?? 0) : 0), 0);

function gramsOf(letters: string): string[] {
  return letters.length < gram ? [] : Array.from({ length: letters.length - gram + 1 }, (_, at) => letters.slice(at, at + gram));
}
