import type { Answers, AnswersOf } from "#models/requests/define-form.ts";
import type { repairForm } from "#models/requests/repair/repair.form.ts";

/** States of a repair out of which other requests grow: parts, a purchase, a loan for the meantime. */
export const afterRepair = [
  "submitted",
  "assigned",
  "accepted",
  "inspecting",
  "fixing-remotely",
  "repairing",
  "waiting-parts",
  "sent-out",
  "asked",
  "unrepairable",
];

/** What a repair's answers tell the request that goes on from it. `school` and `phone` are ready to be spread into answers. */
export function repairFacts(earlier: Answers) {
  const { device, symptom, place, assetNumber, school, phone }: AnswersOf<typeof repairForm.fields> = earlier;
  return { device, symptom, place, assetNumber, school: school ? { school } : {}, phone: phone ? { phone } : {} };
}
