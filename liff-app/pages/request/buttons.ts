import type { Action } from "#liff-app/composables/request.ts";

/** How a step's button looks: agreeing is what stands out, saying no is red and no easier to hit. */
export function buttonOf({ decides }: Action, isFirst: boolean): { type: "primary" | "danger" | "default"; plain: boolean } {
  if (decides === "refuse") return { type: "danger", plain: true };
  if (decides === null ? isFirst : decides !== "return") return { type: "primary", plain: false };
  return { type: "default", plain: false };
}
