import type { Written } from "#models/fields/field.ts";
import type { Category, Urgency } from "./understanding.ts";

/** A request as one viewer may see it, made by bot/services. Plain data. */
export type RequestView = {
  id: string;
  formId: string;
  formVersion: number;
  /** ซ-2570-000123 */
  number: string;
  subject: string;
  state: string;
  stateLabel: string;
  /** "ขั้นต่อไป" in the viewer's words: the requester's, or those of who does the work */
  next: string;
  revision: number;
  /** the revision that made the answers as they are shown: a decision names it */
  answersRevision: number;
  isOpen: boolean;
  /** the group of work that has it */
  group: number;
  category: Category;
  urgency: Urgency;
  requester: { id: string | null; name: string; phone: string | null };
  school: string;
  assignee: { id: string; name: string } | null;
  /** label and shown value, in the form's order, as filed */
  filed: { field: string; label: string; shown: string; written?: Written }[];
  photos: string[];
  /** files that go by their names */
  files: string[];
  filedAt: Date;
  startBy: Date;
  finishBy: Date;
  isLate: boolean;
  /** transitions this viewer may do now, in the workflow's order */
  possible: string[];
  /** what is asked of this viewer now: the state's question, and in whose words it was put */
  asked: { question: string; words: string | null; transitions: string[] } | null;
  /** the newest deed that this viewer may see and that moved it, by whom ("คุณ" to themselves); null where no timeline was read */
  moved: { by: string; deed: string } | null;
  /** the newest entries that this viewer may see, oldest first; empty where several were found by one number */
  timeline: EntryView[];
};

/** One thing that happened to a request. */
export type EntryView = {
  sequence: number;
  at: Date;
  deed: string;
  by: string;
  /** the viewer did it */
  isOwn: boolean;
  /** the actor's position, as it was then */
  position: string;
  isStaffOnly: boolean;
  /** what was written with it, as one text; and apart */
  words: string;
  filed: { label: string; shown: string }[];
  photos: string[];
  files: string[];
};
