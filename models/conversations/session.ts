import { z } from "zod";

/** Raised when the shape below changes; an older session is then ended politely. */
export const sessionVersion = 1;

const run = z.strictObject({
  id: z.string().max(12),
  talk: z.string().max(60),
  version: z.number().int(),
  state: z.unknown(),
  /** last time the person said something in it, ISO */
  at: z.string(),
  /** why it was parked: another talk came between, the person cancelled it, or it was offered again and left */
  left: z.enum(["interrupted", "cancelled", "offered"]).optional(),
});

/** One begun talk: which definition in which version, and its state as data. */
export type Run = z.infer<typeof run>;

export const sessionSchema = z.strictObject({
  version: z.literal(sessionVersion),
  active: run.nullable(),
  parked: z.array(run).max(2),
  /** messages in a row that were not understood */
  lost: z.number().int(),
});

/** Where a chat stands between two turns. */
export type Session = z.infer<typeof sessionSchema>;

export const emptySession: Session = { version: sessionVersion, active: null, parked: [], lost: 0 };

/** Reads a stored session; `outdated` when it is of another shape, so that the talk can end politely. */
export function readSession(stored: unknown): { session: Session; outdated: boolean } {
  if (stored === null || stored === undefined) return { session: emptySession, outdated: false };
  const parsed = sessionSchema.safeParse(stored);
  return parsed.success ? { session: parsed.data, outdated: false } : { session: emptySession, outdated: true };
}
