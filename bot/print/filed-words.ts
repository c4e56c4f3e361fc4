import type { FiledAnswer } from "#models/requests/parse-answers.ts";
import type { SheetBlock, SheetColumn, SheetRow } from "./sheet.ts";
import { sheetText } from "./sheet-text.ts";

/** An answer in one text: a day in full, a sum in words, else as it is shown. */
export function filedWords({ shown, written }: FiledAnswer): string {
  return sheetText(written?.is === "text" ? written.text : shown);
}

/** Answers as paper has them: facts that follow each other share a table, a table or drawing stands by itself. */
export function filedBlocks(filed: FiledAnswer[]): SheetBlock[] {
  const blocks: SheetBlock[] = [];
  for (const answer of filed) {
    const title = sheetText(answer.label);
    const { written } = answer;
    const last = blocks.at(-1);
    if (written?.is === "table") blocks.push({ ...tableBlock(written), title });
    else if (written?.is === "drawing") blocks.push({ is: "drawing", title, strokes: written.strokes });
    else if (last?.is === "facts") last.rows.push(fact(answer));
    else blocks.push({ is: "facts", rows: [fact(answer)] });
  }
  return blocks;
}

const fact = (answer: FiledAnswer): SheetRow => ({ label: sheetText(answer.label), value: filedWords(answer) });

type Table = Extract<FiledAnswer["written"], { is: "table" }>;

function tableBlock({ heads, rows, foot }: Table): Extract<SheetBlock, { is: "table" }> {
  const columns = heads.map(({ label, isFigure }, at) => ({
    label: sheetText(label),
    isFigure,
    width: longestIn([label, ...rows.map((row) => row[at] ?? "")]),
  }));
  const widest = Math.max(...columns.map(({ width }) => width));
  // Figures and short words are as wide as they are; stories share what is left, and one column at least takes it.
  const share = (width: number, isFigure: boolean) =>
    width === widest || (!isFigure && width > shortWord) ? Math.min(width, longStory) : null;
  const set = (row: string[]) => row.map((cell) => sheetText(cell));
  return {
    is: "table",
    title: "",
    columns: columns.map(({ label, isFigure, width }): SheetColumn => ({ label, isFigure, share: share(width, isFigure) })),
    rows: rows.map(set),
    foot: foot && set(foot),
  };
}

const shortWord = 10;
/** A story takes no more of the width than three names. */
const longStory = 36;

const longestIn = (cells: string[]): number => Math.max(...cells.flatMap((cell) => cell.split("\n")).map(widthOf));

/** Letters that take room: Thai vowels and tones stand above and below others. */
const widthOf = (line: string): number => line.replace(/[ัิ-ฺ็-๎]/g, "").length;
