import fc from "fast-check";
import type { Field } from "#models/fields/field.ts";
import { type Answers, isShown } from "#models/requests/define-form.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { generatedAnswers, valuesOf } from "./generated-answers.ts";
import { valueFor } from "./generated-values.ts";
import type { LineUser } from "./simulator.ts";

type Item = { name?: string; quantity?: number; unit?: string };

const phrases = ["งานวันวิชาการ", "ของนักเรียนชั้น ป.4", "ใช้ร่วมกันทุกชั้น", "รุ่นที่ใช้อยู่เดิม", "ตามแผนของภาคเรียนที่ 2", "ชุดใหญ่ 3 ส่วน"];
const things = ["กระดาษ A4", "สายแลน Cat6", "ไมโครโฟน", "หมึกพิมพ์สีดำ", "ขาตั้งกล้อง"];
const items = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(...things),
    quantity: fc.integer({ min: 1, max: 900 }),
    unit: fc.constantFrom("กล่อง", "เส้น", "ตัว", "ชุด"),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 3 },
);

/** Values that people type in a chat: words that tell of nothing but their own question. */
export function typedValueFor(field: Field): fc.Arbitrary<unknown> {
  if (field.isTyped) return items;
  if (field.kind === "text" || field.kind === "place") return fc.constantFrom(...phrases.filter((one) => one.length <= (field.max ?? 0)));
  return valueFor(field);
}

/**
 * The one place where the ways differ: school and phone are the profile's, how urgent and of what kind a repair is the chat understands
 * by itself. Pictures and files are sent, not typed.
 */
export const notAsked = ["school", "phone", "category", "urgency"];
const isSent = ({ kind }: Field): boolean => kind === "photos" || kind === "files";

/** The fields that a talk asks for, in its order, where such answers are given. Those that are skipped there among them. */
export function askedOf({ form, conversation }: RequestType, answers: Answers): { key: string; field: Field; question: string }[] {
  return conversation.steps.flatMap((step) => {
    const field = form.fields[step.field];
    if (!field || notAsked.includes(step.field) || !isShown(form, step.field, answers)) return [];
    return [{ key: step.field, field, question: step.question ?? field.question ?? field.label }];
  });
}

/** Of answers to a whole form those that its talk asks for. */
export function spokenPart(type: RequestType, answers: Answers): Answers {
  const asked = askedOf(type, answers).filter(({ key, field }) => answers[key] !== undefined && !isSent(field));
  return Object.fromEntries(asked.map(({ key }) => [key, answers[key]]));
}

/** Answers to all that a talk asks for. An example's own words would be understood: "เดินสายไปห้องสมุด" says where, too. */
export function spokenAnswers(type: RequestType): fc.Arbitrary<Answers> {
  const { form } = type;
  const said = fc.tuple(generatedAnswers(form, typedValueFor), valuesOf(form, typedValueFor));
  return said.map(([answers, made]) => {
    const texts = Object.keys(answers).filter((key) => ["text", "place"].includes(form.fields[key]?.kind ?? ""));
    return spokenPart(type, { ...answers, ...Object.fromEntries(texts.map((key) => [key, made[key]])) });
  });
}

/** As somebody types it: things with how many of them, else what is shown for it. */
export function typedText(field: Field, value: unknown): string {
  if (!field.isTyped) return field.show(value);
  return (value as Item[]).map(({ name = "", quantity = 1, unit = "" }) => `${name} ${quantity} ${unit}`).join(", ");
}

/** Answers the open question by its buttons where it has some, or all of it by typing. */
export async function answersInChat(user: LineUser, field: Field, value: unknown, by: "buttons" | "typing"): Promise<string> {
  if (value === undefined) return user.asks("ข้าม");
  const labels = field.kind === "yes-no" ? [field.show(value)] : labelsOf(field, field.kind === "consent" ? "yes" : value);
  if (by === "typing" || labels.length === 0) return user.asks(field.kind === "consent" ? "ยอมรับค่ะ" : typedText(field, value));
  let heard = "";
  for (const label of labels) heard = await user.pressesAndHears(label);
  return field.kind === "choices" ? user.pressesAndHears("เลือกครบแล้ว") : heard;
}

const labelsOf = ({ choices = [] }: Field, value: unknown): string[] =>
  choices.filter((choice) => [value].flat().includes(choice.value)).map(({ label }) => label);
