import { type InferSchemaType, model, Schema } from "mongoose";

/**
 * One staff digest: of one person for one slot (08.30, 13.00). The id "person:2026-11-23T08:30" is the claim, so that no
 * person gets two in a slot, however many processes look.
 */
const digestSchema = new Schema(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    /** the notices it brings, fixed when it was claimed */
    notices: { type: [String], required: true },
    state: { type: String, enum: ["pending", "delivered", "put-off", "given-up"] as const, required: true },
    nextTryAt: { type: Date, default: null },
    tries: { type: Number, default: 0 },
    /** X-Line-Retry-Key, the same for every try */
    retryKey: { type: String, required: true },
    fault: { type: String },
    createdAt: { type: Date, required: true },
  },
  { collection: "digests", strict: "throw", versionKey: false },
);

digestSchema.index({ nextTryAt: 1 }, { partialFilterExpression: { state: "pending" }, name: "to_send" });
digestSchema.index({ createdAt: 1 }, { expireAfterSeconds: 90 * 86_400 });

export type DigestDocument = InferSchemaType<typeof digestSchema>;
export const DigestModel = model("digest", digestSchema);
