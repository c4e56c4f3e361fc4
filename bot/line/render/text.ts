const segmenter = new Intl.Segmenter("th", { granularity: "grapheme" });

/** Control characters but line feed, and marks that turn the writing direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const unwanted = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;
const unwantedAll = new RegExp(unwanted, "g");
/** More than eight marks on one letter is no writing of any language. */
const piledMarks = /(\p{M}{8})\p{M}+/gu;
/** Marks cannot pile high in fewer letters, and most of what is shown is short. */
const shortEnough = 40;
const visible = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Text as LINE takes it: well-formed, without control characters; empty when nothing of it would be seen. */
export function clean(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  const plain = unwanted.test(wellFormed)
    ? wellFormed
        .replace(/\r\n?|[\u2028\u2029]/g, "\n")
        .replace(/\t/g, " ")
        .replace(unwantedAll, "")
    : wellFormed;
  if (!visible.test(plain)) return "";
  return (plain.length > shortEnough ? plain.replace(piledMarks, "$1") : plain).trim();
}

/** What could still be seen of a text that will be cut to `graphemes`: a megabyte is not cleaned for the sake of forty letters. */
function window(text: string, graphemes: number): string {
  return text.slice(0, graphemes * 4 + 64);
}

/** Cleaned text of at most `graphemes` clusters. */
export function short(text: string, graphemes: number, units?: number): string {
  return shorten(clean(window(text, graphemes)), graphemes, units);
}

/** The same on one line. */
export function shortLine(text: string, graphemes: number): string {
  return shorten(cleanLine(window(text, graphemes)), graphemes);
}

/** Text on one line. */
export function cleanLine(text: string): string {
  const line = clean(text);
  return line.includes("\n") ? line.replace(/\s*\n\s*/g, " ") : line;
}

/** Ends before a unit that would cut a surrogate pair. */
function wholeUnits(text: string, units: number): string {
  const last = text.charCodeAt(units - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? units - 1 : units);
}

/** The longest start of whole grapheme clusters within both limits; a cluster longer than `units` is cut inside. */
function startOf(text: string, graphemes: number, units: number): string {
  let end = 0;
  let count = 0;
  // A window keeps the segmenter from walking a text far longer than could fit.
  for (const { segment, index } of segmenter.segment(text.slice(0, units + 64))) {
    if (count === graphemes || index + segment.length > units) break;
    end = index + segment.length;
    count += 1;
  }
  return end > 0 ? text.slice(0, end) : wholeUnits(text, units);
}

/** Text of at most `graphemes` clusters and `units` UTF-16 units; what is cut off is shown by an ellipsis. */
export function shorten(text: string, graphemes: number, units = graphemes * 4): string {
  if (text.length <= Math.min(graphemes, units)) return text;
  const whole = startOf(text, graphemes, units);
  return whole.length === text.length ? text : `${startOf(text, graphemes - 1, units - 1).trimEnd()}…`;
}

/** Where a part may end: after the last line, else the last space, of its final third; else after a whole cluster. */
function partEnd(text: string, units: number): number {
  const earliest = Math.floor((units * 2) / 3);
  const line = text.lastIndexOf("\n", units - 1);
  if (line >= earliest) return line + 1;
  const space = text.lastIndexOf(" ", units - 1);
  if (space >= earliest) return space + 1;
  return startOf(text, Number.POSITIVE_INFINITY, units).length;
}

/** Parts of at most `units` UTF-16 units, none of them empty. */
export function split(text: string, units: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > units) {
    const end = partEnd(rest, units);
    parts.push(clean(rest.slice(0, end)));
    rest = rest.slice(end);
  }
  parts.push(clean(rest));
  return parts.filter((part) => part !== "");
}
