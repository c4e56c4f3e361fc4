import { textField } from "#models/fields/kinds/text.ts";
import { defineForm, type Form } from "#models/requests/define-form.ts";
import type { State, Tell, Transition } from "./define-workflow.ts";
import { assignee, centreHead, groupHead, groupStaff, requester } from "./rule.ts";

/** Those who may take a matter into their own hands whoever has it. */
export const heads = [groupHead, centreHead];

/** Anybody of the group of work, and the heads. */
export const groupWorkers = [groupStaff, ...heads];

/** A form of one question: why. */
export const reasonForm = (id: string, title: string, question: string, label = "เหตุผล"): Form =>
  defineForm({ id, version: 1, title, fields: { reason: textField({ label, question, max: 500 }) } }) as Form;

/** Ended by the office, with the reason. */
export const cancelled: State = {
  label: "ยกเลิกโดยเจ้าหน้าที่",
  tone: "muted",
  next: "ดูเหตุผลได้ในเรื่องนี้ ยื่นใหม่ได้ทุกเมื่อ",
  staffNext: "จบเรื่องแล้ว",
  clock: "stops",
  final: true,
  offersContact: true,
};

/**
 * What the centre's own people can do with any request beside its way: note something that only they see, and end what goes on.
 * @param of the form's id: the transitions' forms are named after it
 */
export function staffNotes(of: string, { open, ended }: { open: string[]; ended: string[] }): Record<string, Transition> {
  return {
    note: {
      label: "บันทึกภายใน",
      deed: "บันทึกภายใน",
      reply: "บันทึกแล้วค่ะ {number}",
      from: [...open, ...ended],
      to: { stay: true },
      who: [groupStaff, assignee, ...heads],
      form: defineForm({
        id: `${of}-note`,
        version: 1,
        title: "บันทึกภายใน",
        fields: { words: textField({ label: "บันทึก", question: "บันทึกว่าอะไรคะ (ผู้ยื่นไม่เห็น)", max: 1000 }) },
      }) as Form,
      staffOnly: true,
    },
    cancel: {
      label: "ยกเลิกโดยเจ้าหน้าที่",
      deed: "ยกเลิกโดยเจ้าหน้าที่",
      reply: "ยกเลิก {number} แล้วค่ะ",
      from: open,
      to: "cancelled",
      who: heads,
      form: reasonForm(`${of}-cancel`, "เหตุที่ยกเลิก", "ยกเลิกเพราะอะไรคะ"),
      tells: [{ to: requester, event: "result" }],
    },
  };
}

/** The requester no longer wants what was granted. */
export function givingUp(from: string[]): Transition {
  return {
    label: "ไม่ต้องการแล้ว",
    deed: "แจ้งว่าไม่ต้องการแล้ว",
    reply: "ปิดเรื่อง {number} แล้วค่ะ ยื่นใหม่ได้ทุกเมื่อ",
    from,
    to: "withdrawn",
    who: [requester],
    confirm: "ไม่ต้องการ {number} แล้วใช่ไหมคะ",
    tells: [{ to: assignee, event: "progress" }],
  };
}

/** The same transitions, of which those that lead to `state` tell more people: who has the work from there on. */
export function tellingOn(transitions: Record<string, Transition>, state: string, tells: Tell[]): Record<string, Transition> {
  return Object.fromEntries(
    Object.entries(transitions).map(([id, t]) => [id, t.to === state ? { ...t, tells: [...(t.tells ?? []), ...tells] } : t]),
  );
}
