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
accessEntrySchema.index({ at: 1 });
accessEntrySchema.index({ subject: 1, at: -1 });

export type AccessEntryDocument = InferSchemaType<typeof accessEntrySchema>;
export const AccessEntryModel = model("access-entry", accessEntrySchema);
