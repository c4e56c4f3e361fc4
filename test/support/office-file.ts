import { deflateRawSync, deflateSync } from "node:zlib";

/** One entry of a zip made for a test. */
export type Part = { name: string; text: string };

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(data: Buffer): number {
  let c = 0xffffffff;
  for (const byte of data) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** A zip of these entries, each deflated. */
export function zipOf(parts: Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text } of parts) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    local.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

const mains = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
  docm: "application/vnd.ms-word.document.macroEnabled.main+xml",
} as const;

/** As much of a file of Office's as says what it is, with more entries where a test wants them. */
export function officeFile(kind: keyof typeof mains, more: Part[] = []): Buffer {
  const contents = `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${mains[kind]}"/></Types>`;
  return zipOf([{ name: "[Content_Types].xml", text: contents }, { name: "main.xml", text: "<a/>" }, ...more]);
}

/** A PDF of one empty page; `more` among the entries of its catalogue. */
export const pdfFile = (more = ""): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog${more}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

/** The same with its catalogue packed in an object stream, as most programs write it today. */
export function packedPdf(more = "", filter = "/FlateDecode"): Buffer {
  const packed = deflateSync(Buffer.from(`1 0 <</Type/Catalog${more}>>`));
  const head = `%PDF-1.5\n2 0 obj<</Type/ObjStm/N 1/First 4/Filter${filter}/Length ${packed.length}>>stream\r\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from("\r\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")]);
}
