import type { z } from "zod";

/** LINE's error body. */
export interface LineError {
  message: string;
  details?: { message: string; property: string }[];
}

export type Checked<Value> = { ok: true; value: Value } | { ok: false; error: LineError };

function propertyOf(path: readonly PropertyKey[]): string {
  return path.map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`)).join("");
}

/** Checks a request body and words what is wrong with it as LINE does. */
export function check<Schema extends z.ZodType>(schema: Schema, body: unknown): Checked<z.output<Schema>> {
  const result = schema.safeParse(body);
  if (result.success) return { ok: true, value: result.data };
  const details = result.error.issues.map((issue) => ({ message: issue.message, property: propertyOf(issue.path) }));
  return { ok: false, error: { message: `The request body has ${details.length} error(s)`, details } };
}
