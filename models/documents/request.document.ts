import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { categories, urgencies } from "#models/conversations/understanding.ts";

const filedSchema = new Schema(
  {
    field: { type: String, required: true },
    label: { type: String, required: true },
    shown: { type: String, required: true },
    /** as paper has it, where that is more than what is shown: models/fields' Written */
    written: { type: Schema.Types.Mixed },
  },
  { _id: false },
);

const linkSchema = new Schema(
  { id: { type: String, required: true }, number: { type: String, required: true }, formId: { type: String, required: true } },
  { _id: false },
);

/** Anything that was asked for, as it stands now. How it came there is in the timeline. */
const requestSchema = new Schema(
  {
    _id: { type: String, required: true },
    /** idempotency key of the submission */
    draftId: { type: String, required: true },
    formId: { type: String, required: true },
    formVersion: { type: Number, required: true },
    workflowVersion: { type: Number, required: true },
    /** as shown: ซ-2570-000123 */
    number: { type: String, required: true },
    code: { type: String, required: true },
    year: { type: Number, required: true },
    tail: { type: Number, required: true },
    answers: { type: Schema.Types.Mixed, required: true },
    filed: { type: [filedSchema], required: true },
    subject: { type: String, required: true },
    category: { type: String, enum: categories, required: true },
    urgency: { type: String, enum: urgencies, required: true },
    process: { type: Number, default: null },
    /** the system that access is asked to */
    system: { type: String, default: null },
    group: { type: Number, required: true },
    school: {
      type: new Schema(
        { code: { type: String, default: null }, name: { type: String, required: true }, zone: { type: String, default: null } },
        { _id: false },
      ),
      required: true,
    },
    requester: {
      type: new Schema(
        { id: { type: String, default: null }, name: { type: String, required: true }, phone: { type: String, default: null } },
        { _id: false },
      ),
      required: true,
    },
    filedById: { type: String, required: true },
    assignee: {
      type: new Schema({ id: { type: String, required: true }, name: { type: String, required: true } }, { _id: false }),
      default: null,
    },
    state: { type: String, required: true },
    previousState: { type: String, default: null },
    stateSince: { type: Date, required: true },
    isOpen: { type: Boolean, required: true },
    /** raised by every transition; equals the newest timeline entry's sequence */
    revision: { type: Number, required: true },
    /** the revision that made the answers as they are: a decision names the one that was seen */
    answersRevision: { type: Number, required: true },
    /** the role whose decision the state waits for; `unit` is its group, school or system, empty for the office */
    decider: {
      type: new Schema({ role: { type: String, required: true }, unit: { type: String, default: "" } }, { _id: false }),
      default: null,
    },
    /** the request that this one goes on from, and those that went on from it */
    origin: { type: linkSchema, default: null },
    followUps: { type: [linkSchema], default: [] },
    /** ที่ and วันที่ of the office's own register, as staff typed them: never made here */
    official: {
      type: new Schema({ number: { type: String, required: true }, date: { type: String, required: true } }, { _id: false }),
      default: null,
    },
    /** paper of record: wanted by the last decision until it is made, then its file and hash for ever */
    record: {
      type: new Schema(
        {
          state: { type: String, enum: ["wanted", "made"] as const, required: true },
          fileId: { type: String, default: null },
          sha256: { type: String, default: null },
          at: { type: Date, required: true },
          /** the deciding one: later entries do not stand in it */
          revision: { type: Number, default: null },
          /** whether the office's number stands in it */
          hasNumber: { type: Boolean, default: null },
          /** the request as it was decided, until the paper is made: records/wanted-record.ts */
          decided: { type: Schema.Types.Mixed },
        },
        { _id: false },
      ),
      default: null,
    },
    /** whose word the state waits for */
    awaits: { type: String, default: null },
    /** the words in which it was put: the technician's question */
    awaitsWords: { type: String, default: null },
    /** when the present state was first shown to the person it waits for */
    shownAt: { type: Date, default: null },
    startBy: { type: Date, required: true },
    finishBy: { type: Date, required: true },
    /** next thing that happens by itself, and what */
    nextDueAt: { type: Date, default: null },
    nextDue: { type: String, default: null },
    searchTokens: { type: [String], required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: "requests", strict: "throw", versionKey: false, minimize: false },
);

requestSchema.index({ draftId: 1 }, { unique: true });
requestSchema.index({ code: 1, year: 1, tail: 1 }, { unique: true });
requestSchema.index({ tail: 1, year: -1 });
requestSchema.index({ "requester.id": 1, createdAt: -1 });
requestSchema.index({ filedById: 1, createdAt: -1 });
/** The last of a form that somebody filed, to be copied. */
requestSchema.index({ filedById: 1, formId: 1, createdAt: -1 }, { name: "last_of_form" });
/** What staff filed for callers who have not joined. */
requestSchema.index({ "requester.phone": 1 }, { partialFilterExpression: { "requester.id": null }, name: "unclaimed_by_phone" });
requestSchema.index({ awaits: 1, updatedAt: -1 }, { partialFilterExpression: { awaits: { $gt: "" } } });
requestSchema.index({ "assignee.id": 1, finishBy: 1 }, { partialFilterExpression: { isOpen: true }, name: "work_of" });
requestSchema.index({ group: 1, finishBy: 1 }, { partialFilterExpression: { isOpen: true }, name: "open_by_group" });
requestSchema.index({ finishBy: 1 }, { partialFilterExpression: { isOpen: true }, name: "open_by_finish" });
requestSchema.index({ startBy: 1 }, { partialFilterExpression: { isOpen: true, assignee: null, decider: null }, name: "untaken_by_start" });
requestSchema.index({ "school.code": 1, createdAt: -1, _id: -1 }, { name: "of_school" });
requestSchema.index({ "school.code": 1 }, { partialFilterExpression: { isOpen: true }, name: "open_by_school" });
/** Exports of a span of days. */
requestSchema.index({ createdAt: 1, _id: 1 }, { name: "by_filing" });
requestSchema.index({ nextDueAt: 1 }, { partialFilterExpression: { nextDueAt: { $gt: new Date(0) } } });
requestSchema.index({ searchTokens: 1, createdAt: -1, _id: -1 }, { name: "found_by" });
/** What waits for a role's decision, the longest first. */
requestSchema.index(
  { "decider.role": 1, "decider.unit": 1, stateSince: 1 },
  { partialFilterExpression: { "decider.role": { $gt: "" } }, name: "to_decide" },
);
requestSchema.index({ "record.at": 1 }, { partialFilterExpression: { "record.state": "wanted" }, name: "records_wanted" });
/** All that the desk counts, filters and sorts by: it reads the index alone, and only the rows that it shows. */
requestSchema.index(
  {
    isOpen: 1,
    group: 1,
    "assignee.id": 1,
    "decider.role": 1,
    state: 1,
    urgency: 1,
    category: 1,
    "school.code": 1,
    startBy: 1,
    finishBy: 1,
    _id: 1,
  },
  { partialFilterExpression: { isOpen: true }, name: "desk_of_open" },
);
/** Whether a number of the office's register is typed a second time. */
requestSchema.index({ "official.number": 1 }, { partialFilterExpression: { "official.number": { $gt: "" } }, name: "by_official_number" });
/** Boot asks which form versions and states are stored. */
requestSchema.index({ formId: 1, formVersion: 1, state: 1 });

export type RequestDocument = InferRawDocTypeFromSchema<typeof requestSchema>;
export const RequestModel = model("request", requestSchema);
