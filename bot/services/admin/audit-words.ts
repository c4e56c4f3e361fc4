import type { Catalogue } from "#models/requests/open-catalogue.ts";

/** What an admin can do, as the audit trail says it. A change is recorded under one of these. */
export const changeActions = {
  "set-office": "แก้ชื่อหรือเบอร์สำนักงาน",
  "set-paper": "แก้หัวเอกสารที่พิมพ์",
  "set-hours": "แก้เวลาทำการ",
  "set-routing": "แก้การส่งงานให้กลุ่ม",
  "set-reserve": "แก้ข้อความสำรองสำหรับงานด่วน",
  "set-targets": "แก้เวลาเป้าหมายของงาน",
  "add-holiday": "เพิ่มวันหยุด",
  "change-holiday": "แก้ชื่อวันหยุด",
  "remove-holiday": "ลบวันหยุด",
  "retry-event": "ลองเหตุการณ์ที่พักไว้ใหม่",
  "retry-push": "ส่งการแจ้งเตือนใหม่",
  "retry-all": "ลองใหม่ทุกรายการที่ค้าง",
  "add-school": "เพิ่มโรงเรียน",
  "change-school": "แก้ข้อมูลโรงเรียน",
  "remove-school": "ลบโรงเรียน",
  "add-person": "เพิ่มบุคคล",
  "change-person": "แก้ข้อมูลบุคคล",
  "merge-people": "รวมบุคคลซ้ำ",
  "unlink-line": "ยกเลิกการผูก LINE",
  "add-grant": "ให้สิทธิ์",
  "change-grant": "แก้สิทธิ์",
  "end-grant": "ยุติสิทธิ์",
  "make-invitation": "สร้างรหัสเชิญ",
  "end-invitation": "ยกเลิกรหัสเชิญ",
  "import-schools": "นำเข้าโรงเรียน",
  "import-people": "นำเข้าบุคคล",
  "import-holidays": "นำเข้าวันหยุด",
  "export-list": "ส่งออกข้อมูล",
  "set-official": "ลงเลขที่หนังสือ",
} as const satisfies Record<string, string>;

export type ChangeAction = keyof typeof changeActions;

/** What reads or changes personal data, as bot/services/record-access.ts notes it: "list:late" and "list:queue" are one kind. */
const lookActions: Record<string, string> = {
  open: "เปิดดูเรื่อง",
  find: "ค้นหาเรื่อง",
  list: "เปิดรายการเรื่อง",
  desk: "เห็นเรื่องในโต๊ะงาน",
  print: "พิมพ์ใบแจ้ง",
  official: "ลงเลขที่หนังสือ",
  card: "ตรวจบัตรผู้ใช้งาน",
  "survey-results": "เปิดผลแบบสอบถาม",
  state_changed: "เห็นเรื่องที่มีคนทำไปแล้ว",
  transition: "ทำขั้นตอนของเรื่อง",
  "submit-for": "แจ้งแทนผู้อื่น",
  notice: "ได้รับแจ้งเตือน",
  digest: "ได้รับสรุปงาน",
  claim: "รับเรื่องเดิมของตน",
  register: "ลงทะเบียน",
  redeem: "ใช้รหัสเชิญ",
  workload: "ดูภาระงาน",
  "lookup-staff": "ค้นหาเจ้าหน้าที่",
  "set-away": "ตั้งวันไม่อยู่",
  "list-people": "เปิดรายชื่อบุคคล",
  "see-person": "เปิดข้อมูลบุคคล",
  audit: "เปิดประวัติการใช้งาน",
};

/** "transition:repair:accept" is of the kind "transition". */
export function actionKind(action: string): string {
  return action.split(":", 1)[0] ?? action;
}

/** What a step of a request is called by its workflow: "รับเรื่อง" for "transition:repair:accept". */
function stepLabel({ all }: Pick<Catalogue, "all">, action: string): string | undefined {
  const [kind, formId, step = ""] = action.split(":");
  if (kind !== "transition") return undefined;
  return all.find(({ form }) => form.id === formId)?.workflow.transitions[step]?.label;
}

/** An action, or a kind of them, in Thai; one without words stands for itself rather than hiding. */
export function actionLabel(catalogue: Pick<Catalogue, "all">, action: string): string {
  const known: Record<string, string> = { ...lookActions, ...changeActions };
  return known[action] ?? stepLabel(catalogue, action) ?? known[actionKind(action)] ?? action;
}
