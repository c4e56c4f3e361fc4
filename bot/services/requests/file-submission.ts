import { keepOwnFiles } from "#bot/services/files/attach-files.ts";
import { readOffice } from "#bot/services/office/office.ts";
import { promisedDates } from "#bot/services/office/targets.ts";
import { onlyPersonWithPhone, personById } from "#bot/services/people/find-person.ts";
import { keptPhone } from "#bot/services/people/person-names.ts";
import { wantedRecord } from "#bot/services/records/wanted-record.ts";
import { Refused } from "#bot/services/refused.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import type { Commands } from "#models/conversations/effects.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { filedAnswers, parseAnswers } from "#models/requests/parse-answers.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { type Chosen, chooseDecider } from "./choose-decider.ts";
import type { Origin } from "./origin.ts";
import { factsOf } from "./present-request.ts";
import { resolveSchool, schoolAnswer } from "./resolve-school.ts";
import { takeNumber } from "./take-number.ts";
import { awaitedPerson, nextDue } from "./waits.ts";

type Submission = Commands["submit"]["in"];
type Filer = { actor: Actor; chatId: string; lineUserId: string | null };

/** Places a person reported from, the newest first: as many as quick replies have room for. */
const mostPlaces = 5;

export type FiledSubmission = {
  request: RequestDocument;
  /** who decides about it first */
  chosen: Chosen | null;
  /** what becomes of the filer's recent places; null: nothing new */
  places: string[] | null;
};

/** Makes the request of a submission: everything is looked up and its number taken, nothing of it is written yet. */
export async function fileSubmission(
  ctx: ServiceContext,
  type: RequestType,
  input: Submission,
  filer: Filer,
  registering: PersonDocument | null,
  origin: Origin | null,
): Promise<FiledSubmission> {
  const now = ctx.clock.now();
  const [office, person] = await Promise.all([readOffice(ctx), registering ?? personById(filer.actor.personId)]);
  const own = await keepOwnFiles(type.form, { ...input, mayKeep: origin?.files ?? [] }, chatsOf(filer));
  const parsed = parseAnswers(type.form, own, { today: bangkokDate(now) });
  if (!parsed.ok) throw new Refused({ code: "invalid_answers", problems: parsed.problems });
  const { school, answers } = await withSchool(type.form, parsed.answers, person);
  const requester = await requesterOf(type.form, answers, input.onBehalfOf ?? null, filer.actor, person);
  const category = type.category(answers);
  const urgency = type.urgency(answers);
  const number = await takeNumber(type, now);
  const filed = filedAnswers(type.form, answers);
  const subject = type.subject(answers);
  const state = type.workflow.states[type.workflow.initial];
  if (!state) throw new Error(`workflow ${type.workflow.id}: no initial state`);
  const standing = { state: type.workflow.initial, stateSince: now, shownAt: null, answers };
  const group = type.group?.(answers) ?? office.groupFor(category);
  const system = type.system?.(answers) ?? null;
  const request: RequestDocument = {
    _id: ctx.newId(),
    draftId: input.draftId,
    formId: type.form.id,
    formVersion: type.form.version,
    workflowVersion: type.workflow.version,
    ...number,
    filed,
    subject,
    category,
    urgency,
    process: type.process(answers),
    system,
    group,
    school,
    requester,
    filedById: filer.actor.personId,
    assignee: null,
    ...standing,
    previousState: null,
    isOpen: !state.final,
    revision: 1,
    answersRevision: 1,
    decider: null,
    origin: origin?.link ?? null,
    followUps: [],
    official: null,
    record: null,
    awaits: awaitedPerson(state, { requester, filedById: filer.actor.personId, assignee: null }),
    awaitsWords: null,
    ...promisedDates(office, urgency, now),
    ...nextDue(type.workflow, standing, office.calendar),
    searchTokens: requestTokens({ number: number.number, subject, filed, school, requester }),
    createdAt: now,
    updatedAt: now,
  };
  const chosen = await chooseDecider(type.workflow, factsOf(request), now);
  const record = state.makesRecord ? wantedRecord(request, now) : null;
  const filedRequest = { ...request, record, decider: chosen?.decider ?? null };
  return { request: filedRequest, chosen, places: input.onBehalfOf ? null : recentPlaces(type.form, answers, person?.recentPlaces ?? []) };
}

/** What a request is found by. */
export function requestTokens(request: Pick<RequestDocument, "number" | "subject" | "filed" | "school" | "requester">): string[] {
  const { number, subject, filed, school, requester } = request;
  return searchTokens([number, subject, school.name, requester.name, ...filed.map(({ shown }) => shown)]);
}

/** Pictures belong to the chat they were sent in; in a group, also to the person's own chat. */
function chatsOf({ chatId, lineUserId }: Filer): string[] {
  return lineUserId ? [chatId, lineUserId] : [chatId];
}

async function withSchool(form: Form, answers: Answers, person: PersonDocument | null) {
  const named = schoolAnswer(form, answers);
  const own = { code: person?.school.code ?? null, name: person?.school.name ?? "" };
  const school = await resolveSchool(named?.school ?? own);
  return { school, answers: named ? { ...answers, [named.field]: { code: school.code, name: school.name } } : answers };
}

async function requesterOf(
  form: Form,
  answers: Answers,
  caller: Submission["onBehalfOf"] | null,
  actor: Actor,
  person: PersonDocument | null,
) {
  const answered = answeredPhone(form, answers);
  if (!caller) return { id: actor.personId, name: actor.name, phone: answered ?? person?.phone ?? null };
  const phone = keptPhone(caller.phone) ?? answered;
  const known = await onlyPersonWithPhone(phone);
  return { id: known?._id ?? null, name: known?.name ?? (cleanText(caller.name).slice(0, 120) || "ผู้โทรแจ้ง"), phone };
}

/** The telephone number that the answers give. */
export function answeredPhone(form: Form, answers: Answers): string | null {
  const phone = Object.keys(form.fields).find((key) => form.fields[key]?.kind === "phone");
  return phone && answers[phone] !== undefined ? keptPhone(String(answers[phone])) : null;
}

function recentPlaces(form: Form, answers: Answers, before: string[]): string[] | null {
  const field = Object.keys(form.fields).find((key) => form.fields[key]?.kind === "place");
  const place = field ? answers[field] : undefined;
  if (typeof place !== "string" || before[0] === place) return null;
  return [place, ...before.filter((other) => other !== place)].slice(0, mostPlaces);
}
