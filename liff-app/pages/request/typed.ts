import type { Answers } from "#models/requests/define-form.ts";

/** What somebody typed into a sheet, with the pictures that are stored already, so that closing it loses nothing. */
export type Typed = { answers: Answers; pictures: { field: string; id: string; thumbnail: string }[] };
