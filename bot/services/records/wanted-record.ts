import type { RequestDocument } from "#models/documents/request.document.ts";

/** What of a request its paper of record says, besides its entries. */
const onPaper = [
  "formVersion",
  "process",
  "group",
  "state",
  "isOpen",
  "requester",
  "school",
  "assignee",
  "answers",
  "filed",
  "finishBy",
  "official",
] as const satisfies (keyof RequestDocument)[];

/**
 * The paper of record that a decision wants, with the request as that decision left it: what is done or numbered before it is made
 * does not change what was decided.
 */
export function wantedRecord(decided: RequestDocument, at: Date): NonNullable<RequestDocument["record"]> {
  const then = Object.fromEntries(onPaper.map((key) => [key, decided[key]]));
  const hasNumber = decided.official !== null && decided.official !== undefined;
  return { state: "wanted", fileId: null, sha256: null, at, revision: decided.revision, hasNumber, decided: then };
}

/** A request as the decision left it whose paper of record is wanted. */
export function asDecided(request: RequestDocument): RequestDocument {
  const { record } = request;
  if (record?.state !== "wanted" || !record.decided) return request;
  return { ...request, ...(record.decided as Partial<RequestDocument>), revision: record.revision ?? request.revision };
}
