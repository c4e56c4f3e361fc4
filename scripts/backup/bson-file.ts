import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export type Written = { count: number; bytes: number; sha256: string };

/** Writes documents as they are in the database, one after the other (BSON begins with its own length), and sums them up. */
export async function writeBsonFile(path: string, documents: AsyncIterable<Uint8Array>): Promise<Written> {
  const hash = createHash("sha256");
  let count = 0;
  let bytes = 0;
  async function* summed() {
    for await (const document of documents) {
      hash.update(document);
      count += 1;
      bytes += document.byteLength;
      yield document;
    }
  }
  await pipeline(Readable.from(summed()), createWriteStream(path, { mode: 0o600, flags: "wx", flush: true }));
  return { count, bytes, sha256: hash.digest("hex") };
}

/** The sum of a file's bytes, for the comparison with the one that was written down. */
export async function sumOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest("hex");
}

/** Documents of a file in batches of `batchBytes` at least: memory does not grow with the file. */
export async function* readBsonFile(path: string, batchBytes = 8_000_000): AsyncGenerator<Uint8Array[]> {
  let rest = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: batchBytes })) {
    rest = Buffer.concat([rest, piece as Buffer]);
    const { documents, end } = wholeDocuments(rest);
    if (documents.length > 0) yield documents;
    rest = rest.subarray(end);
  }
  if (rest.length > 0) throw new Error(`${path} ends in the middle of a document`);
}

function wholeDocuments(bytes: Buffer): { documents: Uint8Array[]; end: number } {
  const documents: Uint8Array[] = [];
  let end = 0;
  while (end + 4 <= bytes.length) {
    const length = bytes.readInt32LE(end);
    // An empty document has five bytes.
    if (length < 5) throw new Error("not BSON");
    if (end + length > bytes.length) break;
    documents.push(bytes.subarray(end, end + length));
    end += length;
  }
  return { documents, end };
}
