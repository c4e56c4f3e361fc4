import type { Stroke } from "#models/fields/field.ts";

/** A line of a table: what it is, and what it says. */
export type SheetRow = { label: string; value: string };

/** Part of a section: facts side by side with their labels, a table of its own, or a drawing. */
export type SheetBlock =
  | { is: "facts"; rows: SheetRow[] }
  | { is: "table"; title: string; columns: SheetColumn[]; rows: string[][]; foot: string[] | null }
  | { is: "drawing"; title: string; strokes: Stroke[] };

/** `share` of the width that figures leave; null: as wide as what is in it. */
export type SheetColumn = { label: string; isFigure: boolean; share: number | null };

/** A part of the form under its heading; empty: it has none. */
export type SheetSection = { title: string; blocks: SheetBlock[] };

/** One thing that happened, as a row of the timeline. */
export type SheetEntry = { day: string; time: string; deed: string; by: string; position: string; rows: SheetRow[]; note: string };

/** Who signs, as what. Without `signed` nobody has: lines are left to write on. */
export type SheetSignature = {
  as: string;
  name: string;
  position: string;
  /** ลงนามทางอิเล็กทรอนิกส์ เมื่อ … */
  signed: string;
  /** what was decided: อนุมัติ, ส่งกลับให้แก้ไข */
  decided: string;
  opinion: string;
  /** drawn by hand; empty: it was not */
  strokes: Stroke[];
};

/** A request on paper, every word of it ready to be set. */
export type RequestSheet = {
  office: string;
  /** the office's telephone; empty: not told */
  contact: string;
  title: string;
  number: string;
  date: string;
  /** a QR code of the request's page as an SVG picture; empty: there is none */
  qr: string;
  /** who asked, from where, for what */
  about: SheetRow[];
  sections: SheetSection[];
  /** names of what is attached */
  files: string[];
  /** how it stands */
  standing: SheetRow[];
  timeline: SheetEntry[];
  signatures: SheetSignature[];
  printed: string;
};

/** An opinion or an order below a memo. */
export type MemoDecision = { title: string; choices: string[]; signature: SheetSignature };

/** A บันทึกข้อความ; its request's sheet follows as what is attached. */
export type MemoSheet = {
  /** ส่วนราชการ */
  agency: string;
  /** ที่: empty leaves a line to write it on */
  number: string;
  date: string;
  about: string;
  to: string;
  paragraphs: string[];
  signature: SheetSignature;
  decisions: MemoDecision[];
  /** the request on which it goes, which follows */
  sheet: RequestSheet;
};

/** A card that was issued: its title and name, what stands on it, and the code that it is checked by. */
export type CardSheet = {
  office: string;
  title: string;
  number: string;
  holder: string;
  position: string;
  rows: SheetRow[];
  until: string;
  qr: string;
  printed: string;
};

/** What can be printed: a layout, which is a file in layouts/, and what goes in. `emblem`: the office's own, PNG or JPEG. */
export type PrintJob = (
  | { layout: "request"; data: RequestSheet }
  | { layout: "memo"; data: MemoSheet }
  | { layout: "card"; data: CardSheet }
) & { emblem: Uint8Array | null };
