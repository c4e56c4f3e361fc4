import type { Field } from "#models/fields/field.ts";

/** No form asks for more in one field. */
const mostAsked = 20;

/** How many uploads a field takes besides those it has: as its schema says. */
export function roomOf({ schema }: Field, has: number): number {
  const takes = (count: number) => schema.safeParse(Array.from({ length: count }, () => "x")).success;
  const most = Array.from({ length: mostAsked }, (_, at) => mostAsked - at).find(takes) ?? 0;
  return Math.max(0, most - has);
}
