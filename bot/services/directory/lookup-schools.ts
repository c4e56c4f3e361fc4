import type { SchoolDocument } from "#models/documents/school.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import type { Candidate } from "#models/fields/field.ts";
import { queryTokens } from "#models/fields/thai/search-tokens.ts";
import { comparableSchool, schoolStem } from "./school-names.ts";

/** A quick reply bar of LINE holds 13; some room is for ways out. */
const mostCandidates = 10;
/** Below this share of common letter pairs two names only look alike by chance. */
const leastAlike = 0.6;
/** From here on a name holds what was typed; where one does, those that are only alike are noise. */
const holdsIt = 2;

/** Schools of that code, or whose name holds the typed letters, else nearly so; the best first, ten at most. */
export async function lookupSchools(text: string): Promise<{ candidates: Candidate[]; directoryIsEmpty: boolean }> {
  const typed = comparableSchool(text);
  const tokens = queryTokens(typed);
  const near = tokens.length > 0 ? await SchoolModel.find({ $or: [{ searchTokens: { $in: tokens } }, { _id: typed }] }).lean() : [];
  const ranked = near
    .map((school) => ({ school, score: likeness(typed, tokens, school) }))
    .filter(({ score }) => score >= leastAlike)
    .sort((a, b) => b.score - a.score || a.school.name.localeCompare(b.school.name, "th"));
  const real = ranked.filter(({ score }) => score >= holdsIt);
  const best = (real.length > 0 ? real : ranked).slice(0, mostCandidates).map(({ school }) => candidate(school));
  return { candidates: best, directoryIsEmpty: best.length === 0 && (await SchoolModel.estimatedDocumentCount()) === 0 };
}

/** 4 the name itself, 3 its start, 2 a part of it, else the share of letter pairs in common (below 1). */
function likeness(typed: string, tokens: string[], school: SchoolDocument): number {
  const name = comparableSchool(school.name);
  const [stem, typedStem] = [schoolStem(school.name), schoolStem(typed)];
  if (name === typed || school._id === typed) return 4;
  if (stem === typedStem) return 3.5;
  if (name.startsWith(typed) || stem.startsWith(typedStem)) return 3;
  if (name.includes(typed) || name.includes(typedStem)) return holdsIt;
  const known = new Set(school.searchTokens);
  return tokens.filter((token) => known.has(token)).length / (tokens.length + 0.01);
}

function candidate({ _id, name, district }: SchoolDocument): Candidate {
  return { key: _id, label: name, ...(district ? { detail: district } : {}), value: { code: _id, name } };
}
