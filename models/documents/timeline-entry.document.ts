import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";

/** One thing that happened to a request. `sequence` is the request's revision that it made. Never changed, never removed. */
const timelineEntrySchema = new Schema(
  {
    _id: { type: String, required: true },
    requestId: { type: String, required: true },
    sequence: { type: Number, required: true },
    at: { type: Date, required: true },
    /** as they were then */
    actor: {
      type: new Schema(
        {
          id: { type: String, required: true },
          name: { type: String, required: true },
          position: { type: String, default: "" },
          actingFor: { type: String, default: null },
        },
        { _id: false },
      ),
      required: true,
    },
    /** the transition's id, "submit", or "official": the office's number was written down */
    transition: { type: String, required: true },
    deed: { type: String, required: true },
    from: { type: String, default: null },
    to: { type: String, required: true },
    answers: { type: Schema.Types.Mixed, default: {} },
    filed: {
      type: [
        new Schema(
          {
            field: { type: String, required: true },
            label: { type: String, required: true },
            shown: { type: String, required: true },
            written: { type: Schema.Types.Mixed },
          },
          { _id: false },
        ),
      ],
      default: [],
    },
    audience: { type: String, enum: ["all", "staff"] as const, required: true },
    /** made by the page that asked for it: asked again after a lost answer, it is this entry */
    key: { type: String },
  },
  { collection: "timeline", strict: "throw", versionKey: false, minimize: false },
);

timelineEntrySchema.index({ requestId: 1, sequence: 1 }, { unique: true });
timelineEntrySchema.index(
  { requestId: 1, key: 1, "actor.id": 1 },
  { unique: true, partialFilterExpression: { key: { $exists: true } }, name: "keys" },
);

export type TimelineEntryDocument = InferRawDocTypeFromSchema<typeof timelineEntrySchema>;
export const TimelineEntryModel = model("timeline-entry", timelineEntrySchema);
