import { type InferSchemaType, model, Schema } from "mongoose";

/**
 * Who read or changed personal data, when, with what result. Append-only, without content. Each process writes a chain of its
 * own: `hash` covers the entry and the hash before it, so that a changed or missing entry shows.
 */
const accessEntrySchema = new Schema(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    personId: { type: String, required: true },
    ip: { type: String, default: null },
    action: { type: String, required: true },
    subject: { type: String, required: true },
    chain: { type: String, required: true },
    sequence: { type: Number, required: true },
    hash: { type: String, required: true },
    result: { type: String, enum: ["allowed", "refused"] as const, required: true },
  },
  { collection: "access-log", strict: "throw", versionKey: false },
);

accessEntrySchema.index({ chain: 1, sequence: 1 }, { unique: true });
/** The trail, newest first: all of it, or by person, subject or action. */
accessEntrySchema.index({ at: -1, _id: -1 }, { name: "by_time" });
accessEntrySchema.index({ personId: 1, at: -1, _id: -1 }, { name: "by_person" });
accessEntrySchema.index({ subject: 1, at: -1, _id: -1 }, { name: "of_subject" });
accessEntrySchema.index({ action: 1, at: -1, _id: -1 }, { name: "of_action" });

export type AccessEntryDocument = InferSchemaType<typeof accessEntrySchema>;
export const AccessEntryModel = model("access-entry", accessEntrySchema);
