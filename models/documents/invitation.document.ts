import { type InferSchemaType, model, Schema } from "mongoose";
import { roles } from "#models/workflows/roles.ts";

/** A single-use code that gives a role. Only its hash is stored. */
const invitationSchema = new Schema(
  {
    _id: { type: String, required: true },
    role: { type: String, enum: roles, required: true },
    scope: { type: Schema.Types.Mixed, required: true },
    /** the person it is for, when known */
    personId: { type: String, default: null },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
    usedBy: { type: String, default: null },
    createdAt: { type: Date, required: true },
  },
  { collection: "invitations", strict: "throw", versionKey: false },
);

/** Those that may still be used. */
invitationSchema.index({ expiresAt: 1 }, { partialFilterExpression: { usedAt: null }, name: "unused" });

export type InvitationDocument = InferSchemaType<typeof invitationSchema>;
export const InvitationModel = model("invitation", invitationSchema);
