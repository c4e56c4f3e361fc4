import type { EntryView, RequestView } from "#models/conversations/request-view.ts";
import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { readDate, showDateInDocument, showDateTimeInDocument, showTimeInDocument } from "#models/fields/thai/dates.ts";
import { toThaiDigits } from "#models/fields/thai/digits.ts";
import type { Fields } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { systemActor } from "#models/workflows/roles.ts";
import type { RequestSheet, SheetEntry, SheetRow, SheetSignature } from "./sheet.ts";
import { sheetText } from "./sheet-text.ts";

export type RequestOnPaper = {
  /** as the person for whom it is printed may see it */
  view: RequestView;
  type: RequestType;
  office: { name: string; phone: string };
  /** staff also read the telephone of who asked */
  isForStaff: boolean;
  printedBy: string;
  printedAt: Date;
};

/** A request as a sheet of paper, made of its form and workflow alone. */
export function requestSheet({ view, type, office, isForStaff, printedBy, printedAt }: RequestOnPaper): RequestSheet {
  return {
    office: sheetText(office.name),
    contact: office.phone ? `โทร. ${sheetText(office.phone)}` : "",
    title: sheetText(type.form.manualTitles[0] ?? type.form.title),
    number: sheetText(view.number),
    date: showDateInDocument(bangkokDate(view.filedAt)),
    about: aboutRows(view, type, isForStaff),
    answers: answerRows(view, type.form.fields),
    photos: photosNote(view.photos.length),
    standing: standingRows(view, type),
    timeline: view.timeline.map((entry) => entryRow(entry)),
    signatures: signatures(view),
    printed: `พิมพ์เมื่อ ${showDateTimeInDocument(printedAt)} โดย ${sheetText(printedBy)}`,
  };
}

function aboutRows(view: RequestView, { form }: RequestType, isForStaff: boolean): SheetRow[] {
  const { name, phone } = view.requester;
  const isFiled = view.filed.some(({ field }) => form.fields[field]?.kind === "phone");
  const hasSchool = view.filed.some(({ field }) => form.fields[field]?.kind === "school");
  return [
    { label: "ผู้ยื่นเรื่อง", value: withPosition(name, positionOf(view, name)) },
    ...(hasSchool ? [] : [{ label: "หน่วยงาน", value: sheetText(view.school) }]),
    ...(isForStaff && phone && !isFiled ? [{ label: "โทรศัพท์", value: sheetText(phone) }] : []),
  ];
}

/** As filed. A day is written out, as documents have it; of pictures their number is told below. */
function answerRows({ filed, filedAt }: RequestView, fields: Fields): SheetRow[] {
  const written = filed.filter(({ field }) => fields[field]?.kind !== "photos");
  return written.map(({ field, label, shown }) => {
    const day = fields[field]?.kind === "date" ? readDate(shown, filedAt) : null;
    return { label: sheetText(label), value: day ? showDateInDocument(day) : sheetText(shown) };
  });
}

function photosNote(count: number): string {
  return count === 0 ? "" : `มีรูปถ่ายประกอบ ${toThaiDigits(String(count))} รูป เก็บไว้ในระบบ ไม่ได้พิมพ์ลงในเอกสารนี้`;
}

function standingRows(view: RequestView, { workflow }: RequestType): SheetRow[] {
  const runs = workflow.states[view.state]?.clock === "runs" && view.isOpen;
  return [
    { label: "สถานะ", value: sheetText(view.stateLabel) },
    ...(view.assignee ? [{ label: "ผู้รับผิดชอบ", value: withPosition(view.assignee.name, positionOf(view, view.assignee.name)) }] : []),
    ...(runs ? [{ label: "กำหนดแล้วเสร็จ", value: showDateInDocument(bangkokDate(view.finishBy)) }] : []),
  ];
}

function entryRow({ at, deed, by, position, filed, isStaffOnly }: EntryView): SheetEntry {
  const isSystem = by === systemActor.name;
  return {
    day: showDateInDocument(bangkokDate(at)),
    time: showTimeInDocument(at),
    deed: sheetText(deed),
    by: isSystem ? "ระบบอัตโนมัติ" : sheetText(by),
    position: isSystem ? "" : sheetText(position),
    rows: filed.map(({ label, shown }) => ({ label: sheetText(label), value: sheetText(shown) })),
    note: isStaffOnly ? "บันทึกภายใน" : "",
  };
}

function signatures(view: RequestView): SheetSignature[] {
  const { requester, assignee } = view;
  const doer = assignee?.name ?? "";
  return [
    { as: "ผู้ยื่นเรื่อง", name: sheetText(requester.name), position: sheetText(positionOf(view, requester.name)) },
    { as: "ผู้ดำเนินการ", name: sheetText(doer), position: sheetText(positionOf(view, doer)) },
  ];
}

/** What somebody was when they last did something to it. */
function positionOf({ timeline }: RequestView, name: string): string {
  return timeline.findLast(({ by }) => by === name)?.position ?? "";
}

const withPosition = (name: string, position: string): string => [name, position].filter(Boolean).map(sheetText).join("  ตำแหน่ง ");
