import { saysNo, saysYes } from "#models/conversations/asking/said.ts";
import type { Step } from "#models/conversations/conversation.ts";
import type { Input } from "#models/conversations/input.ts";
import type { Answers } from "#models/requests/define-form.ts";
import { isShown } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { fitting, prefilled } from "./form-answers.ts";
import { fieldOf } from "./form-questions.ts";
import type { FormState } from "./form-state.ts";
import { type At, again, confirmed, put } from "./form-steps.ts";
import { changeWanted, summaryQuestion } from "./summary.ts";

type TextInput = Extract<Input, { kind: "text" }>;

// What understanding gives to words that only might be a symptom.
const guessed = 0.6;
const longestShown = 40;
const takesBack = /^\s*(?:ไม่ใช่|ไม่ถูก|ผิด|(?:ขอ|อยาก)?(?:แก้|เปลี่ยน))/;

/** Whether a text typed on the summary says something about it: a yes or no, a change, or a report that comes next. */
export function speaksOfSummary(type: RequestType, state: FormState, input: TextInput): "answer" | "maybe" | "no" {
  if (saysYes(input.text) || saysNo(input.text)) return "answer";
  const isCorrected = Object.keys(corrections(type, state, input)).length > 0;
  if (changeWanted(type, state, input.text) !== null) return "answer";
  return isCorrected || isNextReport(state, type, input) ? "maybe" : "no";
}

/** A text typed on the summary: confirmed, changed in place, kept for the next report, or asked back. */
export function hearOnSummary(state: FormState, input: TextInput, at: At): Step<FormState> {
  const { type } = at;
  if (saysYes(input.text)) return confirmed(state, at);
  if (isNextReport(state, type, input)) return keptForLater(state, input, at);
  const changed = corrections(type, state, input);
  const wanted = changeWanted(type, state, input.text);
  if (wanted && changed[wanted] === undefined) return put(state, wanted, at);
  if (Object.keys(changed).length > 0) return corrected(state, changed, input, at);
  const words =
    wanted === "" || saysNo(input.text)
      ? "กด แก้ไข ที่บรรทัดที่อยากเปลี่ยน หรือพิมพ์ เช่น แก้สถานที่ ได้เลยค่ะ"
      : "ยังไม่แน่ใจว่าแก้ตรงไหน กด แก้ไข ที่บรรทัดนั้น หรือกด ยืนยัน ได้เลยค่ะ";
  // The card stands just above: it is not sent again.
  return { state, messages: [summaryQuestion(type, state, at.run, words)] };
}

/** What a sentence says otherwise than the summary does. */
function corrections(type: RequestType, state: FormState, { understood, text }: TextInput): Answers {
  if (understood.intent !== "other" && understood.intent !== "report_repair") return {};
  const said = prefilled(type, understood, text);
  return Object.fromEntries(
    Object.entries(said).filter(([key, value]) => {
      const field = type.form.fields[key];
      return field?.question && isShown(type.form, key, state.answers) && state.answers[key] !== value;
    }),
  );
}

function corrected(state: FormState, changed: Answers, { understood }: TextInput, at: At): Step<FormState> {
  const { type } = at;
  const answers: Answers = { ...state.answers, ...changed };
  for (const key of Object.keys(changed)) Object.assign(answers, fitting(type, type.conversation.refine?.(answers, key, understood) ?? {}));
  const told = Object.entries(changed).map(([key, value]) => {
    const field = fieldOf(type, key);
    const shown = field?.show(value).slice(0, longestShown) ?? "";
    return state.answers[key] === undefined ? `เพิ่ม${field?.label ?? ""} ${shown}` : `แก้${field?.label ?? ""}เป็น ${shown}`;
  });
  return again({ ...state, answers, revision: state.revision + 1 }, at, `${told.join(" ")} แล้วค่ะ`);
}

/** A whole report of another thing than the one on the summary. */
function isNextReport({ answers }: FormState, type: RequestType, { understood, text }: TextInput): boolean {
  const { device, symptom } = understood.entities;
  if (!type.conversation.startsOn.intents.includes(understood.intent) || understood.confidence <= guessed) return false;
  return Boolean(device && symptom) && !takesBack.test(text) && !Object.values(answers).includes(device);
}

function keptForLater(state: FormState, input: TextInput, { type, run }: At): Step<FormState> {
  const what = input.understood.entities.device ?? "ใหม่";
  const words = `จดเรื่อง ${what} ไว้แล้วค่ะ กด ยืนยัน เรื่องนี้ก่อน แล้วทำเรื่องนั้นต่อให้เลยค่ะ`;
  const next = { ...state, later: { text: input.text, understood: input.understood } };
  return { state: next, messages: [summaryQuestion(type, next, run, words)] };
}
