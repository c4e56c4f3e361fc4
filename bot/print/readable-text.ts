import { readPdfObjects, readStream, withStreams } from "./pdf-objects.ts";

/** Letters by glyph number. */
type Letters = Map<number, string>;

/** A font: what its table says, which has what a glyph and those after it stand for together, and what each stands for by itself. */
type Font = { table: Letters; letters: Letters };

/**
 * A PDF in which each glyph says its own letter. Typst writes a Thai letter with its vowel and tone as one, said beside the glyphs: what
 * reads glyph by glyph (browsers' viewers, searches) finds nonsense there. And a letter whose tone it moves it says twice. The page's
 * looks are not touched.
 */
export function withReadableText(pdf: Buffer): Buffer {
  const objects = readPdfObjects(pdf);
  const fonts = new Map<number, Font>();
  const streams = new Map<number, string>();
  for (const id of objects.ids) {
    const page = objects.read(id);
    const contents = /\/Type\s*\/Page\b/.test(page) ? referenceIn(page, "Contents") : null;
    if (contents !== null) readPage(page, contents);
  }
  for (const [id, { table, letters }] of fonts) {
    const at = referenceIn(objects.read(id), "ToUnicode");
    if (at !== null) streams.set(at, writeLetters(new Map([...table, ...letters])));
  }
  return withStreams(pdf, objects, streams);

  function readPage(page: string, contents: number): void {
    const named = [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = "", id]): [string, Font] => [name, fontOf(Number(id))]);
    const before = readStream(objects.read(contents));
    const after = learnFrom(before, new Map(named));
    if (after !== before) streams.set(contents, after);
  }

  function fontOf(id: number): Font {
    const known = fonts.get(id);
    if (known) return known;
    const at = referenceIn(objects.read(id), "ToUnicode");
    const font = { table: at === null ? new Map() : readLetters(readStream(objects.read(at))), letters: new Map() };
    fonts.set(id, font);
    return font;
  }
}

function referenceIn(object: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(object);
  return found ? Number(found[1]) : null;
}

const tokens =
  /\/Alt <[0-9A-F]*>|\/ActualText <FEFF([0-9A-F]*)>|\bEMC\b|\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|\((?:\\[\s\S]|[^\\()])*\)|[^\\()])*)\)|<([0-9A-F]{4,})>/g;

/** Glyphs and what they stand for, or are part of; where the page says so, if it does. */
type Said = { words: string; glyphs: number[]; from: number; until: number };

/**
 * Learns letters from what a page says beside its glyphs, and from what a table says of the first of several: as many letters as glyphs,
 * in the same order.
 * @returns the page without what it says twice
 */
function learnFrom(contents: string, fonts: ReadonlyMap<string, Font>): string {
  let font: Font = { table: new Map(), letters: new Map() };
  let said: Said | null = null;
  // Not said by all of its glyphs yet: the rest of them follow, and it is said again.
  let open: Said[] = [];
  const doubled: Said[] = [];

  function take(piece: Said): void {
    open = open.at(-1)?.words === piece.words ? [...open, piece] : [piece];
    const glyphs = open.flatMap((one) => one.glyphs);
    if (!learn(font.letters, glyphs, piece.words)) return;
    if (open.length > 1) doubled.push(...open);
    open = [];
  }

  function show(glyphs: number[]): void {
    if (said) said.glyphs.push(...glyphs);
    else {
      for (const glyph of glyphs) {
        const words = font.table.get(glyph) ?? "";
        if (words.length > 1) take({ words, glyphs: [glyph], from: 0, until: 0 });
      }
    }
  }

  for (const { 0: token, 1: words, 2: name, 3: literal, 4: hex, index } of contents.matchAll(tokens)) {
    if (words !== undefined) {
      said = { words: fromHex(words).toString("utf16le"), glyphs: [], from: index, until: index + token.length };
    } else if (token === "EMC") {
      if (said) take(said);
      said = null;
    } else if (name !== undefined) font = fonts.get(name) ?? font;
    else if (literal !== undefined) show(pairsOf(unescaped(literal)));
    else if (hex !== undefined) show(pairsOf(Buffer.from(hex, "hex")));
  }
  return doubled.reduceRight((text, { from, until }) => text.slice(0, from) + " ".repeat(until - from) + text.slice(until), contents);
}

/**
 * ำ is set as two glyphs; a tone over it makes one with its ring, said in the order in which ํา still is found as ำ.
 * @returns whether these glyphs stand for these words
 */
function learn(letters: Letters, glyphs: number[], said: string): boolean {
  const apart = [...said.replace(/([่-๋]?)ำ/g, "ํ$1า")];
  const joined = said.replace(/([่-๋])ำ/g, "$1ํา").match(/[่-๋]ํ|[\s\S]/gu) ?? [];
  const single = [apart, joined].find(({ length }) => length === glyphs.length);
  for (const [at, letter] of (single ?? []).entries()) {
    const glyph = glyphs[at];
    if (glyph !== undefined && !letters.has(glyph)) letters.set(glyph, letter);
  }
  return single !== undefined;
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescaped(literal: string): Buffer {
  const plain = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return Buffer.from(plain, "latin1");
}

const pairsOf = (bytes: Buffer): number[] => Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16BE(at * 2));
const fromHex = (hex: string): Buffer => Buffer.from(hex, "hex").swap16();

/** The table that Typst made: right wherever a glyph stands for one letter by itself. */
function readLetters(table: string): Letters {
  return new Map(
    [...table.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/g)].map(([, glyph = "", letters = ""]) => [
      Number.parseInt(glyph, 16),
      fromHex(letters).toString("utf16le"),
    ]),
  );
}

/** A hundred rows a block are the most that the format allows. */
const rowsInBlock = 100;

function writeLetters(letters: Letters): string {
  const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");
  const rows = [...letters]
    .sort(([a], [b]) => a - b)
    .map(([glyph, text]) => `<${hex(glyph)}> <${[...Array(text.length).keys()].map((at) => hex(text.charCodeAt(at))).join("")}>`);
  const blocks = Array.from({ length: Math.ceil(rows.length / rowsInBlock) }, (_, at) =>
    rows.slice(at * rowsInBlock, (at + 1) * rowsInBlock),
  ).map((block) => `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar\n`);
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Letters def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join("")}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
