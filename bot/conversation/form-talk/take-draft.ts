import type { DraftNews } from "#models/conversations/draft-news.ts";
import type { OnBehalfOf } from "#models/conversations/form-run.ts";
import { isShown } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { fittingAnswers } from "#models/requests/fitting-answers.ts";
import { answerTo, placeOf } from "./form-questions.ts";
import type { FormState } from "./form-state.ts";

type Saved = Extract<DraftNews, { became: "saved" }>;

/**
 * The talk with what the mini-app made of its draft: those answers that their fields take, instead of its own. The open
 * question stays open where it is still one; otherwise what is missing, or the summary, has yet to be shown here.
 */
export function takeDraft(type: RequestType, state: FormState, { answers, onBehalfOf, revision }: Saved): FormState {
  const next: FormState = {
    ...state,
    answers: fittingAnswers(type.form, answers),
    caller: onBehalfOf ? callerOf(onBehalfOf) : {},
    onBehalf: onBehalfOf !== null,
    // The draft counts one above the talk (models/conversations/form-run.ts).
    revision: Math.max(revision - 1, state.revision),
  };
  if (isSame(next.answers, state.answers) && isSame(next.caller, state.caller)) return { ...state, revision: next.revision };
  return { ...next, phase: "asking", open: isStillAsked(type, state, next) ? state.open : null };
}

/** Changed elsewhere, and not shown in the chat since: nothing may be confirmed unseen, and no old question be answered. */
export const isUnseen = (state: FormState): boolean => state.phase === "asking" && state.open === null;

const callerOf = ({ name, phone }: OnBehalfOf): FormState["caller"] => ({ ...(name ? { name } : {}), ...(phone ? { phone } : {}) });

function isStillAsked(type: RequestType, before: FormState, after: FormState): boolean {
  const key = before.open?.key;
  if (key === undefined || placeOf(key).section === "self") return false;
  const isAsked = placeOf(key).section === "caller" ? after.onBehalf : isShown(type.form, key, after.answers);
  return isAsked && JSON.stringify(answerTo(before, key)) === JSON.stringify(answerTo(after, key));
}

/** Both have been through their fields, which fixes the order of what a value is made of. */
function isSame(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
}
