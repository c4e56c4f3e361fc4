import { isDeepStrictEqual } from "node:util";
import type { ClientSession } from "mongoose";
import { inTransaction } from "#bot/platform/transaction.ts";
import { Refused } from "#bot/services/refused.ts";
import { mayFill } from "#bot/services/requests/may-fill.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { retryRaces } from "#bot/services/unique-race.ts";
import type { OnBehalfOf } from "#models/conversations/form-run.ts";
import { DraftModel } from "#models/documents/draft.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { upgradedAnswers } from "#models/requests/fitting-answers.ts";
import { isStaff } from "#models/workflows/roles.ts";
import { keepDraftFiles } from "./draft-files.ts";
import { readDraftSources, touchChat } from "./draft-sources.ts";
import { type DraftOwner, type DraftSources, type DraftView, draftView, revisionOf, sentDraft, withFiles } from "./draft-view.ts";

export type DraftInput = {
  id: string;
  formId: string;
  formVersion: number;
  answers: Answers;
  onBehalfOf: OnBehalfOf | null;
  /** that of the draft as it was read; 0: begun now */
  revision: number;
};

/** `changed`: somebody else went on with it, nothing is written; `form_changed`: kept, and the page is to load the new form. */
export type SavedDraft = { is: "saved" | "changed" | "form_changed"; draft: DraftView };

/** Drafts of one person; the oldest make room. */
const mostOpen = 20;

/**
 * Keeps a draft of the mini-app, as lenient as typing is: the form's gate comes at the submission. The chat, where it has
 * the same draft under way, hears of it at its next turn. The same save again changes nothing.
 * @throws Refused not_found for another's, a forgotten one or an unknown form; invalid_answers for fields that the form does
 * not have; form_changed where the answers are of a version that cannot be read; not_allowed on behalf, by someone who is not staff, or a form that is for staff
 */
export async function saveDraft(ctx: ServiceContext, input: DraftInput, owner: DraftOwner): Promise<SavedDraft> {
  const type = ctx.catalogue.all.find(({ form }) => form.id === input.formId);
  if (!type) throw new Refused({ code: "not_found" });
  const { form } = type;
  if ((input.onBehalfOf && !isStaff(owner.actor)) || !mayFill(type, owner.actor)) throw new Refused({ code: "not_allowed" });
  const upgraded = upgradedAnswers(form, input.formVersion, input.answers);
  if (!upgraded) throw new Refused({ code: "form_changed" });
  const answers = given(form, upgraded);
  const outcome = await retryRaces(() => inTransaction((session) => write(ctx, form, { ...input, answers }, owner, session)));
  const isOld = outcome.is === "saved" && input.formVersion !== form.version;
  return { is: isOld ? "form_changed" : outcome.is, draft: await withFiles(ctx, outcome.draft, owner.chatId) };
}

/** Without empty values; a field that the form does not have is refused, as the form itself does at the submission. */
function given(form: Form, answers: Answers): Answers {
  const unknown = Object.keys(answers).filter((key) => !Object.hasOwn(form.fields, key));
  if (unknown.length > 0) {
    throw new Refused({ code: "invalid_answers", problems: unknown.map((field) => ({ field, message: "แบบนี้ไม่มีช่องนี้ค่ะ" })) });
  }
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isEmpty(value)));
}

const isEmpty = (value: unknown): boolean => value === null || value === "" || (Array.isArray(value) && value.length === 0);

async function write(ctx: ServiceContext, form: Form, input: DraftInput, owner: DraftOwner, session: ClientSession): Promise<SavedDraft> {
  const sources = await readDraftSources(input.id, owner.chatId, session);
  const sent = await alreadySent(ctx, sources, input.id, owner, session);
  if (sent) return { is: "changed", draft: sent };
  const current = draftView(ctx, sources);
  if ((sources.stored ?? sources.run ?? input).formId !== input.formId) throw new Refused({ code: "not_found" });
  const { answers, onBehalfOf } = input;
  if (current && isDeepStrictEqual([current.answers, current.onBehalfOf], [answers, onBehalfOf])) return { is: "saved", draft: current };
  const revision = sources.stored || current ? revisionOf(sources) : 0;
  if (revision !== input.revision) {
    // Thrown away meanwhile, forgotten after a month, or of a version that nobody reads any more.
    if (!current) throw new Refused({ code: "not_found" });
    return { is: "changed", draft: current };
  }
  const savedAt = ctx.clock.now();
  const fields = { formVersion: form.version, answers, onBehalfOf, revision: revisionOf(sources) + 1, savedAt };
  const stored = {
    _id: input.id,
    personId: owner.actor.personId,
    formId: form.id,
    ...fields,
    isOpen: true,
    submittedAs: null,
    origin: sources.stored?.origin ?? null,
  };
  if (sources.stored) await DraftModel.updateOne({ _id: input.id }, { $set: fields }, { session });
  else await begin(stored, session);
  await keepDraftFiles({ form, before: current?.answers ?? {}, after: answers }, owner.chatId, savedAt, session);
  await touchChat(owner.chatId, input.id, session);
  const draft = draftView(ctx, { ...sources, stored, isTouched: true });
  if (!draft) throw new Error(`draft ${input.id}: saved, and not readable`);
  return { is: "saved", draft };
}

/** @throws Refused not_found for another's draft, or one that another sent */
async function alreadySent(
  ctx: ServiceContext,
  { stored }: DraftSources,
  id: string,
  { actor }: DraftOwner,
  session: ClientSession,
): Promise<DraftView | null> {
  if (stored && stored.personId !== actor.personId) throw new Refused({ code: "not_found" });
  if (stored?.isOpen) return null;
  const request = await RequestModel.findOne({ draftId: id }, null, { session }).lean();
  if (request && request.filedById !== actor.personId) throw new Refused({ code: "not_found" });
  return request && sentDraft(ctx, request);
}

async function begin(
  draft: Parameters<typeof DraftModel.create>[0] & { _id: string; personId: string },
  session: ClientSession,
): Promise<void> {
  const { personId } = draft;
  const old = await DraftModel.find({ personId, isOpen: true }, { _id: 1 }, { session })
    .sort({ savedAt: -1 })
    .skip(mostOpen - 1)
    .limit(mostOpen)
    .lean();
  if (old.length > 0) await DraftModel.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } }, { session });
  await DraftModel.create([draft], { session });
}
