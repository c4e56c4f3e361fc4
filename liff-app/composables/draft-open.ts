import { isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { Draft, findDraft, getDraft } from "#models/contracts/drafts.contract.ts";
import type { Photo, StoredFile } from "#models/contracts/parts.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { dropLocal, type LocalDraft, mergeAnswers, readLocal } from "./draft-local.ts";

export type OpenedDraft = {
  draft: LocalDraft;
  photos: Photo[];
  files: StoredFile[];
  /** the request that it goes on from */
  origin: Draft["origin"];
  /** it was sent already, from here or from the chat */
  submittedAs: Draft["submittedAs"];
  /** there were answers before this page was opened */
  isContinued: boolean;
  /** just made of an earlier request's answers */
  isCopy?: true;
};

type Opening = {
  form: Form;
  key: string;
  isForCaller: boolean;
  /** of ?draft= */
  draftId: string | null;
  signal: AbortSignal;
};

/**
 * The draft to go on with: the server's with what this phone typed since; this phone's alone where the server is out of
 * reach; else a new one.
 * @throws ApiError when a draft was asked for by its id and is not there
 */
export async function openDraft(opening: Opening): Promise<OpenedDraft> {
  const local = readLocal(opening.key);
  const wanted = local && (!opening.draftId || local.id === opening.draftId) ? local : null;
  try {
    return meet(opening, wanted, await readServers(opening, wanted));
  } catch (error) {
    if (!isApiError(error) || !error.isPassing || (opening.draftId && !wanted)) throw error;
    return wanted ? ofLocal(wanted) : begin(opening.form);
  }
}

async function readServers({ form, isForCaller, draftId, signal }: Opening, local: LocalDraft | null): Promise<Draft | null> {
  if (draftId && !(local?.revision === 0)) return ask<typeof getDraft>("get /drafts/:id", { params: { id: draftId }, signal });
  if (local?.isUnsent) return unlessGone(() => ask<typeof getDraft>("get /drafts/:id", { params: { id: local.id }, signal }));
  const query = { formId: form.id, ...(isForCaller ? { for: "caller" as const } : {}) };
  return (await ask<typeof findDraft>("get /drafts", { query, signal })).draft;
}

async function unlessGone(read: () => Promise<Draft>): Promise<Draft | null> {
  try {
    return await read();
  } catch (error) {
    if (isApiError(error, "not_found")) return null;
    throw error;
  }
}

function meet({ form, key, draftId }: Opening, local: LocalDraft | null, servers: Draft | null): OpenedDraft {
  if (servers?.submittedAs) {
    dropLocal(key);
    return draftId ? { ...ofServer(form, servers), submittedAs: servers.submittedAs } : begin(form);
  }
  if (!servers) return local?.isUnsent ? ofLocal(asNew(local)) : begin(form);
  if (local?.id !== servers.id || !local.isUnsent) return ofServer(form, servers);
  const answers = mergeAnswers(local.synced, local.answers, servers.answers);
  const { draft, photos, files, origin } = ofServer(form, servers);
  const met = { ...draft, answers, onBehalfOf: local.onBehalfOf ?? draft.onBehalfOf, isUnsent: true };
  return { ...ofLocal(met), photos, files, origin };
}

/** A draft as the server has just given it. */
export function ofServer(form: Form, { id, formVersion, answers, onBehalfOf, revision, photos, files, origin }: Draft): OpenedDraft {
  const there = withoutGone(form, answers, [...photos, ...files]);
  const draft = { id, formVersion, answers: there, onBehalfOf, revision, synced: answers, isUnsent: false };
  return { draft, photos, files, origin, submittedAs: null, isContinued: true };
}

/** A picture taken back in the chat, or removed since, could be neither seen nor taken out on the page. */
function withoutGone(form: Form, answers: Answers, stored: readonly { id: string }[]): Answers {
  const there = new Set(stored.map(({ id }) => id));
  const isUpload = (key: string) => form.fields[key]?.kind === "photos" || form.fields[key]?.kind === "files";
  const isGone = (key: string, id: unknown) => isUpload(key) && !there.has(String(id));
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, Array.isArray(value) ? value.filter((id) => !isGone(key, id)) : value]),
  );
}

const ofLocal = (draft: LocalDraft): OpenedDraft => ({ draft, photos: [], files: [], origin: null, submittedAs: null, isContinued: true });

/** The server's copy is gone (thrown away elsewhere, or never arrived): what was typed goes on under a new id. */
function asNew(local: LocalDraft): LocalDraft {
  return local.revision === 0 ? local : { ...local, id: crypto.randomUUID(), revision: 0, synced: {} };
}

export function begin(form: Form): OpenedDraft {
  const id = crypto.randomUUID();
  const draft = { id, formVersion: form.version, answers: {}, onBehalfOf: null, revision: 0, synced: {}, isUnsent: false };
  return { draft, photos: [], files: [], origin: null, submittedAs: null, isContinued: false };
}
