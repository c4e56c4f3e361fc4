import { z } from "zod";
import { cancelAction } from "#models/conversations/asking/ask-field.ts";
import { plain } from "#models/conversations/asking/said.ts";
import type { TalkArgs } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Input } from "#models/conversations/input.ts";
import { ask, press } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";

const state = z.strictObject({
  said: z.custom<Extract<Input, { kind: "text" }>>((value) => typeof value === "object" && value !== null && "understood" in value),
  with: z.record(z.string(), z.string()),
  answers: z.record(z.string(), z.unknown()),
  report: z.string(),
});
type State = z.infer<typeof state>;

/** A sentence that may be what a technician asked for, or a new report: the person says which, and types nothing twice. */
export const answerOrNew = defineTalk<State>({
  id: "answer-or-new",
  version: 1,
  name: "ข้อความที่พิมพ์ไว้",
  state,
  begin(args, _, run) {
    const { report = "", ...bound } = args.with ?? {};
    if (args.input?.kind !== "text") return { state: null, messages: [] };
    const now = { said: args.input, with: bound, answers: args.answers ?? {}, report };
    return { state: now, messages: [question(run)] };
  },
  claims: (_, input) => (choice(input) ? "answer" : "no"),
  hear(now, input, _, run) {
    const chosen = choice(input);
    if (!chosen) return { state: now, messages: [question(run)] };
    const args: TalkArgs = chosen === "answer" ? { with: now.with, answers: now.answers } : { input: now.said };
    return { state: null, messages: [], handsTo: { talk: chosen === "answer" ? "transition" : now.report, args } };
  },
  question: (_, __, run) => question(run),
  worthKeeping: () => true,
});

function question(run: string): Message {
  const answer = (label: string, value: string) => press(label, { to: "answer", run, ask: "which", value });
  return ask("ข้อความนี้ตอบคำถามของช่าง หรือแจ้งเรื่องใหม่คะ", [answer("ตอบช่าง", "answer"), answer("แจ้งเรื่องใหม่", "new"), cancelAction]);
}

function choice(input: Input): "answer" | "new" | null {
  if (input.kind === "press" && input.press.to === "answer") return input.press.value === "answer" ? "answer" : "new";
  if (input.kind !== "text") return null;
  const said = plain(input.text);
  if (["ตอบช่าง", "ตอบ", "ตอบคำถาม"].includes(said)) return "answer";
  return ["แจ้งเรื่องใหม่", "เรื่องใหม่", "แจ้งใหม่", "แจ้งซ่อม"].includes(said) ? "new" : null;
}
