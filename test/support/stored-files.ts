import { uploadDocument, uploadFile } from "#models/contracts/files.contract.ts";
import type { Answers, Form } from "#models/requests/define-form.ts";
import type { TestApi } from "./api.ts";
import { smallPdf } from "./mini-app/fill-form.ts";
import { photoOf } from "./repairs.ts";

/** Somebody's new file as a field of that kind takes it. */
export async function storeFile(api: TestApi, kind: "photos" | "files"): Promise<string> {
  const params = { uploadId: crypto.randomUUID() };
  if (kind === "photos") return (await api.upload(uploadFile, { params, bytes: await photoOf(60, 40), type: "image/jpeg" })).id;
  const query = { name: "เอกสาร.pdf" };
  return (await api.upload(uploadDocument, { params, query, bytes: smallPdf, type: "application/pdf" })).id;
}

/** The same answers with files that are there in the places of those that are only named. */
export async function withStoredFiles(api: TestApi, form: Form, answers: Answers): Promise<Answers> {
  const stored: Answers = { ...answers };
  for (const [key, { kind }] of Object.entries(form.fields)) {
    const named = answers[key];
    if ((kind !== "photos" && kind !== "files") || !Array.isArray(named)) continue;
    const ids: string[] = [];
    for (const _ of named) ids.push(await storeFile(api, kind));
    stored[key] = ids;
  }
  return stored;
}
