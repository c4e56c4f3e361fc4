import { z } from "zod";
import { defineContract } from "#models/contracts/contract.ts";

/** A list of an office is some hundred kilobytes: 3,000 people are 500. Bytes. */
export const largestImport = 3_000_000;

const kind = z.enum(["schools", "people", "holidays"]);
export type ImportedKind = z.infer<typeof kind>;

/** Browsers and spreadsheets name a CSV file's type as they like; the mini-app sends the first. */
const upload = { types: ["text/csv", "application/vnd.ms-excel", "text/plain"], maxBytes: largestImport } as const;

const counts = z.object({ added: z.number().int(), changed: z.number().int(), unchanged: z.number().int(), problems: z.number().int() });

const preview = z.object({
  counts,
  /** what is added or changed; the first of them where there are many */
  rows: z.array(
    z.object({
      line: z.number().int(),
      kind: z.enum(["added", "changed"]),
      label: z.string(),
      changes: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
  /** lines that are left out, and what to do about them; the first of them where there are many */
  problems: z.array(z.object({ line: z.number().int(), message: z.string() })),
  /** lines that are imported all the same, though a name looks like a formula; the first of them where there are many */
  warnings: z.array(z.object({ line: z.number().int(), message: z.string() })),
  /** stands for this file and what it changes now: applying needs it */
  token: z.string(),
});
export type ImportPreview = z.infer<typeof preview>;

export const previewImport = defineContract({
  method: "post",
  path: "/admin/imports/:kind/preview",
  summary: "What importing a CSV file would change; nothing is written",
  asks: "person",
  params: z.strictObject({ kind }),
  upload,
  response: preview,
  errors: ["not_allowed"],
});

export const applyImport = defineContract({
  method: "post",
  path: "/admin/imports/:kind",
  summary: "Import the file just as it was previewed, all of it or nothing",
  asks: "person",
  params: z.strictObject({ kind }),
  query: z.strictObject({ token: z.string().max(100) }),
  upload,
  response: counts,
  errors: ["not_allowed", "changed_meanwhile"],
});
