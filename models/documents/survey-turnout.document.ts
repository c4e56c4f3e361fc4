import { type InferSchemaType, model, Schema } from "mongoose";

/**
 * That somebody has answered a survey: each once. It tells no time and nothing of the answers; those of an anonymous survey lie in
 * survey-sheets.document.ts, in an order of chance, so that neither order, time nor an id leads from one to the other.
 */
const surveyTurnoutSchema = new Schema(
  {
    /** `<survey>:<person>` */
    _id: { type: String, required: true },
    surveyId: { type: String, required: true },
    personId: { type: String, required: true },
  },
  { collection: "survey_turnouts", strict: "throw", versionKey: false },
);

/** Which of the open surveys somebody has answered. */
surveyTurnoutSchema.index({ personId: 1, surveyId: 1 }, { name: "answered_by" });

/** How many have answered. */
surveyTurnoutSchema.index({ surveyId: 1 });

export type SurveyTurnoutDocument = InferSchemaType<typeof surveyTurnoutSchema>;
export const SurveyTurnoutModel = model("survey-turnout", surveyTurnoutSchema);
