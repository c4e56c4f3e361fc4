import { createHash } from "node:crypto";
import { comparableSchool } from "#bot/services/directory/school-names.ts";
import { Refused } from "#bot/services/refused.ts";
import type { SchoolDocument } from "#models/documents/school.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { queryTokens } from "#models/fields/thai/search-tokens.ts";
import { adminOf, type By } from "./people-admin.ts";
import { type SchoolUsage, usageOf } from "./schools-usage.ts";

const pageSize = 30;
const byThai = new Intl.Collator("th");

export type SchoolSeen = SchoolUsage & { school: SchoolDocument; version: string };
export type SchoolPage = { schools: SchoolSeen[]; total: number; next: string | null; zones: string[] };

/**
 * The directory, or what of it fits some letters or a code, by the Thai alphabet. An area has some hundred schools and they do
 * not grow: all are read, as only so does Thai sort right.
 * @param asked.cursor `next` of the page before
 * @throws Refused not_registered, not_allowed
 */
export async function listSchools(asked: { text?: string | undefined; cursor?: string | undefined }, by: By): Promise<SchoolPage> {
  adminOf(by);
  const all: SchoolDocument[] = await SchoolModel.find().lean();
  const zones = [...new Set(all.flatMap(({ zone }) => (zone ? [zone] : [])))].sort(byThai.compare);
  const fits = all.filter(fitting(asked.text ?? "")).sort((a, b) => byThai.compare(a.name, b.name) || byThai.compare(a._id, b._id));
  const start = asked.cursor ? fits.findIndex(({ _id }) => _id === asked.cursor) + 1 : 0;
  const shown = fits.slice(start, start + pageSize);
  const usage = await usageOf(shown.map(({ _id }) => _id));
  const isMore = fits.length > start + shown.length;
  return {
    schools: shown.map((school) => ({ school, version: schoolVersion(school), ...usage(school._id) })),
    total: fits.length,
    next: isMore ? (shown.at(-1)?._id ?? null) : null,
    zones,
  };
}

/** @throws Refused not_registered, not_allowed, not_found */
export async function readSchool(code: string, by: By): Promise<SchoolSeen> {
  adminOf(by);
  const school = await SchoolModel.findById(code).lean();
  if (!school) throw new Refused({ code: "not_found" });
  return seenSchool(school);
}

export async function seenSchool(school: SchoolDocument): Promise<SchoolSeen> {
  const usage = await usageOf([school._id]);
  return { school, version: schoolVersion(school), ...usage(school._id) };
}

/** Stands for what a school says now: whoever changes it names what they read. */
export function schoolVersion({ _id, name, district, zone, phone }: SchoolDocument): string {
  return createHash("sha256")
    .update(JSON.stringify([_id, name, district, zone ?? null, phone ?? null]))
    .digest("base64url")
    .slice(0, 22);
}

function fitting(text: string): (school: SchoolDocument) => boolean {
  const typed = comparableSchool(text);
  const tokens = queryTokens(text);
  if (text.trim() === "") return () => true;
  return ({ _id, name, searchTokens }) =>
    (typed !== "" && (_id.includes(typed) || comparableSchool(name).includes(typed))) ||
    (tokens.length > 0 && tokens.every((token) => searchTokens.includes(token)));
}
