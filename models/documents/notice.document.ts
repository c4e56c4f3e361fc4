import { type InferSchemaType, model, Schema } from "mongoose";
import { urgencies } from "#models/conversations/understanding.ts";
import { noticeEvents } from "#models/workflows/define-workflow.ts";

/**
 * Something one person should hear of, written in the transaction that caused it. bot/notifications decides how and in
 * what words at sending, and drops it when it is outdated.
 */
const noticeSchema = new Schema(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    requestId: { type: String, required: true },
    /** the request's revision that caused it */
    revision: { type: Number, required: true },
    event: { type: String, enum: noticeEvents, required: true },
    /** as what the person is told */
    as: { type: String, enum: ["requester", "worker", "head"] as const, required: true },
    urgency: { type: String, enum: urgencies, required: true },
    /** new: undecided · push: claimed for sending · waiting: for a reply, a digest or the mini-app · shown · dropped · given-up */
    state: { type: String, enum: ["new", "push", "waiting", "shown", "dropped", "given-up"] as const, required: true },
    /** when the push is next tried; while waiting: when the digest is due, or the menu is to show the dot */
    nextTryAt: { type: Date, default: null },
    tries: { type: Number, default: 0 },
    /** LINE remembers the retry key for 24 hours from here */
    firstTriedAt: { type: Date, default: null },
    /** X-Line-Retry-Key, the same for every try */
    retryKey: { type: String, required: true },
    shownBy: { type: String, enum: ["push", "reply", "digest", "desk"] as const },
    fault: { type: String },
    createdAt: { type: Date, required: true },
    settledAt: { type: Date },
  },
  { collection: "notices", strict: "throw", versionKey: false },
);

/** What rides along with a person's next reply, and what a digest holds. */
noticeSchema.index({ personId: 1, createdAt: 1 }, { partialFilterExpression: { state: "waiting" }, name: "waiting_of" });
noticeSchema.index({ createdAt: 1 }, { partialFilterExpression: { state: "new" }, name: "undecided" });
noticeSchema.index({ nextTryAt: 1 }, { partialFilterExpression: { state: "push" }, name: "to_push" });
/** Digests that are due, and menus that are to show the dot. */
noticeSchema.index(
  { nextTryAt: 1 },
  { partialFilterExpression: { state: "waiting", nextTryAt: { $type: "date" } }, name: "waiting_until" },
);
noticeSchema.index({ createdAt: 1 }, { partialFilterExpression: { state: "waiting" }, name: "waiting_by_age" });
noticeSchema.index({ settledAt: -1 }, { partialFilterExpression: { state: "given-up" }, name: "given_up" });
/** What we pushed this month. */
noticeSchema.index({ settledAt: 1 }, { partialFilterExpression: { shownBy: "push" }, name: "pushed" });
noticeSchema.index({ requestId: 1, revision: 1 });
noticeSchema.index({ settledAt: 1 }, { expireAfterSeconds: 90 * 86_400 });

export type NoticeDocument = InferSchemaType<typeof noticeSchema>;
export const NoticeModel = model("notice", noticeSchema);
