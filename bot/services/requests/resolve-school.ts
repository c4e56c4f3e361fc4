import type { ClientSession } from "mongoose";
import { SchoolModel } from "#models/documents/school.document.ts";
import type { SchoolValue } from "#models/fields/kinds/picked.ts";
import { schoolValue } from "#models/fields/kinds/picked.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";

export type ResolvedSchool = { code: string | null; name: string; zone: string | null };

/** The school as the directory has it, with its zone; one that is not there is taken as written, without a code. */
export async function resolveSchool(school: SchoolValue, session?: ClientSession): Promise<ResolvedSchool> {
  const found = school.code ? await SchoolModel.findById(school.code, null, session ? { session } : {}).lean() : null;
  return found ? { code: found._id, name: found.name, zone: found.zone ?? null } : { code: null, name: school.name, zone: null };
}

/** The school named in a form's answers, and the field it stands in. */
export function schoolAnswer(form: Form, answers: Answers): { field: string; school: SchoolValue } | null {
  for (const [field, { kind }] of Object.entries(form.fields)) {
    const parsed = kind === "school" ? schoolValue.safeParse(answers[field]) : null;
    if (parsed?.success) return { field, school: parsed.data };
  }
  return null;
}
