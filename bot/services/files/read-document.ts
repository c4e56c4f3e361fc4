import { officeTypes } from "#models/contracts/document-types.ts";
import { hasPrograms } from "./pdf-programs.ts";
import { readEntry, type ZipEntry, zipEntries } from "./zip-entries.ts";

/** What a document is by its content, never by its name. */
export type DocumentKind = "pdf" | keyof typeof officeTypes;

export type DocumentRefusal = "not-a-document" | "old-office" | "macros" | "programs" | "locked" | "broken";

const types: Record<DocumentKind, string> = { pdf: "application/pdf", ...officeTypes };

/** The part that each package of Office's is about, by its beginning in [Content_Types].xml. */
const mainParts: Record<keyof typeof officeTypes, RegExp> = {
  docx: /wordprocessingml\.(document|template)\.main\+xml/,
  xlsx: /spreadsheetml\.(sheet|template)\.main\+xml/,
  pptx: /presentationml\.(presentation|slideshow|template)\.main\+xml/,
};

/** Bytes of [Content_Types].xml; a book of a thousand sheets has a tenth of it. */
const mostContentTypes = 2_000_000;

/** What stored bytes are as a document: PDF, or Word, Excel and PowerPoint since 2007, without programs in them; or why they are none. */
export function readDocument(bytes: Uint8Array): { kind: DocumentKind; type: string } | { refused: DocumentRefusal } {
  const kind = kindOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return typeof kind === "string" ? { kind, type: types[kind] } : kind;
}

type Kind = DocumentKind | { refused: DocumentRefusal };

function kindOf(data: Buffer): Kind {
  if (data.subarray(0, 1_024).includes("%PDF-")) return pdfKind(data);
  if (data.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) {
    // Office keeps an encrypted file of today in the container of its old ones.
    return { refused: data.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "locked" : "old-office" };
  }
  return data.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1")) ? officeKind(data) : { refused: "not-a-document" };
}

function pdfKind(data: Buffer): Kind {
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(data.toString("latin1"))) return { refused: "locked" };
  if (!data.subarray(-2_048).includes("%%EOF")) return { refused: "broken" };
  return hasPrograms(data) ? { refused: "programs" } : "pdf";
}

function officeKind(data: Buffer): Kind {
  const entries = zipEntries(data);
  if (!entries) return { refused: "broken" };
  const contents = entries.find(({ name }) => name === "[Content_Types].xml");
  if (!contents) return { refused: "not-a-document" };
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { refused: "locked" };
  const said = readEntry(data, contents, mostContentTypes);
  if (said === null) return { refused: "broken" };
  if (hasMacros(entries, said)) return { refused: "macros" };
  return (Object.keys(mainParts) as (keyof typeof mainParts)[]).find((kind) => mainParts[kind].test(said)) ?? { refused: "not-a-document" };
}

/** A program inside, whatever the file calls itself. */
function hasMacros(entries: ZipEntry[], contentTypes: string): boolean {
  return /macroEnabled|vbaProject/i.test(contentTypes) || entries.some(({ name }) => /vbaProject\.bin$|\/activeX\//i.test(name));
}
