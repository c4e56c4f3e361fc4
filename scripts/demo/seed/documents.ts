import { defaultTargets, promisedDates } from "#bot/services/office/targets.ts";
import { deciderAmong } from "#bot/services/requests/choose-decider.ts";
import { requestTokens } from "#bot/services/requests/file-submission.ts";
import { actorThen, submitEntry } from "#bot/services/requests/timeline-entry.ts";
import { askedWords, awaitedPerson, nextDue } from "#bot/services/requests/waits.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { TimelineEntryDocument } from "#models/documents/timeline-entry.document.ts";
import { fiscalYear } from "#models/fields/thai/bangkok.ts";
import { formatRequestNumber } from "#models/fields/thai/request-number.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { filedAnswers } from "#models/requests/parse-answers.ts";
import { aliasOf, type Happening, type Life } from "./life.ts";
import { grantedActors, type World } from "./world.ts";

export type Filed = { request: RequestDocument; timeline: TimelineEntryDocument[] };

/** Lives as documents: numbered in the order they were filed, from 1 in each ปีงบประมาณ. */
export function documentsOf(world: World, lives: Life[]): { filed: Filed[]; counters: Map<string, number> } {
  const counters = new Map<string, number>();
  const requests = new Map<Life, RequestDocument>();
  const inOrder = [...lives].sort((a, b) => a.filedAt.getTime() - b.filedAt.getTime());
  const filed = inOrder.map((lived) => {
    const life = { ...lived, answers: withNumbers(lived, requests) };
    const key = `${life.type.code.ascii}-${fiscalYear(life.filedAt)}`;
    const tail = (counters.get(key) ?? 0) + 1;
    counters.set(key, tail);
    const request = requestOf(world, life, tail);
    const before = life.origin && requests.get(life.origin);
    if (before) {
      request.origin = linkTo(before);
      before.followUps.push(linkTo(request));
    }
    requests.set(lived, request);
    return { request, timeline: life.happened.map((one, at) => entryOf(world, request, life, one, at + 1)) };
  });
  return { filed, counters };
}

/** Answers with the numbers that the requests before this one were given. */
function withNumbers(life: Life, requests: Map<Life, RequestDocument>): Answers {
  let written = JSON.stringify(life.answers);
  for (let before = life.origin; before; before = before.origin) {
    written = written.replaceAll(aliasOf(before), requests.get(before)?.number ?? "");
  }
  return life.origin ? JSON.parse(written) : life.answers;
}

const linkTo = ({ _id, number, formId }: RequestDocument) => ({ id: _id, number, formId });

function requestOf(world: World, life: Life, tail: number): RequestDocument {
  const { type, school, requester: person, answers, facts, filedAt } = life;
  const { assigneeId, state, previousState, stateSince, group } = facts;
  const definition = type.workflow.states[state];
  if (!definition) throw new Error(`No state ${state}.`);
  const year = fiscalYear(filedAt);
  const number = formatRequestNumber({ thaiCode: type.code.thai, year, tail });
  const filed = filedAnswers(type.form, answers);
  const subject = type.subject(answers);
  const urgency = type.urgency(answers);
  const place = { code: school.code, name: school.name, zone: school.zone };
  const requester = { id: person.id, name: person.name, phone: person.phone };
  const assignee = assigneeId === null ? null : { id: assigneeId, name: nameOf(world, assigneeId) };
  const promised = promisedDates({ calendar: world.calendar, targets: defaultTargets }, urgency, filedAt);
  return {
    _id: world.newId(filedAt),
    draftId: world.newId(filedAt),
    formId: type.form.id,
    formVersion: type.form.version,
    workflowVersion: type.workflow.version,
    number,
    code: type.code.ascii,
    year,
    tail,
    answers,
    filed,
    subject,
    category: type.category(answers),
    urgency,
    process: type.process(answers),
    group,
    school: place,
    requester,
    filedById: person.id,
    assignee,
    state,
    previousState,
    stateSince,
    isOpen: !definition.final,
    revision: life.happened.length,
    answersRevision: 1 + life.happened.findLastIndex(({ transition }) => rewritesAnswers(type, transition)),
    system: facts.system,
    decider: deciderAmong(type.workflow, facts, grantedActors(world))?.decider ?? null,
    record: recordOf(world, life),
    followUps: [],
    awaits: awaitedPerson(definition, { requester, filedById: person.id, assignee }),
    awaitsWords: askedIn(life),
    shownAt: null,
    startBy: promised.startBy,
    finishBy: world.calendar.addWorkingTime(promised.finishBy, waited(world, life)),
    ...nextDue(type.workflow, { state, stateSince, answers }, world.calendar),
    searchTokens: requestTokens({ number, subject, filed, school: place, requester }),
    createdAt: filedAt,
    updatedAt: life.happened.at(-1)?.at ?? filedAt,
  };
}

// What was decided longer ago is printed when somebody asks: hundreds of papers at once would keep the first start busy for minutes.
const papersSinceMs = 3 * 86_400_000;

/** The paper of record that the newest decisions want. */
function recordOf(world: World, { type, happened }: Life): NonNullable<RequestDocument["record"]> | null {
  const at = happened.find(({ to }) => type.workflow.states[to]?.makesRecord)?.at;
  return at && world.now.getTime() - at.getTime() < papersSinceMs ? { state: "wanted", fileId: null, sha256: null, at } : null;
}

function rewritesAnswers({ workflow }: Life["type"], id: string): boolean {
  const transition = workflow.transitions[id];
  return id === "submit" || Boolean(transition?.rewrites ?? transition?.amends);
}

/** Minutes of office hours during which the promised time stood still. */
function waited(world: World, { type, happened }: Life): number {
  const moves = happened.filter(({ from, to }) => from !== to);
  const stood = moves.slice(1).map(({ from, at }, before) => {
    const since = moves[before]?.at ?? at;
    return type.workflow.states[from ?? ""]?.clock === "stops" ? world.calendar.workingTimeBetween(since, at) : 0;
  });
  return stood.reduce((sum, minutes) => sum + minutes, 0);
}

function askedIn({ type, happened }: Life): string | null {
  const last = happened.findLast(({ from, to }) => from !== to);
  const transition = type.workflow.transitions[last?.transition ?? ""];
  if (!last || !transition) return null;
  return askedWords(transition, transition.form ? filedAnswers(transition.form, last.answers) : []);
}

function entryOf(world: World, request: RequestDocument, life: Life, one: Happening, sequence: number): TimelineEntryDocument {
  const context = { catalogue: world.catalogue, clock: { now: () => one.at }, newId: () => world.newId(one.at) };
  const transition = life.type.workflow.transitions[one.transition];
  if (!transition) return { ...submitEntry(context, request, one.actor), sequence, at: one.at, to: one.to };
  return {
    _id: world.newId(one.at),
    requestId: request._id,
    sequence,
    at: one.at,
    actor: actorThen(one.actor),
    transition: one.transition,
    deed: transition.deed,
    from: one.from,
    to: one.to,
    answers: transition.rewrites ? {} : one.answers,
    filed: transition.form ? filedAnswers(transition.form, one.answers) : [],
    audience: transition.staffOnly ? "staff" : "all",
  };
}

function nameOf(world: World, personId: string): string {
  return world.people.find(({ id }) => id === personId)?.name ?? "";
}
