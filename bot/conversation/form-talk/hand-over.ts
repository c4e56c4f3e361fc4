import { cancelAction } from "#models/conversations/asking/ask-field.ts";
import type { Step, TalkContext } from "#models/conversations/conversation.ts";
import { formTalkId, tellsSomething } from "#models/conversations/form-run.ts";
import { ask, openPage, press, say, start } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";
import type { Answers } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { fitting } from "./form-answers.ts";
import type { FormState } from "./form-state.ts";

/** A form without questions for the chat is too long for it: the mini-app takes it, with what was said so far. */
export const isForPage = ({ conversation }: RequestType): boolean => conversation.steps.length === 0;

/** What it is, and the way to its page. An office without a mini-app has people who help. */
export function handOverMessage(type: RequestType, state: FormState, run: string, { office }: TalkContext, lead?: string): Message {
  const kept = tellsSomething(type, state.answers) ? "ใส่ที่บอกไว้ให้แล้ว " : "";
  const orCall = office.phone ? ` ถ้าเปิดไม่ได้โทร ${office.phone}` : "";
  const words = [lead ?? `${type.name}: ${type.about}`, `${kept}กด กรอกแบบเต็ม ได้เลยค่ะ${orCall}`];
  const contact = press("คุยกับเจ้าหน้าที่", { to: "start", talk: "contact" });
  return ask(words.join("\n"), [openPage("กรอกแบบเต็ม", { to: "form", formId: type.form.id, draft: run }, contact), cancelAction]);
}

/** Why this person cannot begin the form yet; null when they may. */
export function notYet(type: RequestType, { person, office }: TalkContext): Step<FormState> | null {
  if (type.openTo === "staff" && person && !person.isStaff) {
    return ended(`${type.name}เป็นแบบของเจ้าหน้าที่ค่ะ ถ้าต้องการเรื่องนี้ โทรถามได้ที่ ${office.phone}`, start("คุยกับเจ้าหน้าที่", "contact"));
  }
  if (person || !isForPage(type)) return null;
  const words = `${type.name}: ${type.about}\nลงทะเบียนครั้งแรกก่อนนะคะ แล้วกด ${type.name} ต่อได้เลยค่ะ`;
  return ended(words, start("ลงทะเบียน", "register"), start(type.name, formTalkId(type.form.id)));
}

const ended = (words: string, ...choices: ReturnType<typeof start>[]): Step<FormState> => ({
  state: null,
  messages: [say(words, { choices })],
});

/** What the person's profile answers of a form that a page takes. */
export function knownOf(type: RequestType, { person }: TalkContext): Answers {
  const phone = Object.entries(type.form.fields).find(([, { kind }]) => kind === "phone")?.[0];
  return phone && person?.phone ? fitting(type, { [phone]: person.phone }) : {};
}
