import { asDecided } from "#bot/services/records/wanted-record.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { type RequestDocument, RequestModel } from "#models/documents/request.document.ts";
import { type TimelineEntryDocument, TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { FiledAnswer } from "#models/requests/parse-answers.ts";
import type { EntryOnPaper, PersonOnPaper, RequestOnPaper } from "#models/requests/request-on-paper.ts";
import { systemActor } from "#models/workflows/roles.ts";
import { presentRequest } from "./present-request.ts";

/** Longer than any job's story: the newest are printed. */
const mostEntries = 1_000;

/**
 * What of a request goes on paper: notes among staff, and the telephone of who asked; as it stands now, or as it was decided where its
 * paper of record is wanted.
 */
export type PaperFor = { notes: boolean; phone: boolean; as: "now" | "decided" };

type Filed = (Omit<FiledAnswer, "written"> & { written?: unknown })[];

/** A request with all that paper has of it, or null where there is none. Whoever asks has made sure that it may be seen. */
export async function paperOfRequest(ctx: ServiceContext, id: string, paperFor: PaperFor): Promise<RequestOnPaper | null> {
  const stored = await RequestModel.findById(id).lean();
  if (!stored) return null;
  const request = presentRequest(ctx, paperFor.as === "decided" ? asDecided(stored) : stored);
  const type = ctx.catalogue.of(request.formId);
  const newest = await TimelineEntryModel.find({
    requestId: id,
    sequence: { $lte: request.revision },
    ...(paperFor.notes ? {} : { audience: "all" }),
  })
    .sort({ sequence: -1 })
    .limit(mostEntries)
    .lean();
  const entries = newest.reverse();
  const { requester, assignee, official } = request;
  return {
    id,
    formId: request.formId,
    number: request.number,
    year: request.year,
    group: request.group,
    process: request.process ?? null,
    state: request.state,
    isOpen: request.isOpen,
    requester: { ...personIn(entries, requester), phone: (paperFor.phone && requester.phone) || null },
    school: request.school.name,
    assignee: assignee ? personIn(entries, assignee) : null,
    answers: request.answers,
    filed: filedOf(request.filed),
    filedAt: request.createdAt,
    ...sentBy(type, request, entries),
    finishBy: request.finishBy,
    files: await filesOf(type, request, entries),
    entries: entries.map(entryOf),
    official: official ? { number: official.number, date: official.date } : null,
  };
}

/** With the position that they had when they last did something to it. */
function personIn(entries: TimelineEntryDocument[], { id, name }: { id?: string | null; name: string }): PersonOnPaper {
  const last = entries.findLast(({ actor }) => actor.id === id);
  return { name, position: last?.actor.position ?? "" };
}

/** Who sent what stands in it, and when: at first, or when it was last written anew. */
function sentBy({ workflow }: RequestType, request: RequestDocument, entries: TimelineEntryDocument[]) {
  const sent = entries.findLast(({ transition }) => transition === "submit" || workflow.transitions[transition]?.rewrites);
  const { id, name, position } = sent?.actor ?? { id: request.filedById, name: "", position: "" };
  const isOther = name !== "" && id !== request.requester.id;
  return { filedBy: isOther ? { name, position } : null, signedAt: sent?.at ?? request.createdAt };
}

function entryOf({ at, transition, deed, actor, filed, audience }: TimelineEntryDocument): EntryOnPaper {
  const by = actor.id === systemActor.personId ? null : { name: actor.name, position: actor.position };
  return { at, transition, deed, by, filed: filedOf(filed), isStaffOnly: audience === "staff" };
}

/** What was filed is kept as it was made: `written` came from a field's own `write`. */
const filedOf = (filed: Filed): FiledAnswer[] => filed.map((answer) => answer as FiledAnswer);

/** All that is attached, in the order of the forms that took it. */
async function filesOf({ form, workflow }: RequestType, request: RequestDocument, entries: TimelineEntryDocument[]) {
  const held = [
    ...heldBy(form, request.answers),
    ...entries.flatMap(({ transition, answers }) => heldBy(workflow.transitions[transition]?.form, answers ?? {})),
  ];
  const named = await FileModel.find({ _id: { $in: held.map(({ id }) => id) } }, { name: 1 }).lean();
  const nameOf = new Map(named.map(({ _id, name }) => [_id, name ?? ""]));
  return held.filter(({ id }) => nameOf.has(id)).map(({ id, label }) => ({ label, name: nameOf.get(id) ?? "" }));
}

function heldBy(form: Form | undefined, answers: Answers): { id: string; label: string }[] {
  return Object.entries(form?.fields ?? {}).flatMap(([key, { kind, label }]) => {
    const ids = answers[key];
    return (kind === "photos" || kind === "files") && Array.isArray(ids) ? ids.map((id) => ({ id: String(id), label })) : [];
  });
}
