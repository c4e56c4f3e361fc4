import { cancelAction } from "#models/conversations/asking/ask-field.ts";
import { plain } from "#models/conversations/asking/said.ts";
import type { TalkContext } from "#models/conversations/conversation.ts";
import { ask, card, openPage, press } from "#models/messages/build.ts";
import type { Action, CardRow, Message } from "#models/messages/message.ts";
import { isShown } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { answerTo, fieldOf } from "./form-questions.ts";
import type { FormState } from "./form-state.ts";

/** The question that the summary's buttons answer. Its revision tells an old card from the present one. */
export const summaryAsk = (state: FormState): string => `summary.${state.revision}`;

/** Everything that can be seen and changed on the summary: what is asked in this talk, and what the person said besides. */
export function summaryKeys(type: RequestType, state: FormState): string[] {
  const steps = type.conversation.steps.map((step) => step.field);
  const said = Object.entries(type.form.fields)
    .filter(([key, field]) => field.question && state.answers[key] !== undefined)
    .map(([key]) => key);
  const form = Object.keys(type.form.fields).filter(
    (key) => (steps.includes(key) || said.includes(key)) && isShown(type.form, key, state.answers),
  );
  return [...(state.onBehalf ? ["caller:name", "caller:phone"] : []), ...form];
}

/** The card on which a report is looked over, changed line by line, and confirmed. */
export function summaryCard(type: RequestType, state: FormState, run: string, { person }: Pick<TalkContext, "person">): Message {
  const confirm = confirmAction(state, run);
  const critical = type.urgency(state.answers) === "critical";
  return card(
    {
      title: `สรุป${type.name}`,
      subtitle: "ข้อมูลถูกต้องไหมคะ",
      ...(critical ? { tone: "critical" as const } : {}),
      rows: summaryKeys(type, state).flatMap((key) => row(type, state, run, key)),
      note: critical ? "เรื่องด่วนที่สุด เจ้าหน้าที่จะทราบทันทีที่กด ยืนยัน ค่ะ" : noteOf(type, state),
      actions: [confirm, ...(person && !state.onBehalf ? [wholeForm(type, run)] : []), cancelAction],
    },
    { asks: true, choices: choicesOf(type, state, run) },
  );
}

/** The same form in the mini-app, with what was said so far. Who is not registered yet, or reports for a caller, stays in the chat. */
function wholeForm(type: RequestType, run: string): Action {
  return openPage("กรอกแบบเต็ม", { to: "form", formId: type.form.id, draft: run });
}

/** The summary's question without its card, which stands just above. */
export function summaryQuestion(type: RequestType, state: FormState, run: string, words: string): Message {
  return ask(words, choicesOf(type, state, run));
}

const confirmAction = (state: FormState, run: string): Action =>
  press("ยืนยัน", { to: "answer", run, ask: summaryAsk(state), value: "confirm" });

// LINE shows 13 quick replies: ยืนยัน, ยกเลิก, and a chip for each line.
const mostChips = 11;

function choicesOf(type: RequestType, state: FormState, run: string): Action[] {
  const chips = summaryKeys(type, state).flatMap((key) => {
    const field = fieldOf(type, key);
    return field ? [{ ...editAction(state, run, key, field.label), label: `แก้${field.label}` }] : [];
  });
  return [confirmAction(state, run), ...chips.slice(0, mostChips), cancelAction];
}

const editAction = (state: FormState, run: string, key: string, label: string): Action =>
  press("แก้ไข", { to: "answer", run, ask: summaryAsk(state), value: `edit:${key}`.slice(0, 120) }, `แก้ไข${label}`);

function noteOf(type: RequestType, state: FormState): string {
  const wantsPhotos = Object.entries(type.form.fields).some(([key, field]) => field.kind === "photos" && state.answers[key] === undefined);
  return wantsPhotos ? "ส่งรูปเพิ่มในแชตได้ก่อนกด ยืนยัน ค่ะ" : "ถูกต้องแล้วกด ยืนยัน ค่ะ";
}

function row(type: RequestType, state: FormState, run: string, key: string): CardRow[] {
  const field = fieldOf(type, key);
  if (!field) return [];
  const value = answerTo(state, key);
  const edit = editAction(state, run, key, field.label);
  return [{ label: field.label, value: value === undefined ? none(field.kind) : field.show(value), edit }];
}

const none = (kind: string): string => (kind === "photos" ? "ยังไม่มี" : "ไม่ได้ระบุ");

/** "แก้สถานที่", "เปลี่ยนอาการ": the question to ask again; "" when a change is wanted but not which; null when none is. */
export function changeWanted(type: RequestType, state: FormState, text: string): string | null {
  const wanted = /^(?:ขอ|อยาก)?(?:แก้ไข|แก้|เปลี่ยน)(.*)$/.exec(plain(text))?.[1];
  if (wanted === undefined) return null;
  const named = summaryKeys(type, state).find((key) => {
    const label = plain(fieldOf(type, key)?.label ?? "");
    return wanted !== "" && label !== "" && (wanted.startsWith(label) || label.startsWith(wanted));
  });
  return named ?? "";
}
