import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDateInDocument } from "#models/fields/thai/dates.ts";
import type { Memo } from "#models/requests/define-request-type.ts";
import type { OfficeOnPaper } from "#models/requests/request-on-paper.ts";
import type { Transition } from "#models/workflows/define-workflow.ts";
import { type Printing, requesterBox, requestSheet } from "./request-sheet.ts";
import type { MemoDecision, MemoSheet, PrintJob } from "./sheet.ts";
import { sheetText } from "./sheet-text.ts";
import { type SignatureBox, signatureBoxes } from "./signatures.ts";

/** A request as what is printed of it: a memo with its sheet where it goes up to the director, else the sheet. */
export function printJob(printing: Printing, emblem: Uint8Array | null): PrintJob {
  const { memo } = printing.type;
  return memo ? { layout: "memo", data: memoSheet(memo, printing), emblem } : { layout: "request", data: requestSheet(printing), emblem };
}

function memoSheet(memo: Memo, printing: Printing): MemoSheet {
  const { request, type, office } = printing;
  const { answers, official } = request;
  const boxes = signatureBoxes(type.workflow, request).filter(({ ways }) => ways.some(({ decides }) => decides));
  return {
    agency: agencyOf(office),
    number: sheetText(official?.number ?? ""),
    date: showDateInDocument(official?.date ?? bangkokDate(request.filedAt)),
    about: sheetText(memo.about(answers)),
    to: sheetText(office.director),
    paragraphs: [causeWords(memo.cause(answers)), purposeWords(memo.purpose(answers)), `จึงเรียนมาเพื่อ${memo.closing}`]
      .filter((words) => words !== "")
      .map(sheetText),
    signature: { ...requesterBox(request), as: "" },
    decisions: boxes.map(decision),
    sheet: requestSheet(printing),
  };
}

function agencyOf({ agency, name, phone }: OfficeOnPaper): string {
  return [agency, name, phone && `โทร. ${phone}`].filter(Boolean).map(sheetText).join("  ");
}

const begins = /^(?:ด้วย|เนื่องด้วย|เนื่องจาก|ตาม|สืบเนื่อง|อนุสนธิ|อ้างถึง)/;

/** ด้วย… as it is; ตามที่… is closed by นั้น. */
function causeWords(words: string): string {
  const cause = words.trim();
  if (cause === "") return "";
  const whole = begins.test(cause) ? cause : `ด้วย${cause}`;
  return /^(?:ตาม|อนุสนธิ)/.test(whole) && !/นั้น$/.test(whole) ? `${whole} นั้น` : whole;
}

/** In a paragraph of its own, which says that it goes on. */
function purposeWords(words: string): string {
  const purpose = words.trim();
  return purpose === "" || /^(?:ในการนี้|ดังนั้น|ทั้งนี้|บัดนี้|เพื่อ)/.test(purpose) ? purpose : `ในการนี้ ${purpose}`;
}

const roleOf = (ways: Transition[]) => ways.flatMap(({ who }) => who).find(({ who }) => who === "role");

/** The director orders, whoever stands below gives an opinion. Until then there is what can be said, to be ticked by hand. */
function decision({ signature, ways }: SignatureBox): MemoDecision {
  const rule = roleOf(ways);
  const role = rule?.who === "role" ? rule.role : null;
  const title = role === "director" ? "คำสั่งผู้อำนวยการ" : role === "group-head" ? "ความเห็นหัวหน้ากลุ่มงาน" : `ความเห็น${signature.as}`;
  return { title: sheetText(title), choices: signature.signed === "" ? choicesOf(ways) : [], signature };
}

function choicesOf(ways: Transition[]): string[] {
  if (ways.some(({ decides }) => decides === "acknowledge")) return ["ทราบ", "อื่น ๆ"];
  return ways.some(({ decides }) => decides === "approve") ? ["อนุมัติ", "ไม่อนุมัติ เพราะ"] : ["เห็นชอบ", "ไม่เห็นชอบ เพราะ"];
}
