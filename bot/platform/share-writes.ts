/** The error of an item that was not written, or null. */
export type WriteResult = Error | null;

/**
 * Lets concurrent callers share one write: while a write is under way the next items gather, and then go together. Each
 * caller waits for the write that holds its own item and for nothing else.
 * `write` answers per item, in order; when it throws, every item of that group has failed.
 */
export function shareWrites<T>(write: (items: T[]) => Promise<WriteResult[]>, largestGroup = 1_000): SharedWrites<T> {
  type Waiting = { item: T; done(result: WriteResult): void };
  let waiting: Waiting[] = [];
  let underWay: Promise<void> | null = null;

  async function writeGroups(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, largestGroup);
      const results = await write(group.map(({ item }) => item)).catch((error: unknown) => group.map(() => asError(error)));
      group.forEach(({ done }, i) => {
        done(results[i] ?? null);
      });
    }
  }

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        waiting.push({ item, done: (result) => (result ? reject(result) : resolve()) });
        // Items of the same moment join the first group: the write starts when this round of the event loop is over.
        underWay ??= new Promise<void>((start) => setImmediate(start)).then(writeGroups).finally(() => {
          underWay = null;
        });
      });
    },
    async idle() {
      while (underWay) await underWay;
    },
  };
}

export type SharedWrites<T> = {
  /** Resolves when the item is written; rejects with the error of its own write. */
  add(item: T): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
