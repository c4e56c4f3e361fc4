import { choiceField } from "#models/fields/kinds/choice.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";

type Member = { name?: string; position?: string; duty?: "chair" | "member" | "secretary" };

/** A committee by name, as its order of appointment has it. */
export function committeeField(label: string) {
  return rowsField({
    label,
    help: "คนเดียวก็ได้ค่ะ ถ้าเป็นคณะให้มีประธานหนึ่งคน",
    columns: {
      name: textField({ label: "ชื่อ-สกุล", max: 120, min: 2 }),
      position: textField({ label: "ตำแหน่ง", max: 120 }),
      duty: choiceField({ label: "หน้าที่", choices: { chair: "ประธานกรรมการ", member: "กรรมการ", secretary: "กรรมการและเลขานุการ" } }),
    },
    max: 15,
  });
}

export const committeeMessage = "คณะทำงานต้องมีประธานหนึ่งคน เช่น คนแรกเป็นประธานกรรมการ คนอื่นเป็นกรรมการนะคะ";

/** Whether several people have no chair, or more than one. */
export function committeeFault(members: Member[] | undefined): boolean {
  const chairs = (members ?? []).filter(({ duty }) => duty === "chair").length;
  return chairs > 1 || (chairs === 0 && (members?.length ?? 0) > 1);
}

/** Nobody real. */
export const sampleCommittee: Required<Member>[] = [
  { name: "นายตัวอย่าง หนึ่ง", position: "ผู้อำนวยการโรงเรียน", duty: "chair" },
  { name: "นางสาวตัวอย่าง สอง", position: "นักวิชาการคอมพิวเตอร์", duty: "member" },
  { name: "นายตัวอย่าง สาม", position: "เจ้าพนักงานพัสดุ", duty: "secretary" },
];
