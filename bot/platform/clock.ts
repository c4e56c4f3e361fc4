/** Where the time comes from; tests pass their own. */
export type Clock = {
  /** The present moment. Office time is Asia/Bangkok and made where it is shown. */
  now(): Date;
};

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
