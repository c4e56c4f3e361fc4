import type { Field } from "#models/fields/field.ts";

/** So many choices are read at a glance; more of them fold into the phone's own picker. */
const mostRadios = 5;

export function isShortList({ choices = [] }: Field): boolean {
  return choices.length <= mostRadios;
}
