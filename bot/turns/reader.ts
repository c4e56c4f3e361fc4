import { understand } from "#bot/understanding/understand.ts";
import type { Understanding } from "#models/conversations/understanding.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";

/** Understands a text of one turn. */
export type Reader = (text: string) => Understanding;

/** Reads each text of a turn once, although the turn asks of it twice: is it finished, and what does it mean. */
export function openReader(catalogue: Catalogue): Reader {
  const codes = catalogue.all.map(({ code }) => code);
  const known = new Map<string, Understanding>();
  return (text) => {
    const understood = known.get(text) ?? understand(text, { codes });
    known.set(text, understood);
    return understood;
  };
}
