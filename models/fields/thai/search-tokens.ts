import { normaliseThai } from "./normalise.ts";

// A multikey index grows with every token: this holds about a page of Thai.
const mostTokens = 400;
const mostQueryTokens = 24;

/** Tone marks and silencers are where spellings differ (เน็ต, เนต; โน้ต, โน๊ต), so that tokens do without them. */
const looseSpelling = (run: string) => run.replace(/[่้๊๋็์]/g, "");

function bigrams(run: string): string[] {
  const letters = looseSpelling(run);
  if (letters.length < 3) return letters === "" ? [] : [letters];
  return Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2));
}

/** 000123 is found by 123, and by 000123. */
function digitTokens(run: string): string[] {
  const bare = run.replace(/^0+(?=\d)/, "");
  return bare === run ? [run] : [run, bare];
}

function tokensOf(text: string, digits: (run: string) => string[]): string[] {
  const runs = normaliseThai(text).match(/[ก-ฺเ-๎]+|\d+|(?![ก-๎])\p{L}+/gu) ?? [];
  return runs.flatMap((run) => (/^\d/.test(run) ? digits(run) : /^[ก-๎]/.test(run) ? bigrams(run) : [run]));
}

/** What a document is found by: bigrams of Thai, whole words of other scripts, runs of digits; each once, at most 400. */
export function searchTokens(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => tokensOf(text, digitTokens)))].slice(0, mostTokens);
}

/** What a document must hold all of to be found by `query`; empty where nothing can be searched for. At most 24. */
export function queryTokens(query: string): string[] {
  const tokens = tokensOf(query, (run) => [run.replace(/^0+(?=\d)/, "")]);
  return [...new Set(tokens)].slice(0, mostQueryTokens);
}
