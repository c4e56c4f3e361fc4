/** Work that is looked for again and again. Idempotent: it claims what it takes, so several processes may do it at once. */
export type Sweep = {
  name: string;
  /** milliseconds between two beginnings in one process */
  every: number;
  run(): Promise<unknown>;
};
