import type { Field } from "#models/fields/field.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { manualProcesses } from "#models/processes/manual-processes.ts";

type Group = 1 | 2 | 3;

const dutyOf = (process: number) => `p${process}`;
const processOfValue = (duty: string) => Number(duty.slice(1));

/** Which of the manual's processes the request is for, where its form serves several. */
export function dutyField(processes: number[]): Field<string> {
  const used = manualProcesses.filter(({ number }) => processes.includes(number));
  return choiceField({
    label: "ใช้กับงานตามกระบวนการ",
    question: "ใช้กับงานไหนคะ",
    help: "ไม่ทราบก็เว้นไว้ได้ค่ะ เจ้าหน้าที่จะดูให้",
    choices: Object.fromEntries(used.map(({ number, title }) => [dutyOf(number), `${number}. ${title}`])),
    optional: true,
  });
}

/** The process that a duty stands for. */
export function processOfDuty(duty: string | undefined): number | null {
  return duty === undefined ? null : processOfValue(duty);
}

/** The group of work that a duty belongs to; `otherwise` where none was named. */
export function groupOfDuty(duty: string | undefined, otherwise: Group): Group {
  const process = processOfDuty(duty);
  return manualProcesses.find(({ number }) => number === process)?.group ?? otherwise;
}
