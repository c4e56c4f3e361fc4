/** What an admin can do, as the audit trail says it. A change is recorded under one of these. */
export const changeActions = {
  "set-office": "แก้ชื่อหรือเบอร์สำนักงาน",
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
} as const satisfies Record<string, string>;

export type ChangeAction = keyof typeof changeActions;

/** What reads somebody's personal data, as bot/services/record-access.ts notes it. */
const lookActions: Record<string, string> = {
  see: "เปิดดูเรื่อง",
  notice: "ได้รับแจ้งเตือน",
  digest: "ได้รับสรุปงาน",
};

/** An action in Thai; one without words stands for itself rather than hiding. */
export function actionLabel(action: string): string {
  const known: Record<string, string> = { ...changeActions, ...lookActions };
  return known[action] ?? action;
}
