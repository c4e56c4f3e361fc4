import { createHash, randomUUID } from "node:crypto";
import type { AccessEntryDocument } from "#models/documents/access-entry.document.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import type { ServiceContext } from "./service-context.ts";

/** One look at, or change of, somebody's personal data. `subject` names the record ("request:…", "person:…"), never its content. */
export type Access = { personId: string; action: string; subject: string; result?: "allowed" | "refused"; ip?: string | null };

// A look is written down within this time; a group of them costs one insert.
const flushAfterMs = 250;
const duplicateKey = 11_000;

const chain = randomUUID();
let sequence = 0;
let lastHash = "";
let waiting: AccessEntryDocument[] = [];
let timer: NodeJS.Timeout | null = null;
let writing: Promise<void> = Promise.resolve();

/** The hash that links an entry to the one before it; an audit computes it again. */
export function accessHash(entry: Omit<AccessEntryDocument, "_id" | "hash">, previous: string): string {
  const { at, personId, ip, action, subject, result } = entry;
  return createHash("sha256")
    .update(JSON.stringify([previous, entry.chain, entry.sequence, at.toISOString(), personId, ip ?? null, action, subject, result]))
    .digest("hex");
}

/** Notes accesses in this process's chain at once and stores them in groups; never waits for the database. Kept at least 90 days. */
export function recordAccess(ctx: Pick<ServiceContext, "clock">, accesses: Access[]): void {
  for (const { personId, action, subject, result = "allowed", ip = null } of accesses) {
    sequence += 1;
    const entry = { at: ctx.clock.now(), personId, ip, action, subject, chain, sequence, result };
    lastHash = accessHash(entry, lastHash);
    waiting.push({ _id: `${chain}:${sequence}`, ...entry, hash: lastHash });
  }
  if (waiting.length > 0) timer ??= setTimeout(() => void flushAccessLog().catch(() => undefined), flushAfterMs).unref();
}

/** Stores what is noted; shutdown awaits it. What cannot be stored is kept for the next try. */
export function flushAccessLog(): Promise<void> {
  if (timer) clearTimeout(timer);
  timer = null;
  writing = writing.catch(() => undefined).then(writeGroup);
  return writing;
}

async function writeGroup(): Promise<void> {
  const group = waiting;
  if (group.length === 0) return;
  waiting = [];
  try {
    await AccessEntryModel.insertMany(group, { ordered: false });
  } catch (error) {
    // A first try whose answer was lost has stored them: the same id twice is no fault.
    if (onlyDuplicates(error)) return;
    waiting = [...group, ...waiting];
    timer ??= setTimeout(() => void flushAccessLog().catch(() => undefined), flushAfterMs * 20).unref();
    throw error;
  }
}

function onlyDuplicates(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("writeErrors" in error)) return false;
  const errors = [error.writeErrors].flat() as { code?: number }[];
  return errors.length > 0 && errors.every(({ code }) => code === duplicateKey);
}
