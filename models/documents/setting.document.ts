import { type InferSchemaType, model, Schema } from "mongoose";

/** What the office sets for itself: its name and telephone, hours, routing. Parsed by a schema on read. */
const settingSchema = new Schema(
  { _id: { type: String, required: true }, value: { type: Schema.Types.Mixed, required: true }, updatedAt: { type: Date, required: true } },
  { collection: "settings", strict: "throw", versionKey: false },
);

export type SettingDocument = InferSchemaType<typeof settingSchema>;
export const SettingModel = model("setting", settingSchema);
