/** Work that concurrent callers share. */
export type Gathered<In, Out> = {
  /** Resolves with the result of this item; rejects with its own error, or with that of its whole group. */
  add(item: In): Promise<Out>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

/**
 * Lets concurrent callers share one call: while one is under way the next items gather, and then go together. Each caller
 * waits for the call that holds its own item and for nothing else.
 * @param call answers per item, in order; an Error is that item's own. When it throws, every item of the group has failed.
 */
export function gather<In, Out = void>(call: (items: In[]) => Promise<(Out | Error)[]>, largestGroup = 500): Gathered<In, Out> {
  type Waiting = { item: In; resolve(result: Out): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let underWay: Promise<void> | null = null;

  async function callGroups(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, largestGroup);
      try {
        const results = await call(group.map(({ item }) => item));
        group.forEach(({ resolve, reject }, i) => {
          const result = results[i];
          if (result instanceof Error) reject(result);
          else resolve(result as Out);
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
  }

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        // Items of the same moment join the first group: the call starts when this round of the event loop is over.
        underWay ??= new Promise<void>((start) => setImmediate(start)).then(callGroups).finally(() => {
          underWay = null;
        });
      });
    },
    async idle() {
      while (underWay) await underWay;
    },
  };
}
