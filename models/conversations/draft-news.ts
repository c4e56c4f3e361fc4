import type { Answers } from "#models/requests/define-form.ts";
import type { OnBehalfOf } from "./form-run.ts";

/** What became of a chat's draft in the mini-app since the chat's last turn. */
export type DraftNews = { draftId: string } & (
  | { became: "saved"; formVersion: number; answers: Answers; onBehalfOf: OnBehalfOf | null; revision: number }
  | { became: "sent"; request: { id: string; number: string } }
  | { became: "discarded" }
);
