import { constants, inflateSync } from "node:zlib";

/** What runs, starts another program or carries other files along. */
const programs = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![\w-])/;
/** So short that packed bytes may have it by chance: looked for outside of them. */
const script = /\/JS\s{0,20}(\(|<|\d+\s+\d+\s+R)/;

/** Unpacked bytes of all object streams; a document of thousands of pages has a tenth of it. */
const mostUnpacked = 40_000_000;
/** A stream's dictionary is shorter. */
const longestDictionary = 4_096;

/**
 * Whether a PDF has a script, starts something or carries files in it. Names may be written with escapes, and since 1.5 whole objects
 * lie packed in streams: those are unpacked, and one that this cannot unpack counts as if it had one.
 */
export function hasPrograms(data: Buffer): boolean {
  const text = data.toString("latin1");
  if (programs.test(unescaped(text))) return true;
  let outside = "";
  let at = 0;
  let left = mostUnpacked;
  for (const { index, 0: mark } of text.matchAll(/>>\s{0,20}stream\r?\n/g)) {
    const from = index + mark.length;
    if (from < at) continue;
    const end = text.indexOf("endstream", from);
    outside += text.slice(at, from);
    at = end === -1 ? text.length : end;
    const dictionary = unescaped(dictionaryBefore(text, index));
    if (!/\/ObjStm(?![\w-])/.test(dictionary)) continue;
    const objects = unpacked(dictionary, data.subarray(from, at), left);
    if (objects === null || holds(objects)) return true;
    left -= objects.length;
  }
  return holds(outside + text.slice(at));
}

function holds(text: string): boolean {
  const names = unescaped(text);
  return programs.test(names) || script.test(names);
}

/** /J#61vaScript is /JavaScript. */
const unescaped = (text: string) => text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function dictionaryBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - longestDictionary), end);
  return before.slice(before.lastIndexOf(" obj") + 1);
}

/** The objects of a stream; null where it is packed otherwise than by Flate alone, does not unpack, or is larger than what is left. */
function unpacked(dictionary: string, packed: Buffer, left: number): string | null {
  const filters = dictionary.match(/\/\w+Decode\b/g) ?? [];
  if (filters.length === 0) return packed.toString("latin1");
  if (filters.some((name) => name !== "/FlateDecode") || filters.length > 1 || /\/Predictor\s+(?!1\b)/.test(dictionary)) return null;
  try {
    // Line ends behind the packed bytes, and a checksum cut off, are common.
    return inflateSync(packed, { maxOutputLength: Math.max(left, 1), finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  } catch {
    return null;
  }
}
