import { provide } from "vue";
import type { FormState } from "#liff-app/fields/use-form.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { type StoredUpload, type Uploads, uploadsKey, useUploads } from "./uploads.ts";

/**
 * The uploads of a form, for its controls: what is stored becomes part of the field's answer.
 * @param scope whose uploads a reload brings back
 */
export function useFormUploads(scope: string, state: FormState): Uploads {
  const uploads = useUploads(scope, ({ field, id }) => {
    const before = state.answers[field];
    state.change(field, [...(Array.isArray(before) ? before : []), id]);
  });
  provide(uploadsKey, uploads);
  return uploads;
}

/** Shows at its fields what answers hold already, as far as it is still there. */
export function showStored({ form }: FormState, uploads: Uploads, answers: Answers, stored: readonly StoredUpload[]): void {
  for (const [key, { kind }] of Object.entries(form.fields)) {
    const ids = kind === "photos" || kind === "files" ? answers[key] : undefined;
    if (!Array.isArray(ids)) continue;
    uploads.show(
      key,
      stored.filter(({ id }) => ids.includes(id)),
    );
  }
}
