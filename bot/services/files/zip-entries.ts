import { inflateRawSync } from "node:zlib";

/** One entry of a zip as its directory names it. */
export type ZipEntry = { name: string; isEncrypted: boolean; at: number; packed: number; isPacked: boolean };

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endLength = 22;
/** A comment behind the end is at most so long (ZIP's own 16 bits). Bytes. */
const longestComment = 0xffff;

/** The entries of a zip by its central directory; null where there is none that reads, as in a file cut short. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(data);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== entryMark) return null;
    const nameLength = data.readUInt16LE(at + 28);
    entries.push({
      name: data.toString("utf8", at + 46, at + 46 + nameLength),
      isEncrypted: (data.readUInt16LE(at + 8) & 1) === 1,
      at: data.readUInt32LE(at + 42),
      packed: data.readUInt32LE(at + 20),
      isPacked: data.readUInt16LE(at + 10) === 8,
    });
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(data: Buffer): number | null {
  for (let at = data.length - endLength; at >= Math.max(0, data.length - endLength - longestComment); at -= 1) {
    if (data.readUInt32LE(at) === endMark) return at;
  }
  return null;
}

/**
 * The text of an entry; null where it does not read.
 * @param most bytes of it unpacked: a small zip can claim to hold gigabytes
 */
export function readEntry(bytes: Uint8Array, { at, packed, isPacked }: ZipEntry, most: number): string | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > data.length) return null;
  const from = at + 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28);
  const body = data.subarray(from, from + packed);
  try {
    return (isPacked ? inflateRawSync(body, { maxOutputLength: most }) : body.subarray(0, most)).toString("utf8");
  } catch {
    return null;
  }
}
