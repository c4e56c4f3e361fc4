import { importColumns } from "#models/contracts/import-columns.ts";

export type ImportKind = keyof typeof importColumns;

export const isImportKind = (word: string): word is ImportKind => word in importColumns;
