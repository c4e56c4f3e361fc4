import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";

/** So many bags take the sheets of a survey, by chance: 3,000 long ones stay far below a document's 16 MB, and writers rarely meet. */
export const sheetBags = 16;

/**
 * Answers to a survey by question. Those of an anonymous one lie in bags: without person, time or id of their own, each put between
 * the others at a place of chance, because documents come back in the order they were written and would tell who answered when.
 */
const surveySheetsSchema = new Schema(
  {
    /** `<survey>:<bag>` */
    _id: { type: String, required: true },
    surveyId: { type: String, required: true },
    sheets: { type: [Schema.Types.Mixed], required: true },
  },
  { collection: "survey_sheets", strict: "throw", versionKey: false, minimize: false },
);

surveySheetsSchema.index({ surveyId: 1 });

export type SurveySheetsDocument = InferRawDocTypeFromSchema<typeof surveySheetsSchema>;
export const SurveySheetsModel = model("survey-sheets", surveySheetsSchema);
