import type { ClientSession } from "mongoose";
import type { Office } from "#bot/services/office/office.ts";
import { promisedDates } from "#bot/services/office/targets.ts";
import { Refused } from "#bot/services/refused.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { filedAnswers, parseAnswers } from "#models/requests/parse-answers.ts";
import { answeredPhone, requestTokens } from "./file-submission.ts";
import { resolveSchool, schoolAnswer } from "./resolve-school.ts";

/** What a transition makes of the answers: some corrected, or all written anew. */
type Changed = { amended: Answers; rewritten: Answers | null };

/** The request with its answers as they are now, and all that is made of answers made anew: what was filed, routing, promised dates. */
export async function amend(
  type: RequestType,
  office: Office,
  request: RequestDocument,
  { amended, rewritten }: Changed,
  session?: ClientSession,
): Promise<RequestDocument> {
  if (!rewritten && Object.keys(amended).length === 0) return request;
  const named = schoolAnswer(type.form, rewritten ?? amended);
  const school = named ? await resolveSchool(named.school, session) : request.school;
  const corrected = {
    ...(rewritten ?? { ...request.answers, ...amended }),
    ...(named ? { [named.field]: { code: school.code, name: school.name } } : {}),
  };
  // A day that was to come when it was filed may be over by now: what is written anew was judged by today before this.
  const parsed = parseAnswers(type.form, corrected, { today: bangkokDate(request.createdAt) });
  if (!parsed.ok) throw new Refused({ code: "invalid_answers", problems: parsed.problems });
  const { answers } = parsed;
  const category = type.category(answers);
  const urgency = type.urgency(answers);
  const after = {
    ...request,
    answers,
    filed: filedAnswers(type.form, answers),
    formVersion: type.form.version,
    subject: type.subject(answers),
    category,
    urgency,
    process: type.process(answers),
    system: type.system?.(answers) ?? null,
    group: type.group?.(answers) ?? (category === request.category ? request.group : office.groupFor(category)),
    school,
    requester: { ...request.requester, phone: (rewritten && answeredPhone(type.form, answers)) ?? request.requester.phone ?? null },
    answersRevision: request.revision + 1,
    ...(urgency === request.urgency ? {} : repromise(office, request, urgency)),
  };
  return { ...after, searchTokens: requestTokens(after) };
}

/** The promise of another urgency, counted from the report; time during which the clock stood still stays added. */
function repromise(office: Office, request: RequestDocument, urgency: RequestDocument["urgency"]) {
  const { calendar } = office;
  const waited = calendar.workingTimeBetween(promisedDates(office, request.urgency, request.createdAt).finishBy, request.finishBy);
  const promised = promisedDates(office, urgency, request.createdAt);
  return { ...promised, finishBy: calendar.addWorkingTime(promised.finishBy, waited) };
}
