import type { Answers } from "#models/requests/define-form.ts";

/*
 * What somebody has typed of a survey and not sent yet stays on their phone: a draft on the server would stand there with its
 * person's name, also of a survey that is anonymous.
 */

const keyOf = (personId: string, surveyId: string) => `survey:${personId}:${surveyId}`;

/** Nothing is kept, or not by this version: no answers. */
export function readKept(personId: string, surveyId: string): Answers {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId, surveyId)) ?? "null");
    return typeof kept === "object" && kept !== null && !Array.isArray(kept) ? (kept as Answers) : {};
  } catch {
    return {};
  }
}

/** A full or forbidden storage keeps nothing; the page still holds it. */
export function keep(personId: string, surveyId: string, answers: Answers): void {
  try {
    localStorage.setItem(keyOf(personId, surveyId), JSON.stringify(answers));
  } catch {
    // Sent it is from the page itself.
  }
}

export function dropKept(personId: string, surveyId: string): void {
  try {
    localStorage.removeItem(keyOf(personId, surveyId));
  } catch {
    // Nothing was kept.
  }
}
