import { type InferRawDocTypeFromSchema, model, Schema } from "mongoose";
import { roles } from "#models/workflows/roles.ts";

const scopeSchema = new Schema(
  {
    kind: { type: String, enum: ["office", "group", "school", "case", "system"] as const, required: true },
    group: Number,
    zones: { type: [String], default: undefined },
    school: String,
    case: String,
    system: String,
  },
  { _id: false },
);

const grantSchema = new Schema(
  {
    role: { type: String, enum: roles, required: true },
    scope: { type: scopeSchema, required: true },
    from: { type: Date, required: true },
    until: { type: Date, default: null },
    actingFor: { type: String, default: null },
  },
  { _id: false },
);

/** A person of the office or a school. LINE is one of their attributes: they may have none, or change it. */
const personSchema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    position: { type: String, required: true },
    school: {
      type: new Schema({ code: { type: String, default: null }, name: { type: String, required: true } }, { _id: false }),
      required: true,
    },
    phone: { type: String, default: null },
    lineUserId: { type: String },
    grants: { type: [grantSchema], default: [] },
    acceptedNotice: {
      type: new Schema({ version: { type: String, required: true }, at: { type: Date, required: true } }, { _id: false }),
      default: null,
    },
    recentPlaces: { type: [String], default: [] },
    awayUntil: { type: Date, default: null },
    searchTokens: { type: [String], default: [] },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: "people", strict: "throw", versionKey: false },
);

// Not by $type: from {lineUserId: "U…"} the planner concludes that it exists, and that it is above "", but never its type.
personSchema.index({ lineUserId: 1 }, { unique: true, partialFilterExpression: { lineUserId: { $exists: true } } });
// A join ($lookup without a pipeline) goes by an index only when that is neither partial nor sparse: else it reads everybody.
personSchema.index({ lineUserId: 1, _id: 1 }, { name: "join_by_line" });
personSchema.index({ "grants.role": 1 });
personSchema.index({ phone: 1 }, { partialFilterExpression: { phone: { $gt: "" } } });
personSchema.index({ searchTokens: 1 });
/** The admin's list, and the people of a school. */
personSchema.index({ name: 1, _id: 1 }, { name: "by_name" });
personSchema.index({ "school.code": 1, name: 1, _id: 1 }, { name: "of_school" });

export type PersonDocument = InferRawDocTypeFromSchema<typeof personSchema>;
export const PersonModel = model("person", personSchema);
