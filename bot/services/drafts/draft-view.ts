import type { ServiceContext } from "#bot/services/service-context.ts";
import type { FormRun, OnBehalfOf } from "#models/conversations/form-run.ts";
import type { DraftDocument } from "#models/documents/draft.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import type { RequestDocument } from "#models/documents/request.document.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { documentsIn, filesIn, photosIn } from "#models/requests/files-in.ts";
import { fittingAnswers, upgradedAnswers } from "#models/requests/fitting-answers.ts";
import type { Actor } from "#models/workflows/roles.ts";

/** Whose drafts: a person, and the chat of theirs that may have some under way. */
export type DraftOwner = { actor: Actor; chatId: string };

/** A draft as its person finds it, whichever side went on with it last. */
export type DraftView = {
  id: string;
  formId: string;
  /** always the form's present one: older answers are upgraded */
  formVersion: number;
  title: string;
  answers: Answers;
  onBehalfOf: OnBehalfOf | null;
  /** the pictures among the answers that are still there */
  photos: string[];
  /** the files among them that go by their names */
  files: string[];
  /** the request that it goes on from */
  origin: { id: string; number: string; formId: string } | null;
  revision: number;
  savedAt: Date;
  submittedAs: { id: string; number: string } | null;
};

/** What is known of a draft. `isTouched`: the chat has not yet heard what the mini-app last did with it. */
export type DraftSources = { stored: DraftDocument | null; run: FormRun | null; isTouched: boolean };

/**
 * The draft that its sources make. Their writes are in one order, and each builds on the one before: where the chat has
 * taken over what the mini-app saved, the chat's answers are the newest, otherwise the mini-app's.
 * @returns null where there is none, or none that this version of the form can read
 */
export function draftView(ctx: Pick<ServiceContext, "catalogue">, { stored, run, isTouched }: DraftSources): DraftView | null {
  const spokeLast = run && !isTouched ? run : null;
  const newest = spokeLast ?? stored;
  const type = ctx.catalogue.all.find(({ form }) => form.id === newest?.formId);
  if (!newest || !type) return null;
  const answers = upgradedAnswers(type.form, newest.formVersion, newest.answers);
  if (!answers) return null;
  return {
    id: spokeLast?.draftId ?? stored?._id ?? "",
    formId: type.form.id,
    formVersion: type.form.version,
    title: draftTitle(type, answers),
    answers: spokeLast && stored ? { ...unfinished(type.form, stored), ...answers } : answers,
    onBehalfOf: newest.onBehalfOf ? { name: newest.onBehalfOf.name, phone: newest.onBehalfOf.phone ?? null } : null,
    photos: [],
    files: [],
    origin: stored?.origin ? { id: stored.origin.id, number: stored.origin.number, formId: stored.origin.formId } : null,
    revision: revisionOf({ stored, run, isTouched }),
    savedAt: new Date(Math.max(stored?.savedAt.getTime() ?? 0, spokeLast?.at.getTime() ?? 0)),
    submittedAs: stored?.submittedAs ? { id: stored.submittedAs.id, number: stored.submittedAs.number } : null,
  };
}

/** The count that both writers raise: whoever saves has seen all that this one counts. 0: there is no draft. */
export function revisionOf({ stored, run }: DraftSources): number {
  return Math.max(stored?.revision ?? 0, run?.revision ?? 0);
}

/** Half-typed words of the mini-app, which the chat could not take over. */
function unfinished(form: Form, { formVersion, answers }: DraftDocument): Answers {
  const all: Answers = upgradedAnswers(form, formVersion, answers) ?? {};
  const finished = fittingAnswers(form, all);
  return Object.fromEntries(Object.entries(all).filter(([key]) => finished[key] === undefined));
}

/** A draft that was sent and is kept as its request alone. */
export function sentDraft(ctx: Pick<ServiceContext, "catalogue">, request: RequestDocument): DraftView {
  const { form, name } = ctx.catalogue.of(request.formId);
  return {
    id: request.draftId,
    formId: form.id,
    formVersion: form.version,
    title: `${name} ${request.subject}`,
    answers: {},
    onBehalfOf: null,
    photos: [],
    files: [],
    origin: null,
    revision: 0,
    savedAt: request.createdAt,
    submittedAs: { id: request._id, number: request.number },
  };
}

// A line on a phone.
const longestTitle = 80;

/** "แจ้งซ่อม เครื่องพิมพ์ กระดาษติด" */
function draftTitle({ name, form, subject }: RequestType, answers: Answers): string {
  const words = subject(fittingAnswers(form, answers)).replace(/\s+/g, " ").trim();
  return words ? `${name} ${words}`.slice(0, longestTitle) : name;
}

/** The draft with those of its files that are still there: its owner's own, and those of the request that it goes on from. */
export async function withFiles(ctx: Pick<ServiceContext, "catalogue">, draft: DraftView, chatId: string): Promise<DraftView> {
  const { form } = ctx.catalogue.of(draft.formId);
  const named = draft.submittedAs ? [] : filesIn(form, draft.answers);
  if (named.length === 0) return draft;
  const own = { ownerChatId: chatId, state: "loose" as const };
  const from = draft.origin?.id;
  const carried = from
    ? [
        { state: "attached" as const, requestId: from },
        { state: "attached" as const, alsoIn: from },
      ]
    : [];
  const there = await FileModel.find({ _id: { $in: named }, $or: [own, ...carried] }, { _id: 1 }).lean();
  const ids = new Set(there.map(({ _id }) => _id));
  const isThere = (id: string) => ids.has(id);
  return { ...draft, photos: photosIn(form, draft.answers).filter(isThere), files: documentsIn(form, draft.answers).filter(isThere) };
}
