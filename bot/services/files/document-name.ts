import { cleanText } from "#models/fields/thai/normalise.ts";

/** Characters of a file's name; what is longer loses its middle, never its ending. */
const longest = 120;
// What no system takes in a name, and what turns the direction of reading around so that an ending lies.
const unfit = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** A file's name as it is kept, with the ending of what it is. */
export function documentName(given: string, ending: string): string {
  const cleaned = cleanText(given.split(/[\\/]/).at(-1) ?? "")
    .replace(unfit, " ")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+/, "")
    .trim();
  const stem = cleaned.replace(/\.[A-Za-z0-9]{1,8}$/, "").trim() || "ไฟล์";
  const rest = `.${ending}`;
  return `${[...stem]
    .slice(0, longest - rest.length)
    .join("")
    .trim()}${rest}`;
}

/** The ending that a name claims, in small letters; "" without one. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})\s*$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
