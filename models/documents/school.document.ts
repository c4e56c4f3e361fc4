import { type InferSchemaType, model, Schema } from "mongoose";

/** A school of the area, by its official code. */
const schoolSchema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    district: { type: String, default: "" },
    zone: { type: String, default: null },
    phone: { type: String, default: null },
    searchTokens: { type: [String], required: true },
  },
  { collection: "schools", strict: "throw", versionKey: false },
);

schoolSchema.index({ searchTokens: 1 });

export type SchoolDocument = InferSchemaType<typeof schoolSchema>;
export const SchoolModel = model("school", schoolSchema);
