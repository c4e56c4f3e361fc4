import type { Answers } from "#models/requests/define-form.ts";

/**
 * The files of an earlier request as answers of the one that goes on from it. More than its field takes are left out when the draft begins.
 * @param from the fields of the earlier form that hold them, in the order in which they are carried
 */
export function carriedFiles<K extends string>(earlier: Answers, to: K, from: string[]): { [P in K]?: string[] } {
  const ids = from.flatMap((key) => (Array.isArray(earlier[key]) ? earlier[key].map(String) : []));
  return (ids.length > 0 ? { [to]: [...new Set(ids)] } : {}) as { [P in K]?: string[] };
}
