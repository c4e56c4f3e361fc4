import { z } from "zod";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { Run } from "./session.ts";

/** For whom staff report. */
export type OnBehalfOf = { name: string; phone: string | null };

/** A form that a chat has under way: as much of its run as others than the chat need. The run's id is the draft's. */
export type FormRun = {
  draftId: string;
  formId: string;
  formVersion: number;
  answers: Answers;
  onBehalfOf: OnBehalfOf | null;
  revision: number;
  at: Date;
  /** given up in the chat, where it can still be taken back */
  isCancelled: boolean;
};

const prefix = "report:";

/** The id of the talk that fills a form. */
export const formTalkId = (formId: string): string => `${prefix}${formId}`;

/** What every version of the talk's state holds; the talk itself checks the rest. */
const runState = z.looseObject({
  answers: z.record(z.string(), z.unknown()),
  caller: z.looseObject({ name: z.string().optional(), phone: z.string().optional() }),
  onBehalf: z.boolean(),
  revision: z.number().int(),
});

/** A chat's run as a form under way; null when it is another talk, or sent already. */
export function formRunOf({ id, talk, version, state, at, left }: Run): FormRun | null {
  const parsed = talk.startsWith(prefix) ? runState.safeParse(state) : null;
  if (!parsed?.success || parsed.data.sentAs !== undefined) return null;
  const { answers, caller, onBehalf, revision } = parsed.data;
  return {
    draftId: id,
    formId: talk.slice(prefix.length),
    formVersion: version,
    answers,
    onBehalfOf: onBehalf ? { name: caller.name ?? "", phone: caller.phone ?? null } : null,
    // One above the chat's own count: 0 is a draft that nobody has begun.
    revision: revision + 1,
    at: new Date(at),
    isCancelled: left === "cancelled",
  };
}

/** Whether answers hold something the person said, beyond the school that we know ourselves. */
export function tellsSomething({ form, conversation }: RequestType, answers: Answers): boolean {
  const isKnown = (key: string) => form.fields[key]?.kind === "school" || form.fields[key]?.kind === "phone";
  // A form that the mini-app takes whole asks nothing here.
  if (conversation.steps.length === 0) return Object.keys(answers).some((key) => !isKnown(key));
  return conversation.steps.some(({ field }) => form.fields[field]?.kind !== "school" && answers[field] !== undefined);
}
