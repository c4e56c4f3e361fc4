/** The entry that a record itself holds. Keys come from buttons and stored sessions: "constructor" is none. */
export function own<V>(record: Record<string, V> | undefined, key: string): V | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
