import { cardSheet } from "#bot/print/card-sheet.ts";
import { printJob } from "#bot/print/memo-sheet.ts";
import { keptAt, type Printing } from "#bot/print/request-sheet.ts";
import type { PrintJob } from "#bot/print/sheet.ts";
import { bangkokMoment } from "#models/fields/thai/bangkok.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { OfficeOnPaper } from "#models/requests/request-on-paper.ts";
import { walkRequest } from "./walk-request.ts";

/** A document to be printed as a sample, and what it is called. */
export type Sample = { name: string; file: string; job: PrintJob };

const office: OfficeOnPaper = {
  name: "ศูนย์เทคโนโลยีสารสนเทศเพื่อการศึกษา",
  phone: "02-000-0000 ต่อ 12",
  agency: "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง",
  director: "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง",
};
const filedAt = bangkokMoment("2026-11-23", "09:30");

/** A form as it looks when it has gone its way, once for each of its examples. */
export function printingsOf(type: RequestType): Printing[] {
  return type.form.examples.map((example) => {
    const request = walkRequest(type, example, filedAt);
    const last = request.entries.at(-1)?.at ?? filedAt;
    return { request, type, office, page: "https://liff.line.me/1234567890-sample/requests/sample", printed: keptAt(last) };
  });
}

/** What is printed of one: no office's emblem stands on samples. */
export const printSample = (printing: Printing): PrintJob => printJob(printing, null);

/** Samples of every form of a catalogue, and of the cards that are issued. */
export function samplesOf(catalogue: readonly RequestType[]): Sample[] {
  return catalogue.flatMap((type) => {
    const { form, card, code } = type;
    const printings = printingsOf(type);
    const sheets = printings.map((printing, at): Sample => {
      const name = type.titleOf?.(printing.request.answers) ?? form.manualTitles[0] ?? form.title;
      return { name, file: `${code.ascii}-${form.id}${printings.length > 1 ? `-${at + 1}` : ""}`, job: printSample(printing) };
    });
    const [first] = printings;
    if (!card || !first) return sheets;
    const job: PrintJob = { layout: "card", data: cardSheet(card, first), emblem: null };
    return [...sheets, { name: card.manualTitles[0] ?? card.name, file: `${code.ascii}-${form.id}-card`, job }];
  });
}
