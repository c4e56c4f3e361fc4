import { z } from "zod";
import type { TalkContext } from "#models/conversations/conversation.ts";
import { defineTalk } from "#models/conversations/define-talk.ts";
import type { Outcome } from "#models/conversations/effects.ts";
import { usefulChoices } from "#models/conversations/menu/choices.ts";
import { refusalWords } from "#models/conversations/requests/refusal-words.ts";
import { callName } from "#models/fields/thai/person-name.ts";
import { say, start } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import { roleLabels } from "#models/workflows/roles.ts";

/** An invitation's code typed in chat: a role of the office. */
export const redeem = defineTalk({
  id: "redeem",
  version: 1,
  name: "ใช้รหัสเชิญ",
  state: z.strictObject({ code: z.string().max(40) }),
  begin(args) {
    const code = (args.with?.code ?? "").slice(0, 40);
    return { state: { code }, messages: [], effect: { do: "redeem", code } };
  },
  receive: ({ code }, outcome, context) => ({ state: null, messages: outcome.did === "redeem" ? [words(outcome, code, context)] : [] }),
});

function words(outcome: Extract<Outcome, { did: "redeem" }>, code: string, context: TalkContext): Message {
  if (outcome.ok)
    return say(`ยินดีต้อนรับค่ะ ${callName(outcome.name)}\nตอนนี้ใช้งานในฐานะ${roleLabels[outcome.role]}ได้แล้วค่ะ`, {
      choices: [start("ดูเมนู", "menu")],
    });
  switch (outcome.refusal.code) {
    case "invitation_unknown":
      return say(`ไม่พบรหัสเชิญ ${code} ค่ะ ตรวจตัวอักษรแล้วพิมพ์อีกครั้งนะคะ`, { choices: usefulChoices(context) });
    case "invitation_used":
      return say("รหัสเชิญนี้ถูกใช้ไปแล้วค่ะ ขอรหัสใหม่จากผู้ดูแลระบบนะคะ", { choices: usefulChoices(context) });
    case "invitation_expired":
      return say("รหัสเชิญนี้หมดอายุแล้วค่ะ ขอรหัสใหม่จากผู้ดูแลระบบนะคะ", { choices: usefulChoices(context) });
    case "not_registered":
      return say("ลงทะเบียนก่อน แล้วพิมพ์รหัสเชิญอีกครั้งนะคะ", { choices: [start("ลงทะเบียน", "register")] });
    default:
      return refusalWords(outcome.refusal, context);
  }
}
