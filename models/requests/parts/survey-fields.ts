import type { Field } from "#models/fields/field.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { textField } from "#models/fields/kinds/text.ts";
import type { Known } from "#models/requests/define-form.ts";
import { isNotOver } from "#models/requests/parts/last-day.ts";
import type { Audience } from "#models/surveys/survey.ts";

const audiences: Record<Audience, string> = { everyone: "ทุกคนที่ลงทะเบียน", schools: "ครูและบุคลากรโรงเรียน", staff: "เจ้าหน้าที่ศูนย์" };

/** What every survey has before its questions: what it is about, who is asked, until when. */
export const surveyFields = () => ({
  title: textField({ label: "ชื่อเรื่อง", question: "สอบถามเรื่องอะไรคะ", needsWords: true, max: 150, min: 4 }),
  introduction: textField({
    label: "คำชี้แจง",
    question: "อยากบอกผู้ตอบว่าอะไรก่อนเริ่มคะ",
    help: "บอกว่าถามเพื่ออะไรและนำผลไปทำอะไร เช่น เพื่อปรับปรุงการอบรมครั้งหน้า",
    max: 1_000,
  }),
  audience: choiceField({ label: "ผู้ตอบ", question: "ให้ใครตอบบ้างคะ", choices: audiences }),
  until: dateField({ label: "รับคำตอบถึงวันที่", question: "รับคำตอบถึงวันไหนคะ", help: "ปิดรับเองเมื่อสิ้นวันนั้น" }),
});

/** A survey that closes before anybody is asked is none. */
export const takesAnswersYet = {
  at: "until" as const,
  message: "วันปิดรับคำตอบผ่านไปแล้ว ขอวันนี้หรือวันข้างหน้านะคะ เช่น สิ้นเดือนหน้า",
  holds: ({ until }: { until?: string }, known: Known) => isNotOver(until, known),
};

export const sectionColumn = (): Field<string> =>
  textField({ label: "ตอนที่/หมวด", max: 120, optional: true, help: "ข้อที่อยู่หมวดเดียวกันใส่ชื่อเดียวกัน ไม่มีหมวดก็เว้นไว้" });

/** "คอมพิวเตอร์, แท็บเล็ต, อื่น ๆ" as options. */
export const optionsIn = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? "")
      .split(/[,;\n]/)
      .map((option) => option.trim())
      .filter(Boolean),
  ),
];

/** Why a form is shown in chat by its link alone: a list of questions is written on a page. */
export const writtenOnPage = "เขียนข้อคำถามในหน้าแบบฟอร์มสะดวกกว่าค่ะ กดเปิดได้เลย";
