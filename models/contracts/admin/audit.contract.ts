import { z } from "zod";
import { defineContract } from "#models/contracts/contract.ts";
import { cursor, id, moment } from "#models/contracts/parts.ts";
import { day } from "./holidays.contract.ts";

/** change: an admin changed something · look: somebody read or changed personal data */
const kind = z.enum(["change", "look"]);

const entry = z.object({
  id: z.string(),
  kind,
  at: moment,
  by: z.object({ id: z.string(), name: z.string() }),
  ip: z.string().nullable(),
  action: z.string(),
  actionLabel: z.string(),
  /** the record: "person:…"; another filter */
  subject: z.string(),
  subjectLabel: z.string(),
  isRefused: z.boolean(),
  /** old and new value in shown words; none for a look */
  changes: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
});
export type AuditEntry = z.infer<typeof entry>;

export const listAudit = defineContract({
  method: "get",
  path: "/admin/audit",
  summary: "What admins changed and who read personal data, the newest first",
  asks: "person",
  query: z.strictObject({
    kind: kind.optional(),
    /** who did it */
    person: id.optional(),
    subject: z.string().min(1).max(120).optional(),
    /** a kind of action, from `listAuditActions` */
    action: z.string().min(1).max(60).optional(),
    /** days in Bangkok, both counted in */
    from: day.optional(),
    to: day.optional(),
    cursor: cursor.optional(),
  }),
  response: z.object({
    entries: z.array(entry),
    next: cursor.nullable(),
    /** names of what was filtered by, for links that carry only ids */
    filter: z.object({ person: z.string().nullable(), subject: z.string().nullable() }),
  }),
  errors: ["not_allowed"],
});

export const listAuditActions = defineContract({
  method: "get",
  path: "/admin/audit/actions",
  summary: "The kinds of action that the audit trail holds",
  asks: "person",
  response: z.object({ actions: z.array(z.object({ action: z.string(), kind, label: z.string() })) }),
  errors: ["not_allowed"],
});
