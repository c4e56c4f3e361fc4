/** What comes as a list, and the columns of its file; an export writes the same. */
export const importColumns = {
  schools: ["code", "name", "district", "zone", "phone"],
  people: ["name", "position", "school", "role", "phone"],
  holidays: ["date", "name"],
} as const;

export type ImportKind = keyof typeof importColumns;

export const isImportKind = (word: string): word is ImportKind => word in importColumns;
