import { type InferSchemaType, model, Schema } from "mongoose";

/** A stored file, picture or document; its bytes are in GridFS under the same id. Loose ones are removed after 24 hours, or with the draft that names them. */
const fileSchema = new Schema(
  {
    _id: { type: String, required: true },
    /** wanted: LINE still prepares it · loose: stored, not yet part of a request · attached · refused: not what it claims to be */
    state: { type: String, enum: ["wanted", "loose", "attached", "refused"] as const, required: true },
    requestId: { type: String, default: null },
    /** requests that go on from that one and show it as well */
    alsoIn: { type: [String], default: [] },
    /** made or kept by the office itself: a request's paper of record, the emblem of its paper */
    kind: { type: String, enum: ["record", "emblem"] as const },
    /** documents only: as their owner called it, cleaned */
    name: { type: String },
    ownerChatId: { type: String, default: null },
    /** message of LINE that it came with */
    lineMessageId: { type: String },
    /** made by the mini-app that sent it, so that the same picture sent again is the same file; its owner's alone */
    uploadId: { type: String },
    /** named in a draft: not removed before, though no request has taken it */
    keepUntil: { type: Date, default: null },
    type: { type: String, default: null },
    size: { type: Number, default: null },
    width: Number,
    height: Number,
    nextTryAt: { type: Date, default: null },
    tries: { type: Number, default: 0 },
    createdAt: { type: Date, required: true },
  },
  { collection: "files", strict: "throw", versionKey: false },
);

fileSchema.index({ lineMessageId: 1 }, { unique: true, partialFilterExpression: { lineMessageId: { $exists: true } } });
fileSchema.index(
  { ownerChatId: 1, uploadId: 1 },
  { unique: true, partialFilterExpression: { uploadId: { $exists: true } }, name: "uploads" },
);
/** How many a person sent lately. */
fileSchema.index({ ownerChatId: 1, createdAt: -1 }, { partialFilterExpression: { uploadId: { $exists: true } }, name: "uploads_by_age" });
fileSchema.index({ createdAt: 1 }, { partialFilterExpression: { state: "loose" }, name: "loose_by_age" });
fileSchema.index({ nextTryAt: 1 }, { partialFilterExpression: { state: "wanted" }, name: "wanted" });
fileSchema.index({ requestId: 1 });

export type FileDocument = InferSchemaType<typeof fileSchema>;
export const FileModel = model("file", fileSchema);
