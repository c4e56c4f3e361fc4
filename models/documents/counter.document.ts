import { type InferSchemaType, model, Schema } from "mongoose";

/** Running numbers: one per code and ปีงบประมาณ ("REP-2570"). Gaps are fine, reuse is not. */
const counterSchema = new Schema(
  { _id: { type: String, required: true }, value: { type: Number, required: true } },
  { collection: "counters", strict: "throw", versionKey: false },
);

export type CounterDocument = InferSchemaType<typeof counterSchema>;
export const CounterModel = model("counter", counterSchema);
