import type { Understanding } from "#models/conversations/understanding.ts";
import type { RequestType } from "./define-request-type.ts";

/**
 * Choices of a form that the chat does not ask for but reads in what was told, by field: a page may choose them ahead, and
 * people correct them where they are wrong. What the chat asks for is the person's own to say.
 */
export function readChoices({ form, conversation }: RequestType, understood: Understanding, told: string): Record<string, string> {
  const asked = new Set(conversation.steps.map(({ field }) => field));
  const isRead = (key: string) => form.fields[key]?.kind === "choice" && !asked.has(key);
  return Object.fromEntries(
    Object.entries(conversation.prefill?.(understood, told) ?? {}).flatMap(([key, value]) =>
      typeof value === "string" && isRead(key) ? [[key, value]] : [],
    ),
  );
}
