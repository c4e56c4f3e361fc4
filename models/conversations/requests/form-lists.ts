import { cancelAction } from "#models/conversations/asking/ask-field.ts";
import type { TalkContext } from "#models/conversations/conversation.ts";
import { formTalkId } from "#models/conversations/form-run.ts";
import { card, openPage, start } from "#models/messages/build.ts";
import type { Action, Message } from "#models/messages/message.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { byNeed } from "#models/requests/needs.ts";
import { formsFor } from "./find-in-chat.ts";

/** A card's face has room for so many buttons. */
export const mostOffered = 5;

/** Every form: its page with the search, or the list in the chat where the office has no mini-app. */
export const allForms = (): Action =>
  openPage("แบบฟอร์มทั้งหมด", { to: "forms" }, { kind: "press", label: "แบบฟอร์มทั้งหมด", press: { to: "start", talk: "forms" } });

/** What each form is for, row by row. */
export const rowsOf = (types: RequestType[]) => types.map(({ name, about }) => ({ label: name, value: about }));

/** The needs to choose from, each with its forms. */
export function needsCard(context: TalkContext, title: string): Message {
  const groups = byNeed(formsFor(context));
  return card(
    {
      title,
      rows: groups.map(({ need, forms }) => ({ label: need.name, value: forms.map(({ name }) => name).join(" · ") })),
      note: "พิมพ์บอกสิ่งที่ต้องการได้เลยค่ะ เช่น ขอยืมโปรเจคเตอร์พรุ่งนี้",
      actions: groups.map(({ need }) => start(need.name, "forms", { need: need.id })),
    },
    { choices: [openPage("แบบฟอร์มทั้งหมด", { to: "forms" }), start("ติดต่อเจ้าหน้าที่", "contact")] },
  );
}

/** The forms of a need, five at a time. */
export function needCard(context: TalkContext, needId: string, page: number): Message {
  const group = byNeed(formsFor(context)).find(({ need }) => need.id === needId);
  if (!group) return needsCard(context, "เลือกเรื่องที่ต้องการได้เลยค่ะ");
  const from = Math.max(0, page) * mostOffered;
  const shown = group.forms.slice(from, from + mostOffered);
  if (shown.length === 0) return needCard(context, needId, 0);
  const more = group.forms.length > from + shown.length ? [start("ดูต่อ", "forms", { need: needId, page: String(page + 1) })] : [];
  return card(
    { title: group.need.name, rows: rowsOf(shown), actions: shown.map((type) => start(type.name, formTalkId(type.form.id))) },
    { choices: [...more, start("เรื่องอื่น", "forms"), openPage("แบบฟอร์มทั้งหมด", { to: "forms" }), cancelAction] },
  );
}
