import { bangkokDate } from "#models/fields/thai/bangkok.ts";
import { showDateInDocument, showDateTimeInDocument, showTimeInDocument } from "#models/fields/thai/dates.ts";
import { workGroups } from "#models/processes/manual-processes.ts";
import type { Form } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { EntryOnPaper, OfficeOnPaper, PersonOnPaper, RequestOnPaper } from "#models/requests/request-on-paper.ts";
import { filedBlocks, filedWords } from "./filed-words.ts";
import { qrCode } from "./qr-code.ts";
import type { RequestSheet, SheetBlock, SheetEntry, SheetRow, SheetSection, SheetSignature } from "./sheet.ts";
import { sheetText } from "./sheet-text.ts";
import { blankBox, signatureBoxes } from "./signatures.ts";

/** What is printed, of which kind, for whom. */
export type Printing = {
  request: RequestOnPaper;
  type: RequestType;
  office: OfficeOnPaper;
  /** the address of the request's page; null: there is none */
  page: string | null;
  /** at the foot: who printed it, and when */
  printed: string;
};

/** "พิมพ์เมื่อ … โดย …": what somebody printed of how it stands. */
export const printedBy = (name: string, at: Date): string => `พิมพ์เมื่อ ${showDateTimeInDocument(at)} โดย ${sheetText(name)}`;

/** "ฉบับจัดเก็บ …": what the office keeps. */
export const keptAt = (at: Date): string => `ฉบับจัดเก็บเป็นหลักฐาน จัดทำโดยระบบเมื่อ ${showDateTimeInDocument(at)}`;

/** A request as a sheet of paper, made of its form and workflow alone. */
export function requestSheet({ request, type, office, page, printed }: Printing): RequestSheet {
  return {
    office: sheetText(office.name),
    contact: office.phone ? `โทร. ${sheetText(office.phone)}` : "",
    title: sheetText(titleOf(type, request)),
    number: sheetText(request.number),
    date: showDateInDocument(bangkokDate(request.filedAt)),
    qr: qrCode(page),
    about: aboutRows(request, type),
    sections: [...formSections(type.form, request), ...entrySections(request.entries)],
    files: request.files.map(({ label, name }) => sheetText(name === "" ? label : `${name} (${label})`)),
    standing: standingRows(request, type),
    timeline: request.entries.map(entryRow),
    signatures: signatures(request, type),
    printed,
  };
}

function titleOf({ form, titleOf: own }: RequestType, { answers }: RequestOnPaper): string {
  return own?.(answers) ?? form.manualTitles[0] ?? form.title;
}

function aboutRows({ requester, school, filed, group, process, year, official }: RequestOnPaper, type: RequestType): SheetRow[] {
  const { fields } = type.form;
  const hasPhone = filed.some(({ field }) => fields[field]?.kind === "phone");
  const hasSchool = filed.some(({ field }) => fields[field]?.kind === "school");
  const used = process === null ? type.processes : [process];
  const rows = [
    { label: "ผู้ยื่นเรื่อง", value: withPosition(requester) },
    { label: "โรงเรียน/หน่วยงาน", value: hasSchool ? "" : school },
    { label: "โทรศัพท์", value: hasPhone ? "" : (requester.phone ?? "") },
    { label: "กลุ่มงานที่รับเรื่อง", value: groupName(group) },
    { label: "กระบวนการที่", value: used.join(", ") },
    { label: "ปีงบประมาณ", value: `พ.ศ. ${year}` },
    { label: "เลขทะเบียนหนังสือ", value: official ? `${official.number} ลงวันที่ ${showDateInDocument(official.date)}` : "" },
  ];
  return rows.filter(({ value }) => value !== "").map(({ label, value }) => ({ label, value: sheetText(value) }));
}

const groupName = (group: number): string => Object.entries(workGroups).find(([number]) => Number(number) === group)?.[1] ?? String(group);

/** What was filed, in the form's parts; what is in none, or was asked by an earlier version, comes last. */
function formSections({ sections }: Form, { filed }: RequestOnPaper): SheetSection[] {
  const named = new Set<string>(sections.flatMap(({ fields }) => fields));
  const parts = sections.map(({ title, fields }) => ({ title, answers: filed.filter(({ field }) => fields.includes(field)) }));
  const rest = filed.filter(({ field }) => !named.has(field));
  const last = { title: parts.length > 0 ? "ข้อมูลอื่น" : "รายละเอียด", answers: rest };
  return [...parts, last]
    .filter(({ answers }) => answers.length > 0)
    .map(({ title, answers }) => ({ title: sheetText(title), blocks: filedBlocks(answers).map((block) => untitled(block, title)) }));
}

/** A part's only table is often called as the part is. */
const untitled = (block: SheetBlock, title: string): SheetBlock =>
  block.is === "table" && block.title === sheetText(title) ? { ...block, title: "" } : block;

/** Tables that came with what was done (what was really paid out) have no room in the row of their entry. */
function entrySections(entries: EntryOnPaper[]): SheetSection[] {
  return entries.flatMap(({ deed, filed }) => {
    const tables = filed.filter(({ written }) => written?.is === "table");
    return tables.length > 0 ? [{ title: sheetText(deed), blocks: filedBlocks(tables) }] : [];
  });
}

function standingRows({ state, isOpen, assignee, finishBy }: RequestOnPaper, { workflow }: RequestType): SheetRow[] {
  const { label = state, clock } = workflow.states[state] ?? {};
  return [
    { label: "สถานะ", value: sheetText(label) },
    ...(assignee ? [{ label: "ผู้รับผิดชอบ", value: withPosition(assignee) }] : []),
    ...(clock === "runs" && isOpen ? [{ label: "กำหนดแล้วเสร็จ", value: showDateInDocument(bangkokDate(finishBy)) }] : []),
  ];
}

function entryRow({ at, deed, by, filed, isStaffOnly }: EntryOnPaper): SheetEntry {
  const rows = filed.map((answer) => ({
    label: sheetText(answer.label),
    value: answer.written?.is === "table" ? "ตามตาราง" : filedWords(answer),
  }));
  return {
    day: showDateInDocument(bangkokDate(at)),
    time: showTimeInDocument(at),
    deed: sheetText(deed),
    by: by ? sheetText(by.name) : "ระบบอัตโนมัติ",
    position: sheetText(by?.position ?? ""),
    rows,
    note: isStaffOnly ? "บันทึกภายใน" : "",
  };
}

/** Who asked, then whoever signs by the workflow; where nobody does, who does the work. */
function signatures(request: RequestOnPaper, { workflow }: RequestType): SheetSignature[] {
  const boxes = signatureBoxes(workflow, request).map(({ signature }) => signature);
  const isSigned = Object.values(workflow.transitions).some(({ signs }) => signs !== undefined);
  return [requesterBox(request), ...(isSigned ? boxes : [{ ...blankBox("ผู้ดำเนินการ"), ...named(request.assignee) }])];
}

/** Who asked has signed by sending it. What somebody else sent says so, and who that was. */
export function requesterBox({ requester, filedBy, signedAt }: RequestOnPaper): SheetSignature {
  const how = filedBy ? `${withPosition(filedBy)} ยื่นแทน` : "ยื่นทางอิเล็กทรอนิกส์";
  return { ...blankBox("ผู้ยื่นเรื่อง"), ...named(requester), signed: `${how}\nเมื่อ ${showDateTimeInDocument(signedAt)}` };
}

const named = (person: PersonOnPaper | null) => ({ name: sheetText(person?.name ?? ""), position: sheetText(person?.position ?? "") });

const withPosition = ({ name, position }: PersonOnPaper): string => [name, position].filter(Boolean).map(sheetText).join("  ตำแหน่ง ");
