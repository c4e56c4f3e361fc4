import type { StoredUpload } from "#liff-app/composables/uploads.ts";
import type { Answers } from "#models/requests/define-form.ts";

/** What somebody typed into a sheet, with the pictures and files that are stored already, so that closing it loses nothing. */
export type Typed = { answers: Answers; pictures: (StoredUpload & { field: string })[] };
