import type { FormEntry } from "#models/contracts/forms.contract.ts";
import { manualForms } from "#models/processes/manual-forms.ts";
import { type ManualProcess, manualProcesses, workGroups } from "#models/processes/manual-processes.ts";

export type ProcessForms = ManualProcess & { forms: FormEntry[] };

/** The processes of each group of work with the forms that they use, which go by the manual's title there. */
export function byProcess(forms: readonly FormEntry[]): { group: number; name: string; processes: ProcessForms[] }[] {
  return ([1, 2, 3] as const).map((group) => ({
    group,
    name: workGroups[group],
    processes: manualProcesses
      .filter((process) => process.group === group)
      .map((process) => ({ ...process, forms: formsOf(process, forms) })),
  }));
}

const formsOf = ({ number }: ManualProcess, forms: readonly FormEntry[]): FormEntry[] =>
  forms.filter(({ processes }) => processes.includes(number)).map((form) => ({ ...form, about: titleIn(number, form) }));

/** A form with several titles goes by the one that the process knows it by. */
function titleIn(process: number, { titles, about }: FormEntry): string {
  return manualForms.find(({ title, processes }) => processes.includes(process) && titles.includes(title))?.title ?? titles[0] ?? about;
}
