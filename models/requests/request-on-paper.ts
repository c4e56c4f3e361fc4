import type { Answers } from "./define-form.ts";
import type { FiledAnswer } from "./parse-answers.ts";

/** Who did something, as they were then. */
export type PersonOnPaper = { name: string; position: string };

/** One thing that happened, as paper tells it. */
export type EntryOnPaper = {
  at: Date;
  /** the transition's id, "submit" or "official" */
  transition: string;
  deed: string;
  /** null: it happened by itself */
  by: PersonOnPaper | null;
  filed: FiledAnswer[];
  isStaffOnly: boolean;
};

/** A request with all that paper has of it, as one viewer may see it. Plain data, made by bot/services. */
export type RequestOnPaper = {
  id: string;
  formId: string;
  number: string;
  /** ปีงบประมาณ of its number, พ.ศ. */
  year: number;
  group: number;
  /** the manual's process that it counts for */
  process: number | null;
  state: string;
  isOpen: boolean;
  /** the telephone where the viewer may read it */
  requester: PersonOnPaper & { phone: string | null };
  school: string;
  assignee: PersonOnPaper | null;
  answers: Answers;
  filed: FiledAnswer[];
  filedAt: Date;
  /** who sent it where that was not the requester: staff for a caller */
  filedBy: PersonOnPaper | null;
  /** when what stands in it was sent: at first, or when it was last written anew */
  signedAt: Date;
  finishBy: Date;
  /** attached pictures and documents in order: the question that they answer, and their name (empty: they have none) */
  files: { label: string; name: string }[];
  /** what happened, the oldest first */
  entries: EntryOnPaper[];
  /** ที่ and วันที่ (YYYY-MM-DD) of the office's own register, as staff typed them */
  official: { number: string; date: string } | null;
};

/** What an office puts on its paper. */
export type OfficeOnPaper = {
  name: string;
  phone: string;
  /** ส่วนราชการ of a memo, without the centre's own name */
  agency: string;
  /** to whom a memo goes: ผู้อำนวยการ… */
  director: string;
};
