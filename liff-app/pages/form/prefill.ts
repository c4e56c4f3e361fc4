import type { Me } from "#models/contracts/me.contract.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";

/** What the person has told of themselves already: their school and telephone, where the form asks for one. */
export function prefillOf(form: Form, person: Me["person"]): Answers {
  const known: Record<string, unknown> = { school: person?.school, phone: person?.phone };
  const entries = Object.entries(form.fields).map(([key, { kind }]) => [key, known[kind]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
}
