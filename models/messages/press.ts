import { z } from "zod";

/** What a pressed button says to us. It travels through LINE as a postback of at most 300 characters. */
export const pressSchema = z.discriminatedUnion("to", [
  /** begin a conversation */
  z.strictObject({ to: z.literal("start"), talk: z.string().max(60), with: z.record(z.string().max(20), z.string().max(100)).optional() }),
  /** answer the open question `ask` of the run `run`; a button of an older run is told so */
  z.strictObject({ to: z.literal("answer"), run: z.string().max(12), ask: z.string().max(40), value: z.string().max(120) }),
  /** begin a transition of a request, offered while it stood in `state` */
  z.strictObject({
    to: z.literal("transition"),
    request: z.string().max(40),
    transition: z.string().max(40),
    state: z.string().max(40),
    /** of a decision: the answersRevision that was shown with it */
    seen: z.string().max(12).optional(),
  }),
  /** open what was parked */
  z.strictObject({ to: z.literal("resume"), run: z.string().max(12) }),
]);

export type Press = z.infer<typeof pressSchema>;

/** The postback data of a press, ≤ 300 characters (LINE's limit) for every press the schema admits from our own code. */
export function writePress(press: Press): string {
  return JSON.stringify(press);
}

/** Reads postback data; null when it is not ours or from a version that no longer exists. */
export function readPress(data: string): Press | null {
  try {
    const parsed = pressSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
