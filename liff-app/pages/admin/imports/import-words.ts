import type { ImportedKind } from "#models/contracts/admin/imports.contract.ts";

/** What can be imported: its name, and what stands in the columns that do not say it themselves. */
export const importWords: Record<ImportedKind, { label: string; unit: string; columns: string }> = {
  schools: { label: "โรงเรียน", unit: "โรงเรียน", columns: "รหัสเดิมคือแก้ไข รหัสใหม่คือเพิ่ม" },
  people: {
    label: "บุคลากร",
    unit: "คน",
    columns: "school เป็นรหัสหรือชื่อโรงเรียน role เว้นว่างคือครู เช่น staff:1:A+B, group-head:1, school-director",
  },
  holidays: { label: "วันหยุด", unit: "วัน", columns: "date เช่น 2026-12-10 หรือ 10/12/2569" },
};
