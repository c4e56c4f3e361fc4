/** What an import did, or would do in a dry run. `line` counts from 1 below the heading. */
export type ImportResult = { added: number; changed: number; unchanged: number; problems: { line: number; message: string }[] };

export type ImportOptions = { dryRun: boolean };

export const emptyResult = (): ImportResult => ({ added: 0, changed: 0, unchanged: 0, problems: [] });
