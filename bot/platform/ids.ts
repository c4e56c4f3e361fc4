import { randomBytes } from "node:crypto";

/** Where new ids come from; tests pass their own. */
export type Ids = {
  /** A UUID in lower case with dashes: the form LINE asks of X-Line-Retry-Key too. */
  next(): string;
};

/** UUID version 7: ordered by the millisecond they were made in, so that indexes grow at one end; 74 bits are random. */
export const systemIds: Ids = { next: () => uuidV7(Date.now(), nextRandom()) };

/** Drawn in blocks: one call to the system for hundreds of ids, where a turn needs several. */
let drawn = Buffer.alloc(0);

function nextRandom(): Uint8Array {
  if (drawn.length < 10) drawn = randomBytes(4_000);
  const [taken, rest] = [drawn.subarray(0, 10), drawn.subarray(10)];
  drawn = rest;
  return taken;
}

/** `time` in milliseconds since 1970, `random` ten bytes. */
export function uuidV7(time: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
