import { computed, type InjectionKey, onScopeDispose, reactive } from "vue";
import { type ApiError, isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import type { removeFile } from "#models/contracts/files.contract.ts";
import { type SentUpload, sendDocument, sendPicture } from "./uploads-send.ts";
import { shrinkPicture } from "./uploads-shrink.ts";
import { forgetPicture, type KeptPicture, keepPicture, keptPictures } from "./uploads-store.ts";
import { isPicture, isPictureName, noPicture, refusalOf, type Takes } from "./uploads-take.ts";

export type Picture = {
  /** made once a picture: the same one sent twice is one file */
  uploadId: string;
  field: string;
  /** as the person calls the file; "" where that is not known */
  name: string;
  /** bytes, where they are known */
  size: number | null;
  status: "preparing" | "waiting" | "sending" | "done" | "refused";
  /** 0 to 1 */
  progress: number;
  /** what to show: its own bytes, or the server's thumbnail */
  preview: string;
  /** the server's, which outlives this page */
  thumbnail: string | null;
  /** why it waits, or will not go at all */
  trouble: string;
  /** of the stored file, once it is there */
  id: string | null;
};

/** A file that the server has: a picture by its thumbnail, a document by its name. */
export type StoredUpload = { id: string; thumbnail?: string | null; name?: string; size?: number | null };

type Job = { takes: Takes; blob: Blob; tries: number; again: ReturnType<typeof setTimeout> | undefined; abort: AbortController };

/** A phone's uplink is shared by few pictures at a time. */
const atOnce = 2;
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

export type Uploads = ReturnType<typeof useUploads>;
export const uploadsKey: InjectionKey<Uploads> = Symbol("uploads");

/**
 * Pictures and documents of one form on their way to the server: shrunk, two at a time, tried again with growing pauses and as soon as the
 * network is back, kept over a reload.
 * @param scope whose pictures a reload brings back: the draft's id
 * @param onStored called when a picture's file is there
 */
export function useUploads(scope: string, onStored: (picture: Picture & { id: string }) => void) {
  const pictures = reactive<Picture[]>([]);
  const jobs = new Map<string, Job>();
  const isUnderWay = ({ status }: Picture) => status !== "done" && status !== "refused";
  const counts = computed(() => ({ done: pictures.filter(({ status }) => status === "done").length, total: pictures.length }));
  /** what is on its way, in a word */
  const thing = computed(() => (pictures.every(({ name }) => name === "" || isPictureName(name)) ? "รูป" : "ไฟล์"));
  const isBusy = computed(() => pictures.some(isUnderWay));

  function begin({ uploadId, field, name, takes, blob }: Omit<KeptPicture, "scope" | "keptAt">): Picture {
    const preview = URL.createObjectURL(blob);
    const { size } = blob;
    pictures.push({ uploadId, field, name, size, status: "waiting", progress: 0, preview, thumbnail: null, trouble: "", id: null });
    jobs.set(uploadId, { takes, blob, tries: 0, again: undefined, abort: new AbortController() });
    return pictures.at(-1) as Picture;
  }

  async function add(field: string, files: readonly File[], takes: Takes): Promise<void> {
    const all = files.map((file) => {
      const picture = begin({ uploadId: crypto.randomUUID(), field, name: file.name, takes, blob: file });
      return { file, picture, refusal: refusalOf(file, takes) };
    });
    for (const { picture, refusal } of all) {
      if (refusal) refuse(picture, refusal);
      else picture.status = "preparing";
    }
    // One after the other: a decoded photo takes 50 MB of a cheap phone's memory.
    for (const { file, picture } of all.filter(({ refusal }) => !refusal)) {
      const blob = takes === "pictures" || isPicture(file) ? await shrinkPicture(file) : file;
      const job = jobs.get(picture.uploadId);
      if (!job) continue;
      job.blob = blob;
      // What was made small is a JPEG by now, whatever it was called.
      const name = blob === file ? file.name : `${file.name.replace(/\.[^.]*$/, "")}.jpg`;
      Object.assign(picture, { status: "waiting", name, size: blob.size });
      sendNext();
      await keepPicture({ uploadId: picture.uploadId, scope, field, name, takes, blob, keptAt: Date.now() });
    }
  }

  function sendNext(): void {
    const free = atOnce - pictures.filter(({ status }) => status === "sending").length;
    const waiting = pictures.filter(({ status, uploadId }) => status === "waiting" && jobs.get(uploadId)?.again === undefined);
    for (const picture of waiting.slice(0, Math.max(0, free))) void send(picture);
  }

  async function send(picture: Picture): Promise<void> {
    const job = jobs.get(picture.uploadId);
    if (!job) return;
    picture.status = "sending";
    picture.progress = 0;
    const tell = (share: number) => {
      picture.progress = share;
    };
    try {
      const sending = { tell, signal: job.abort.signal };
      const stored = await (job.takes === "files"
        ? sendDocument(picture.uploadId, picture.name || "file", job.blob, sending)
        : sendPicture(picture.uploadId, job.blob, sending));
      if (jobs.has(picture.uploadId)) settle(picture, stored);
    } catch (error) {
      if (!isApiError(error)) throw error;
      if (jobs.has(picture.uploadId)) fail(picture, job, error);
    }
    sendNext();
  }

  function settle(picture: Picture, { id, thumbnail, name, size }: SentUpload): void {
    jobs.delete(picture.uploadId);
    const known = { ...(name !== undefined && { name }), ...(size !== undefined && { size }) };
    Object.assign(picture, { status: "done", progress: 1, trouble: "", thumbnail, id, ...known });
    void forgetPicture(picture.uploadId);
    onStored({ ...picture, id });
  }

  function fail(picture: Picture, job: Job, error: ApiError): void {
    picture.trouble = error.message;
    if (!error.isPassing && error.status !== 429 && error.status !== 401) {
      refuse(picture, error.code === "not_a_picture" && job.takes === "pictures" ? noPicture : error.message);
      return;
    }
    picture.status = "waiting";
    job.tries += 1;
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (job.tries - 1));
    job.again = setTimeout(() => retry(picture), wait);
  }

  function refuse(picture: Picture, why: string): void {
    Object.assign(picture, { status: "refused", trouble: why });
    jobs.delete(picture.uploadId);
    void forgetPicture(picture.uploadId);
  }

  /** At once instead of after its pause. */
  function retry(picture: Picture): void {
    const job = jobs.get(picture.uploadId);
    if (!job) return;
    clearTimeout(job.again);
    job.again = undefined;
    sendNext();
  }

  function retryAll(): void {
    for (const picture of pictures) retry(picture);
  }

  function remove(picture: Picture): void {
    const job = jobs.get(picture.uploadId);
    jobs.delete(picture.uploadId);
    clearTimeout(job?.again);
    job?.abort.abort();
    void forgetPicture(picture.uploadId);
    // What is not removed now goes with the server's own sweep of loose pictures.
    if (picture.id) void ask<typeof removeFile>("delete /files/:id", { params: { id: picture.id } }).catch(() => {});
    if (picture.preview.startsWith("blob:")) URL.revokeObjectURL(picture.preview);
    const at = pictures.findIndex(({ uploadId }) => uploadId === picture.uploadId);
    if (at >= 0) pictures.splice(at, 1);
    sendNext();
  }

  /** What the draft holds already. */
  function show(field: string, stored: readonly StoredUpload[]): void {
    for (const { id, thumbnail = null, name = "", size = null } of stored) {
      if (pictures.some((picture) => picture.id === id)) continue;
      const preview = thumbnail ?? "";
      pictures.push({ uploadId: id, field, name, size, status: "done", progress: 1, preview, thumbnail, trouble: "", id });
    }
  }

  async function resume(): Promise<void> {
    for (const kept of await keptPictures(scope)) {
      if (!pictures.some(({ uploadId }) => uploadId === kept.uploadId)) begin(kept);
    }
    sendNext();
  }

  window.addEventListener("online", retryAll);
  onScopeDispose(() => {
    window.removeEventListener("online", retryAll);
    for (const { again, abort } of jobs.values()) {
      clearTimeout(again);
      abort.abort();
    }
    jobs.clear();
    for (const { preview } of pictures) if (preview.startsWith("blob:")) URL.revokeObjectURL(preview);
  });
  void resume();
  return { pictures, counts, thing, isBusy, add, remove, retry, show };
}
