import type { ClientSession } from "mongoose";
import { personById } from "#bot/services/people/find-person.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import { Refused } from "#bot/services/refused.ts";
import { personValue } from "#models/fields/kinds/picked.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import { isStaff } from "#models/workflows/roles.ts";

/**
 * The person whom a transition's answer gives the work, under the name that the office knows them by.
 * @throws Refused invalid_answers when it is nobody who works for the centre now
 */
export async function resolveAssignee({ assigns }: Transition, answers: Answers, now: Date, session?: ClientSession) {
  if (typeof assigns !== "object") return { answers, assignee: null };
  const given = personValue.safeParse(answers[assigns.answer]);
  // What is no person at all is left to the form's own gate.
  if (!given.success) return { answers, assignee: null };
  const person = await personById(given.data.id, session);
  if (!person || !isStaff(actorOf(person, now))) {
    throw new Refused({ code: "invalid_answers", problems: [{ field: assigns.answer, message: "เลือกเจ้าหน้าที่จากรายชื่อนะคะ" }] });
  }
  const assignee = { id: person._id, name: person.name };
  return { answers: { ...answers, [assigns.answer]: assignee }, assignee };
}
