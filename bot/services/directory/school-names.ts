import { normaliseThai } from "#models/fields/thai/normalise.ts";

const called = /^(?:โรงเรียน|ร\.?\s?ร\.|รร\.?)\s*/;

/** A school's name as it is compared: without โรงเรียน or รร., spaces and dots, in one spelling. */
export function comparableSchool(name: string): string {
  return normaliseThai(name)
    .replace(called, "")
    .replace(/[\s.]+/g, "");
}

/** The same without บ้าน and วัด in front, which people leave out as they like. */
export function schoolStem(name: string): string {
  const bare = comparableSchool(name);
  const stem = bare.replace(/^(?:บ้าน|บ\.|วัด)/, "");
  return stem.length >= 2 ? stem : bare;
}
