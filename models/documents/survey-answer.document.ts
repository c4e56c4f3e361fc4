import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";

/** Somebody's answers to a survey that is not anonymous. */
const surveyAnswerSchema = new Schema(
  {
    /** `<survey>:<person>` */
    _id: { type: String, required: true },
    surveyId: { type: String, required: true },
    /** as they were then */
    person: {
      type: new Schema(
        { id: { type: String, required: true }, name: { type: String, required: true }, school: { type: String, default: "" } },
        { _id: false },
      ),
      required: true,
    },
    answers: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
  },
  { collection: "survey_answers", strict: "throw", versionKey: false, minimize: false },
);

/** Who answered, the newest first. */
surveyAnswerSchema.index({ surveyId: 1, at: -1 });

export type SurveyAnswerDocument = InferRawDocTypeFromSchema<typeof surveyAnswerSchema>;
export const SurveyAnswerModel = model("survey-answer", surveyAnswerSchema);
