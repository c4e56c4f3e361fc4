import type { ManualForm } from "#models/processes/manual-forms.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";

type Claimant = {
  form: Pick<RequestType["form"], "id" | "manualTitles">;
  card: Pick<NonNullable<RequestType["card"]>, "manualTitles"> | null;
  processes: number[];
};

const sorted = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b).join(" ");

/** What is wrong between the manual's list of forms and the definitions that stand for them, in words; empty where all is well. */
export function faultsOfTitles(manual: ManualForm[], types: Claimant[]): string[] {
  const claims = types.flatMap((type) => [...type.form.manualTitles, ...(type.card?.manualTitles ?? [])].map((title) => ({ title, type })));
  const known = new Map(manual.map((form) => [form.title, form]));
  const ofTitles = manual.flatMap(({ id, title }) => {
    const claimed = claims.filter((claim) => claim.title === title).length;
    return claimed === 1 ? [] : [`${id}: "${title}" is claimed ${claimed} times`];
  });
  const misspelt = claims
    .filter(({ title }) => !known.has(title))
    .map(({ title, type }) => `${type.form.id}: the manual has no "${title}"`);
  const ofProcesses = types.flatMap((type) => {
    const own = claims.filter((claim) => claim.type === type).flatMap(({ title }) => known.get(title) ?? []);
    if (own.length === 0) return [];
    const used = sorted(own.flatMap(({ processes }) => processes));
    return used === sorted(type.processes) ? [] : [`${type.form.id}: used by the processes ${used}, says ${sorted(type.processes)}`];
  });
  return [...ofTitles, ...misspelt, ...ofProcesses];
}
