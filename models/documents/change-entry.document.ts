import { type InferSchemaType, model, Schema } from "mongoose";

/**
 * One change that an admin made, written in the transaction of the change. Append-only. What changed stands in the words
 * people saw, so that it can be read for ever; secrets never, telephone numbers by their last four figures.
 */
const changeEntrySchema = new Schema(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    by: {
      type: new Schema({ id: { type: String, required: true }, name: { type: String, required: true } }, { _id: false }),
      required: true,
    },
    ip: { type: String, default: null },
    /** "set-hours", "end-grant", …; bot/services/admin/audit-words.ts names them in Thai */
    action: { type: String, required: true },
    /** "settings", "person:…", "school:24010001", "holiday:2026-12-07" */
    subject: { type: String, required: true },
    /** the subject as it was called then */
    subjectLabel: { type: String, required: true },
    changes: {
      type: [
        new Schema(
          { label: { type: String, required: true }, from: { type: String, default: "" }, to: { type: String, default: "" } },
          { _id: false },
        ),
      ],
      default: [],
    },
  },
  { collection: "change-log", strict: "throw", versionKey: false },
);

/** The trail, newest first: all of it, or by person, subject or action. */
changeEntrySchema.index({ at: -1, _id: -1 }, { name: "by_time" });
changeEntrySchema.index({ "by.id": 1, at: -1, _id: -1 }, { name: "by_person" });
changeEntrySchema.index({ subject: 1, at: -1, _id: -1 }, { name: "of_subject" });
changeEntrySchema.index({ action: 1, at: -1, _id: -1 }, { name: "of_action" });

export type ChangeEntryDocument = InferSchemaType<typeof changeEntrySchema>;
export const ChangeEntryModel = model("change-entry", changeEntrySchema);
