import { showDateTimeInDocument } from "#models/fields/thai/dates.ts";
import type { EntryOnPaper, RequestOnPaper } from "#models/requests/request-on-paper.ts";
import type { Transition, Workflow } from "#models/workflows/define-workflow.ts";
import { filedWords } from "./filed-words.ts";
import type { SheetSignature } from "./sheet.ts";
import { sheetText } from "./sheet-text.ts";

type Named = [id: string, transition: Transition];

/** Whose word a box is for, by the transitions that give it. */
export type SignatureBox = { signature: SheetSignature; ways: Transition[]; entry: EntryOnPaper | null };

/**
 * The boxes to sign in, in the workflow's order: those of deeds that were done, with name, time and opinion, and of those that may yet
 * come. A decision to return or to refuse stands in the box of whoever could have agreed instead.
 */
export function signatureBoxes(workflow: Workflow, request: RequestOnPaper): SignatureBox[] {
  const named: Named[] = Object.entries(workflow.transitions);
  const signing = named.filter(([, { signs }]) => signs !== undefined);
  const titles = [...new Set(signing.map(([, { signs }]) => signs ?? ""))];
  const ahead = request.isOpen ? reachable(workflow, request) : new Set<string>();
  return titles.flatMap((as) => {
    const ways = signing.filter(([, { signs }]) => signs === as);
    const entry = given(named, ways, request.entries);
    const mayCome = ways.some(([, way]) => way.from.some((state) => ahead.has(state)) && (way.only?.(request.answers) ?? true));
    if (!entry && !mayCome) return [];
    const decides = ways.some(([, way]) => way.decides !== undefined);
    return [{ signature: entry ? signedBox(as, entry, decides) : blankBox(as), ways: ways.map(([, way]) => way), entry }];
  });
}

/** States that the request may still come to, its own included. */
function reachable({ transitions }: Workflow, { state, answers }: RequestOnPaper): Set<string> {
  const found = new Set([state]);
  for (const from of found) {
    for (const { from: starts, to, only } of Object.values(transitions)) {
      if (starts.includes(from) && typeof to === "string" && (only?.(answers) ?? true)) found.add(to);
    }
  }
  return found;
}

/** The newest entry that belongs in a box. What was decided of answers that were rewritten since does not count any more. */
function given(named: Named[], ways: Named[], entries: EntryOnPaper[]): EntryOnPaper | null {
  const froms = new Set(ways.flatMap(([, { from }]) => from));
  const decides = ways.some(([, way]) => way.decides);
  const turnsDown = ({ decides: how, from }: Transition) =>
    (how === "return" || how === "refuse") && from.some((state) => froms.has(state));
  const own = new Set(named.filter(([id, one]) => ways.some(([way]) => way === id) || (decides && turnsDown(one))).map(([id]) => id));
  const rewriting = new Set(named.filter(([, { rewrites }]) => rewrites).map(([id]) => id));
  const since = decides ? entries.findLastIndex(({ transition }) => rewriting.has(transition)) : -1;
  return entries.slice(since + 1).findLast(({ transition }) => own.has(transition)) ?? null;
}

/** A box in which nobody has signed. */
export function blankBox(as: string): SheetSignature {
  return { as, name: "", position: "", signed: "", decided: "", opinion: "", strokes: [] };
}

/** A box as it was signed, with a drawing; a decision with its opinion or reason, while what else was written stands in the timeline. */
function signedBox(as: string, { at, by, deed, filed }: EntryOnPaper, decides: boolean): SheetSignature {
  const words = filed.filter(() => decides).filter(({ written }) => written === undefined || written.is === "text");
  const drawing = filed.find(({ written }) => written?.is === "drawing")?.written;
  return {
    as,
    name: sheetText(by?.name ?? ""),
    position: sheetText(by?.position ?? ""),
    signed: `ลงนามทางอิเล็กทรอนิกส์\nเมื่อ ${showDateTimeInDocument(at)}`,
    decided: sheetText(deed),
    opinion: words.map((answer) => `${sheetText(answer.label)}: ${filedWords(answer)}`).join("\n"),
    strokes: drawing?.is === "drawing" ? drawing.strokes : [],
  };
}
