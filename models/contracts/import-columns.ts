/** What comes as a list, and the columns of its file; an export writes the same. */
export const importColumns = {
  schools: ["code", "name", "district", "zone", "phone"],
  people: ["name", "position", "school", "role", "phone"],
  holidays: ["date", "name"],
} as const;
