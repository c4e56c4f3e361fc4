import { onScopeDispose, ref, shallowRef } from "vue";
import { type ApiError, isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { Sent } from "#models/contracts/contract.ts";
import type { Draft, discardDraft, saveDraft } from "#models/contracts/drafts.contract.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import { fitDraft } from "./draft-fit.ts";
import { type Caller, dropLocal, isSame, keepLocal, type LocalDraft, mergeAnswers } from "./draft-local.ts";
import { reloadOnce } from "./draft-reload.ts";

/** Fingers rest for so long before a draft goes to the server. Milliseconds. */
const restMs = 1_500;
/** How soon a save that did not get through is tried again; at once when the network is back. Milliseconds. */
const againMs = 10_000;

/** `refused`: the server will not take it as it is, and only this phone has it. */
export type DraftStatus = "untouched" | "saving" | "saved" | "on-phone" | "refused";

type SavedAnswers = Sent<typeof saveDraft>["body"]["answers"];
type Typed = { answers: Answers; onBehalfOf: Caller | null };
type Keeping = {
  form: Form;
  key: string;
  draft: LocalDraft;
  /** what is on the screen now */
  read: () => Typed;
  /** answers that came from elsewhere (the chat, another phone) */
  take: (answers: Answers) => void;
};

/** Keeps what is typed: on this phone at once, on the server as soon as fingers and network allow. */
export function useDraft({ form, key, draft, read, take }: Keeping) {
  const status = ref<DraftStatus>(standingOf(draft));
  /** it was sent from elsewhere while this page was open */
  const submittedAs = shallowRef<Draft["submittedAs"]>(null);
  /** fields whose answers came from elsewhere while this page was open */
  const news = ref<string[]>([]);
  let current = { ...draft };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSaving = false;
  let isOver = false;
  let isSent = false;

  function touch(): void {
    if (isOver) return;
    current = { ...current, ...read(), isUnsent: true };
    const isKept = keepLocal(key, current);
    status.value = navigator.onLine || !isKept ? "saving" : "on-phone";
    saveIn(restMs);
  }

  function saveIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (isOver || isSaving || !current.isUnsent) return;
    isSaving = true;
    const sent = { ...current, ...read() };
    try {
      settle(sent, await put(sent));
    } catch (error) {
      if (!isApiError(error)) throw error;
      fail(error);
    } finally {
      isSaving = false;
    }
  }

  function put({ id, revision, ...typed }: LocalDraft): Promise<Draft> {
    const { answers, onBehalfOf } = fitDraft(typed);
    // Controls give nothing that JSON does not hold.
    const body = { formId: form.id, formVersion: form.version, answers: answers as SavedAnswers, onBehalfOf, revision };
    return ask<typeof saveDraft>("put /drafts/:id", { params: { id }, body });
  }

  function settle(sent: LocalDraft, { revision }: Draft): void {
    if (isSent) return;
    const typedSince = JSON.stringify(read()) !== JSON.stringify({ answers: sent.answers, onBehalfOf: sent.onBehalfOf });
    const synced = fitDraft(sent).answers;
    // What was sent cut stands whole on this phone only: it is met with the server's again when the page is opened.
    current = { ...current, revision, synced, isUnsent: typedSince || !isSame(synced, sent.answers) };
    keepLocal(key, current);
    status.value = typedSince ? "saving" : "saved";
    if (typedSince) saveIn(restMs);
  }

  function fail(error: ApiError): void {
    if (isSent) return;
    status.value = "on-phone";
    const newer = error.details.draft as Draft | undefined;
    if (error.code === "form_changed") reloadOnce(form.id);
    else if (newer?.submittedAs) end(newer.submittedAs);
    else if (error.code === "draft_changed" && newer) meet(newer);
    else if (error.code === "not_found" && current.revision > 0) startOver();
    else if (error.isPassing || error.status === 429) saveIn(againMs);
    else status.value = "refused";
  }

  function meet(newer: Draft): void {
    const { answers, onBehalfOf } = read();
    const merged = mergeAnswers(current.synced, answers, newer.answers);
    current = { ...current, answers: merged, onBehalfOf, revision: newer.revision, synced: newer.answers, isUnsent: true };
    take(merged);
    const changed = Object.keys(form.fields).filter((field) => !isSame(answers[field], merged[field]));
    if (changed.length > 0) news.value = changed;
    saveIn(0);
  }

  /** Thrown away elsewhere, but somebody is typing here: it goes on as a draft of its own. */
  function startOver(): void {
    current = { ...current, id: crypto.randomUUID(), revision: 0, synced: {} };
    saveIn(0);
  }

  /** Nothing more is kept: it was sent. */
  function end(as: Draft["submittedAs"] = null): void {
    isSent = true;
    isOver = true;
    clearTimeout(timer);
    dropLocal(key);
    submittedAs.value = as;
  }

  /** @throws ApiError */
  async function discard(): Promise<void> {
    if (current.revision > 0) await ask<typeof discardDraft>("delete /drafts/:id", { params: { id: current.id } }).catch(unlessGone);
    end();
  }

  const saveNow = () => void save();
  window.addEventListener("online", saveNow);
  onScopeDispose(() => {
    window.removeEventListener("online", saveNow);
    // What the pause of the fingers still held back goes now; the phone has it in any case.
    void save();
    isOver = true;
  });
  if (draft.isUnsent) saveIn(0);
  return { status, submittedAs, news, id: () => current.id, touch, end, discard };
}

/** One that the server has already is said to be saved, also where nothing is typed: people reload to see whether it was. */
function standingOf({ isUnsent, revision }: LocalDraft): DraftStatus {
  if (isUnsent) return "on-phone";
  return revision > 0 ? "saved" : "untouched";
}

function unlessGone(error: unknown): void {
  if (!isApiError(error, "not_found")) throw error;
}
