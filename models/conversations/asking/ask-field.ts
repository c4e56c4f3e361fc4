import type { Field } from "#models/fields/field.ts";
import { ask } from "#models/messages/build.ts";
import type { Action, Message } from "#models/messages/message.ts";
import type { Page } from "#models/messages/page.ts";
import { answerActions } from "./answer-buttons.ts";
import type { OpenQuestion } from "./open-question.ts";
import { questionOf } from "./question-words.ts";

/** One field as it is asked in a run of a talk. */
export type Asking = {
  run: string;
  field: Field;
  open: OpenQuestion;
  /** the question in this talk's own words */
  words?: string;
  /** texts offered as one-tap answers */
  offers?: string[];
  /** words for people: kept with their particles */
  asWritten?: true;
  /** what is answered so far */
  value?: unknown;
  /** where a kind that the chat cannot take is answered, and the telephone that helps where there is no such page */
  elsewhere?: { page: Page; phone: string };
};

/** Always offered where a talk is open. */
export const cancelAction: Action = { kind: "say", label: "ยกเลิก", text: "ยกเลิก" };

/** The open question as a message, with everything that answers it at one tap. `lead` is said before it. */
export function askField(asking: Asking, lead?: string): Message {
  const { field, open } = asking;
  // Nothing typed yet: the directory itself is offered, under the field's own question.
  const isNarrowing = open.offered.length > 0 && open.typed !== "";
  const question = isNarrowing ? narrowing(field) : questionOf(asking);
  return ask(lead ? `${lead}\n${question}` : question, [...answerActions(asking), cancelAction]);
}

const narrowing = ({ lookup }: Field): string =>
  lookup === "schools" ? "พบหลายโรงเรียนค่ะ พิมพ์ชื่อเพิ่มอีกนิด หรือเลือกได้เลย" : "หมายถึงใครคะ เลือกได้เลย หรือพิมพ์ชื่อเพิ่มก็ได้ค่ะ";

/** Kinds that nobody can type: their answer is filled, drawn or attached on a page. Of files the chat takes pictures. */
export const needsPage = ({ kind, isTyped }: Field): boolean => (kind === "rows" && !isTyped) || kind === "signature" || kind === "files";
