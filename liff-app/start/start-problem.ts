import { isApiError } from "#liff-app/api/api-error.ts";

/** Why the mini-app could not open: each has a screen of its own with a way on. */
export type StartProblem = "offline" | "away" | "slow" | "not-configured" | "login-failed" | "signed-out";

export function startProblemOf(error: unknown): StartProblem {
  if (isApiError(error, "offline")) return "offline";
  return isApiError(error, "slow") ? "slow" : "away";
}
