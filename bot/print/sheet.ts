/** A line of a table: what it is, and what it says. */
export type SheetRow = { label: string; value: string };

/** One thing that happened, as a row of the timeline. */
export type SheetEntry = { day: string; time: string; deed: string; by: string; position: string; rows: SheetRow[]; note: string };

/** Who signs, as what; an empty name leaves a line to write it on. */
export type SheetSignature = { as: string; name: string; position: string };

/** A request on paper, every word of it ready to be set. */
export type RequestSheet = {
  office: string;
  /** the office's telephone; empty: not told */
  contact: string;
  title: string;
  number: string;
  date: string;
  /** who asked, from where, for what */
  about: SheetRow[];
  answers: SheetRow[];
  /** of pictures, which stay in the system; empty: there are none */
  photos: string;
  /** how it stands */
  standing: SheetRow[];
  timeline: SheetEntry[];
  signatures: SheetSignature[];
  printed: string;
};

/** What can be printed: a layout, which is a file in layouts/, and what goes in. */
export type PrintJob = { layout: "request"; data: RequestSheet };
