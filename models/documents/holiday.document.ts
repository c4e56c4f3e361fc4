import { type InferSchemaType, model, Schema } from "mongoose";

/** A day on which the office is closed; the id is the day, YYYY-MM-DD in Bangkok. */
const holidaySchema = new Schema(
  { _id: { type: String, required: true }, name: { type: String, required: true } },
  { collection: "holidays", strict: "throw", versionKey: false },
);

export type HolidayDocument = InferSchemaType<typeof holidaySchema>;
export const HolidayModel = model("holiday", holidaySchema);
