import { RequestModel } from "#models/documents/request.document.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** The newest request of a form that a person filed; null where there is none. */
export async function lastOfForm(formId: string, actor: Actor): Promise<{ id: string; number: string; subject: string; at: Date } | null> {
  const last = await RequestModel.findOne({ filedById: actor.personId, formId }, { number: 1, subject: 1, createdAt: 1 })
    .sort({ createdAt: -1 })
    // Of two that serve the planner may take the other: it walks through all that somebody filed of other forms.
    .hint("last_of_form")
    .lean();
  return last && { id: last._id, number: last.number, subject: last.subject, at: last.createdAt };
}
