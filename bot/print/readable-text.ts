import { type PdfObjects, readPdfObjects, readStream, withStreams } from "./pdf-objects.ts";

/** Letters by glyph number, for each font by the number of its object. */
type Letters = Map<number, string>;

/**
 * A PDF in which each glyph says its own letter. Typst writes a Thai letter with its vowel and tone as one, said beside the glyphs: what
 * reads glyph by glyph (browsers' viewers, searches) finds nonsense there. The page is not touched, only the fonts' tables of letters.
 */
export function withReadableText(pdf: Buffer): Buffer {
  const objects = readPdfObjects(pdf);
  const fonts = new Map<number, Letters>();
  for (const id of objects.ids) {
    const page = objects.read(id);
    if (/\/Type\s*\/Page\b/.test(page)) readPage(objects, page, fonts);
  }
  const tables = [...fonts].flatMap(([id, letters]): [number, string][] => {
    const table = referenceIn(objects.read(id), "ToUnicode");
    return table === null ? [] : [[table, writeLetters(new Map([...readLetters(readStream(objects.read(table))), ...letters]))]];
  });
  return withStreams(pdf, objects, new Map(tables));
}

function referenceIn(object: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(object);
  return found ? Number(found[1]) : null;
}

const tokens =
  /\/Alt <[0-9A-F]*>|\/ActualText <FEFF([0-9A-F]*)>|\bEMC\b|\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|\((?:\\[\s\S]|[^\\()])*\)|[^\\()])*)\)|<([0-9A-F]{4,})>/g;

/** Learns letters from what the page says beside its glyphs: as many letters as glyphs, in the same order. */
function readPage(objects: PdfObjects, page: string, fonts: Map<number, Letters>): void {
  const ids = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = "", id]) => [name, Number(id)]));
  for (const id of ids.values()) if (!fonts.has(id)) fonts.set(id, new Map());
  const contents = referenceIn(page, "Contents");
  if (contents === null) return;
  let letters: Letters = new Map();
  let said: string | null = null;
  let glyphs: number[] = [];
  for (const [token, words, font, literal, hex] of readStream(objects.read(contents)).matchAll(tokens)) {
    if (words !== undefined) {
      said = fromHex(words).toString("utf16le");
      glyphs = [];
    } else if (token === "EMC") {
      if (said !== null) learn(letters, glyphs, said);
      said = null;
    } else if (font !== undefined) letters = fonts.get(ids.get(font) ?? -1) ?? letters;
    else if (said !== null && literal !== undefined) glyphs.push(...pairsOf(unescaped(literal)));
    else if (said !== null && hex !== undefined) glyphs.push(...pairsOf(Buffer.from(hex, "hex")));
  }
}

/** ำ is set as two glyphs, the ring below a tone. */
function learn(letters: Letters, glyphs: number[], said: string): void {
  const single = [...said.replace(/([่-๋]?)ำ/g, "ํ$1า")];
  if (single.length !== glyphs.length) return;
  for (const [at, glyph] of glyphs.entries()) if (!letters.has(glyph)) letters.set(glyph, single[at] ?? "");
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
