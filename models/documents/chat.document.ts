import { type InferSchemaType, model, Schema } from "mongoose";

/**
 * One chat with us: a person's, or a group's. `turn` guards every write: a turn commits with the number it read.
 * `handled` are the newest webhook event ids, so that a redelivery after the inbox forgot it changes nothing.
 * `reply` is the newest answer and what became of it; `head` waits to lead the next reply (undelivered answers).
 * `replacement` is the push that brings what was essential of an answer that did not arrive; meanwhile no head holds it.
 */
const chatSchema = new Schema(
  {
    _id: { type: String, required: true },
    kind: { type: String, enum: ["user", "group", "room"] as const, required: true },
    turn: { type: Number, required: true, default: 0 },
    /** made up by the turn that wrote last, so that a process can tell its own write from another's */
    mark: { type: String, default: null },
    session: { type: Schema.Types.Mixed, default: null },
    handled: { type: [String], default: [] },
    reply: {
      type: new Schema(
        {
          token: { type: String, required: true },
          /** when the event that carried the token reached us */
          receivedAt: { type: Date, required: true },
          messages: { type: [Schema.Types.Mixed], required: true },
          state: { type: String, enum: ["pending", "delivered", "undelivered", "given-up"] as const, required: true },
          tries: { type: Number, required: true, default: 0 },
          nextTryAt: { type: Date, default: null },
          /** for the push that replaces an undeliverable essential reply */
          retryKey: { type: String, required: true },
          /** notices that this reply brought */
          notices: { type: [String], default: [] },
        },
        { _id: false },
      ),
      default: null,
    },
    head: { type: [Schema.Types.Mixed], default: [] },
    replacement: {
      type: new Schema(
        {
          messages: { type: [Schema.Types.Mixed], required: true },
          retryKey: { type: String, required: true },
          tries: { type: Number, required: true },
          nextTryAt: { type: Date, required: true },
          /** LINE remembers the retry key for 24 hours from here */
          firstTriedAt: { type: Date, required: true },
        },
        { _id: false },
      ),
      default: null,
    },
    /** messages heard and the run they belong to, so that an unsent one takes its run along */
    said: {
      type: [new Schema({ message: { type: String, required: true }, run: { type: String, required: true } }, { _id: false })],
      default: [],
    },
    /** drafts under way here that the mini-app has changed since the last turn: only a chat that has some reads them */
    touchedDrafts: { type: [String], default: [] },
    /** false: unfollowed or blocked; nothing is pushed */
    following: { type: Boolean, default: true },
    /** key of the rich menu last linked */
    menu: { type: String, default: null },
    updatedAt: { type: Date, required: true },
  },
  { collection: "chats", strict: "throw", versionKey: false, minimize: false },
);

/** The sweep's query: replies that are still to be tried. */
chatSchema.index({ "reply.nextTryAt": 1 }, { partialFilterExpression: { "reply.state": "pending" } });
/** Essential replies that a push is to replace. */
chatSchema.index({ "reply.receivedAt": 1 }, { partialFilterExpression: { "reply.state": "undelivered" }, name: "undelivered" });
/** Replies that did not arrive, as the admin sees them. */
chatSchema.index({ "reply.receivedAt": -1 }, { partialFilterExpression: { "reply.state": "given-up" }, name: "lost_replies" });
/** Pushes of these that are under way, or to be tried again. */
chatSchema.index(
  { "replacement.nextTryAt": 1 },
  { partialFilterExpression: { "replacement.nextTryAt": { $type: "date" } }, name: "replacements" },
);

export type ChatDocument = InferSchemaType<typeof chatSchema>;
export const ChatModel = model("chat", chatSchema);
