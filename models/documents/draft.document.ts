import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";

/** Seconds without a save after which a draft goes, a sent one too: its request stays. */
export const draftLifeSeconds = 30 * 86_400;

/**
 * A form half filled in the mini-app. Its id is the idempotency key of the submission, and, where the chat began it, the id
 * of the chat's run: what stands there is told by the chat's `touchedDrafts` (bot/services/drafts).
 */
const draftSchema = new Schema(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    formId: { type: String, required: true },
    formVersion: { type: Number, required: true },
    /** as typed: nothing but their size and the fields' names is checked before the submission */
    answers: { type: Schema.Types.Mixed, required: true },
    onBehalfOf: {
      type: new Schema({ name: { type: String, default: "" }, phone: { type: String, default: null } }, { _id: false }),
      default: null,
    },
    /** the request that it goes on from */
    origin: {
      type: new Schema(
        { id: { type: String, required: true }, number: { type: String, required: true }, formId: { type: String, required: true } },
        { _id: false },
      ),
      default: null,
    },
    /** raised by every save, above that of the chat's run */
    revision: { type: Number, required: true },
    isOpen: { type: Boolean, required: true },
    submittedAs: {
      type: new Schema({ id: { type: String, required: true }, number: { type: String, required: true } }, { _id: false }),
      default: null,
    },
    savedAt: { type: Date, required: true },
  },
  { collection: "drafts", strict: "throw", versionKey: false, minimize: false },
);

draftSchema.index({ personId: 1, savedAt: -1 }, { partialFilterExpression: { isOpen: true }, name: "open_of_person" });
draftSchema.index({ savedAt: 1 }, { expireAfterSeconds: draftLifeSeconds, name: "untouched" });

export type DraftDocument = InferRawDocTypeFromSchema<typeof draftSchema>;
export const DraftModel = model("draft", draftSchema);
