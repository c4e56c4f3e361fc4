import { type InferSchemaType, model, Schema } from "mongoose";

/** A link that downloads one list once. The id is the hash of its token, so that the database cannot open it. */
const exportLinkSchema = new Schema(
  {
    _id: { type: String, required: true },
    /** what is downloaded: the kind of list and its filters */
    wanted: { type: Schema.Types.Mixed, required: true },
    personId: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
  },
  { collection: "export-links", strict: "throw", versionKey: false },
);

exportLinkSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 86_400 });

export type ExportLinkDocument = InferSchemaType<typeof exportLinkSchema>;
export const ExportLinkModel = model("export-link", exportLinkSchema);
