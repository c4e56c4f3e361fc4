import { z } from "zod";
import { categories, urgencies } from "#models/conversations/understanding.ts";
import { decisions } from "#models/workflows/define-workflow.ts";
import { roles } from "#models/workflows/roles.ts";

/** A moment, ISO 8601 in UTC; shown in Bangkok's time and พ.ศ. */
export const moment = z.iso.datetime();
export const id = z.string().regex(/^[\w-]{1,60}$/);
/** Where a list goes on; opaque, from the answer before. */
export const cursor = z.string().max(200);

export const urgency = z.enum(urgencies);
export const category = z.enum(categories);
export const role = z.enum(roles);
export const tone = z.enum(["plain", "critical", "high", "waiting", "done", "muted"]);

export const school = z.strictObject({ code: z.string().max(20).nullable(), name: z.string().min(2).max(120) });

/** What somebody may do with a request now: a button. `formId` names the transition's form; without one a press does it. */
export const action = z.object({
  transition: z.string(),
  label: z.string(),
  /** among the first buttons */
  isPrimary: z.boolean(),
  /** asked before it is done */
  confirm: z.string().nullable(),
  formVersion: z.number().int().nullable(),
  /** its form is the request's own: the page fills it with `GET /requests/:id/answers` and sends them whole */
  rewrites: z.boolean(),
  /** a decision: sent with `seen`, the `answersRevision` that was shown */
  decides: z.enum(decisions).nullable(),
});

/** What the state asks of the viewer, and in whose words it was put. */
export const asked = z.object({ question: z.string(), words: z.string().nullable(), transitions: z.array(z.string()) });

/** A request as one of a list. */
export const requestCard = z.object({
  id,
  formId: z.string(),
  /** ซ-2570-000123 */
  number: z.string(),
  subject: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  tone,
  /** ขั้นต่อไป, in the viewer's words */
  next: z.string(),
  revision: z.number().int(),
  /** what the answers shown are: a decision is sent with it, as `seen` */
  answersRevision: z.number().int(),
  category,
  categoryLabel: z.string(),
  urgency,
  urgencyLabel: z.string(),
  school: z.string(),
  requester: z.string(),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  group: z.number().int(),
  filedAt: moment,
  finishBy: moment,
  isLate: z.boolean(),
  /** nothing is promised while the clock stands still */
  isClockStopped: z.boolean(),
  isOpen: z.boolean(),
  asked: asked.nullable(),
  /** what happened last: "ช่างมานะ รับเรื่อง" */
  latest: z.object({ by: z.string(), isOwn: z.boolean(), deed: z.string(), words: z.string(), at: moment }).nullable(),
  actions: z.array(action),
});
export type RequestCard = z.infer<typeof requestCard>;

/** A stored picture: a thumbnail to show at once (signed, ends by itself) and the id to ask a link for. */
export const photo = z.object({ id, thumbnail: z.string() });
export type Photo = z.infer<typeof photo>;

/** A stored file that goes by its name: a document, or a picture among documents. */
export const storedFile = z.object({
  id,
  name: z.string(),
  /** MIME, by its content */
  type: z.string(),
  /** bytes */
  size: z.number().int(),
  /** of a picture; signed, ends by itself */
  thumbnail: z.string().nullable(),
});
export type StoredFile = z.infer<typeof storedFile>;

/** Another request that this one goes on from or led to. */
export const requestLink = z.object({ id, number: z.string(), formId: z.string(), name: z.string() });
export type RequestLink = z.infer<typeof requestLink>;

/** A value as paper has it, where that is more than its shown text: models/fields' Written. */
export const written = z.discriminatedUnion("is", [
  z.object({ is: z.literal("text"), text: z.string() }),
  z.object({
    is: z.literal("table"),
    heads: z.array(z.object({ label: z.string(), isFigure: z.boolean() })),
    rows: z.array(z.array(z.string())),
    foot: z.array(z.string()).nullable(),
  }),
  z.object({ is: z.literal("drawing"), strokes: z.array(z.array(z.number())) }),
]);

/** One decision of those that a request passes in order: given, or still waited for. */
export const rung = z.object({
  /** now: its word is waited for · ahead: it comes after that */
  standing: z.enum(["done", "turned-down", "now", "ahead"]),
  /** the deed's, or those of the state that waits: "รอ ผอ. อนุมัติ" */
  words: z.string(),
  by: z.string(),
  position: z.string(),
  at: moment.nullable(),
});

/** One thing that happened. */
export const timelineEntry = z.object({
  sequence: z.number().int(),
  at: moment,
  deed: z.string(),
  by: z.string(),
  /** the viewer did it */
  isOwn: z.boolean(),
  position: z.string(),
  isStaffOnly: z.boolean(),
  /** label and shown value of what was written with it */
  filed: z.array(z.object({ label: z.string(), shown: z.string() })),
  photos: z.array(photo),
  files: z.array(storedFile),
});

/** A request with all that its viewer may see. */
export const requestDetail = requestCard.extend({
  formVersion: z.number().int(),
  formTitle: z.string(),
  filed: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      shown: z.string(),
      written: written.optional(),
      /** the heading of the form's part that it stands in */
      section: z.string().nullable(),
    }),
  ),
  photos: z.array(photo),
  files: z.array(storedFile),
  /** the telephone of who asked, for those who do the work */
  phone: z.string().nullable(),
  startBy: moment,
  /** the request it goes on from; null too where the viewer may not see that one */
  origin: requestLink.nullable(),
  /** those that went on from it, as far as the viewer may see them */
  followUps: z.array(requestLink),
  /** what the viewer may go on with from here: `POST /requests/:id/continue` */
  continuations: z.array(z.object({ formId: z.string(), name: z.string() })),
  /** the viewer may take it as a pattern: `POST /requests/:id/copy` */
  canCopy: z.boolean(),
  /** ที่ and วันที่ of the office's register, as staff typed them */
  official: z.object({ number: z.string(), date: z.iso.date() }).nullable(),
  canSetOfficial: z.boolean(),
  /** the paper of record, once it is made */
  record: z.object({ at: moment, sha256: z.string(), hasNumber: z.boolean() }).nullable(),
  /** the viewer holds the card that came of it: `GET /requests/:id/card` */
  hasCard: z.boolean(),
  /** of a survey that people are or were asked, for those who run it: how many answered, and whether they still may */
  survey: z.object({ isOpen: z.boolean(), answered: z.number().int() }).nullable(),
  /** who decided what, and whose word comes next */
  decisions: z.array(rung),
  timeline: z.array(timelineEntry),
});
export type RequestDetail = z.infer<typeof requestDetail>;
