import { inflateSync } from "node:zlib";

/** What a PDF says, page by page, as whoever searches in it finds it: by its text layer, not by its looks. Lines follow each other without a break. */
export function pdfText(pdf: Uint8Array): string[] {
  const objects = readObjects(Buffer.from(pdf).toString("latin1"));
  const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page\b/.test(body));
  return pages.map((page) => {
    const fonts = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, readFont(objects, id)]));
    const [, contents = ""] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
    return readContents(streamOf(objects.get(contents) ?? ""), fonts);
  });
}

function readObjects(file: string): Map<string, string> {
  return new Map([...file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = "", body = ""]) => [id, body]));
}

function streamOf(body: string): string {
  const [, data = ""] = /\bstream\n([\s\S]*)\nendstream/.exec(body) ?? [];
  return /\/Filter\s*\/FlateDecode/.test(body) ? inflateSync(Buffer.from(data, "latin1")).toString("latin1") : data;
}

type Font = Map<number, string>;

/** Which letters each glyph stands for. */
function readFont(objects: Map<string, string>, id: string): Font {
  const [, map = ""] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "") ?? [];
  const pairs = streamOf(objects.get(map) ?? "").matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/g);
  return new Map([...pairs].map(([, glyph = "", letters = ""]) => [Number.parseInt(glyph, 16), utf16(letters)]));
}

/** Glyphs are read through their font, save where the page itself says what a cluster of them stands for. */
function readContents(contents: string, fonts: Map<string, Font>): string {
  let font: Font = new Map();
  let text = "";
  let isSaid = false;
  const tokens =
    /\/ActualText <FEFF([0-9A-F]*)>|\bEMC\b|\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|\((?:\\[\s\S]|[^\\()])*\)|[^\\()])*)\)|<([0-9A-F]{4,})>/g;
  for (const [token, said, name, written, hex] of contents.matchAll(tokens)) {
    if (said !== undefined) text += utf16(said);
    if (said !== undefined || token === "EMC") isSaid = said !== undefined;
    else if (name !== undefined) font = fonts.get(name) ?? font;
    else if (!isSaid) text += readGlyphs(hex === undefined ? plain(written ?? "") : Buffer.from(hex, "hex").toString("latin1"), font);
  }
  // What lets a long word break is no part of it, and Typst 0.14 says a letter that carries two marks twice.
  return text.replaceAll("\u200b", "").replace(/([ก-ฮ][ัิ-ู][่-๋])\1/g, "$1");
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function plain(written: string): string {
  return written.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
}

function readGlyphs(bytes: string, font: Font): string {
  const pairs = bytes.match(/[\s\S]{2}/g) ?? [];
  return pairs.map((pair) => font.get(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)) ?? "").join("");
}

function utf16(hex: string): string {
  return Buffer.from(hex, "hex").swap16().toString("utf16le");
}
