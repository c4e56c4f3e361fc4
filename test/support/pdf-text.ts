import { extractText } from "unpdf";

/** What a PDF says, page by page, read glyph by glyph as browsers' viewers do. */
export async function pdfText(pdf: Uint8Array): Promise<string[]> {
  // The reader takes the bytes for itself.
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return text.map((page) => page.replaceAll("\u200b", ""));
}

/** A text as it is compared with what a PDF says: ำ stands there as two glyphs, and lines and columns break where they must. */
export function squeezed(text: string): string {
  return text.replace(/ํ([่-๋]?)า/g, "$1ำ").replace(/\s+/g, "");
}

/** All of a PDF, as one text to look for squeezed ones in. */
export async function squeezedPdf(pdf: Uint8Array): Promise<string> {
  return squeezed((await pdfText(pdf)).join(""));
}
