import { type InferSchemaType, model, Schema } from "mongoose";

/** A webhook event, stored before it is acknowledged. The id is LINE's webhookEventId, so a duplicate changes nothing. */
const inboxEventSchema = new Schema(
  {
    _id: { type: String, required: true },
    chatId: { type: String, required: true },
    /** LINE's time, for the order within a chat, milliseconds */
    timestamp: { type: Number, required: true },
    receivedAt: { type: Date, required: true },
    state: { type: String, enum: ["waiting", "done", "set-aside"] as const, required: true },
    /** left events are taken by a sweep from then on; who took them names a claim */
    takeAfter: { type: Date },
    claim: { type: String },
    /** masked event; dropped when done */
    payload: { type: Schema.Types.Mixed },
    /** turns begun with it by a process that had not stored it, or after a sweep */
    tries: { type: Number, required: true, default: 0 },
    /** why it was set aside, without any of its words */
    fault: { type: String },
    doneAt: { type: Date },
  },
  { collection: "inbox", strict: "throw", versionKey: false, minimize: false },
);

/** What waits in a chat, in order; few wait at a time, so the sweep over those left behind goes by it too. */
inboxEventSchema.index({ chatId: 1, timestamp: 1 }, { partialFilterExpression: { state: "waiting" }, name: "waiting_of_chat" });
inboxEventSchema.index({ receivedAt: -1 }, { partialFilterExpression: { state: "set-aside" }, name: "set_aside" });
/** Done events keep only their id, for 30 days. */
inboxEventSchema.index({ doneAt: 1 }, { expireAfterSeconds: 30 * 86_400 });

export type InboxEventDocument = InferSchemaType<typeof inboxEventSchema>;
export const InboxEventModel = model("inbox-event", inboxEventSchema);
