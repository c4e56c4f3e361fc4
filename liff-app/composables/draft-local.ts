import type { Answers } from "#models/requests/define-form.ts";

export type Caller = { name: string; phone: string | null };

/** A draft as this phone holds it: what survives a lost network and a reload. */
export type LocalDraft = {
  id: string;
  formVersion: number;
  answers: Answers;
  onBehalfOf: Caller | null;
  /** of the server's copy that `synced` was; 0: the server has none */
  revision: number;
  /** the answers as the server held them then */
  synced: Answers;
  /** typed since */
  isUnsent: boolean;
};

/** One a form: a phone may be shared, and what staff fill for a caller is not their own. */
export const localKey = (personId: string, formId: string, isForCaller: boolean) =>
  `draft:${personId}:${formId}:${isForCaller ? "caller" : "own"}`;

/** Null where nothing is kept, or where it is not what this version wrote. */
export function readLocal(key: string): LocalDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Partial<LocalDraft> | null;
    return kept?.id && kept.answers && kept.synced ? (kept as LocalDraft) : null;
  } catch {
    return null;
  }
}

/** @returns whether the phone took it; a full or forbidden storage does not */
export function keepLocal(key: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropLocal(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

export const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Two people's, or two places', changes to the same answers: mine where I changed something, theirs elsewhere. */
export function mergeAnswers(synced: Answers, mine: Answers, theirs: Answers): Answers {
  const merged: Answers = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = isSame(mine[key], synced[key]) ? theirs[key] : mine[key];
    if (value !== undefined && value !== null) merged[key] = value;
  }
  return merged;
}
