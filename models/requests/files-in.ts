import type { FieldKind } from "#models/fields/field.ts";
import type { Answers, Form } from "./define-form.ts";

/** Ids of the pictures among a form's answers, shown as pictures. */
export const photosIn = (form: Form, answers: Answers): string[] => idsOf(form, answers, ["photos"]);

/** Ids of the files among them that go by their names: documents, and pictures among documents. */
export const documentsIn = (form: Form, answers: Answers): string[] => idsOf(form, answers, ["files"]);

/** Ids of all stored files among a form's answers. */
export const filesIn = (form: Form, answers: Answers): string[] => idsOf(form, answers, fileKinds);

/** Whether a field holds ids of stored files. */
export const holdsFiles = (form: Form, key: string): boolean => fileKinds.includes(form.fields[key]?.kind ?? "text");

const fileKinds: FieldKind[] = ["photos", "files"];

function idsOf(form: Form, answers: Answers, kinds: FieldKind[]): string[] {
  return Object.entries(form.fields).flatMap(([key, { kind }]) => {
    const value = answers[key];
    return kinds.includes(kind) && Array.isArray(value) ? value.map(String) : [];
  });
}
