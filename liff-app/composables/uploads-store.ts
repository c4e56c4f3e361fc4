import type { Takes } from "./uploads-take.ts";

/** A picture or document that waits for the network, kept in the browser so that a reload does not lose it. */
export type KeptPicture = { uploadId: string; scope: string; field: string; name: string; takes: Takes; blob: Blob; keptAt: number };

const name = "pending-pictures";
/** As long as the server keeps a draft's own loose pictures. Milliseconds. */
const keptForMs = 24 * 3_600_000;

/** Some webviews offer no IndexedDB (private mode): then pictures live as long as the page does. */
async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(name, { keyPath: "uploadId" });
  const database = await result(opening);
  const transaction = database.transaction(name, mode);
  transaction.addEventListener("complete", () => database.close());
  transaction.addEventListener("abort", () => database.close());
  return transaction.objectStore(name);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Keeps a picture; where the browser will not, it just is not kept. */
export async function keepPicture(picture: KeptPicture): Promise<void> {
  try {
    await result((await store("readwrite")).put(picture));
  } catch {
    // Only a comfort: the page still holds it and sends it.
  }
}

export async function forgetPicture(uploadId: string): Promise<void> {
  try {
    await result((await store("readwrite")).delete(uploadId));
  } catch {
    // What cannot be opened holds nothing.
  }
}

/** What a reload interrupted, the oldest first; what nobody came back for in a day goes. */
export async function keptPictures(scope: string): Promise<KeptPicture[]> {
  try {
    const all: KeptPicture[] = await result((await store("readonly")).getAll());
    const isOld = ({ keptAt }: KeptPicture) => keptAt < Date.now() - keptForMs;
    await Promise.all(all.filter(isOld).map(({ uploadId }) => forgetPicture(uploadId)));
    // One kept before there were documents has no name.
    const named = all.map((kept) => ({ ...kept, name: kept.name ?? "", takes: kept.takes ?? "pictures" }));
    return named.filter((kept) => kept.scope === scope && !isOld(kept)).toSorted((a, b) => a.keptAt - b.keptAt);
  } catch {
    return [];
  }
}
