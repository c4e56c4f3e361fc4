import type { ImportedKind } from "#models/contracts/admin/imports.contract.ts";

type Words = {
  label: string;
  unit: string;
  /** each column of the file and what stands in it, in the file's order */
  columns: Record<string, string>;
  /** made-up rows below the heading */
  sample: readonly string[];
};

/** What can be imported: its name, what stands in its columns, and rows to begin with. */
export const importWords: Record<ImportedKind, Words> = {
  schools: {
    label: "โรงเรียน",
    unit: "โรงเรียน",
    columns: {
      code: "รหัสโรงเรียน รหัสเดิมคือแก้ไข รหัสใหม่คือเพิ่ม",
      name: "ชื่อโรงเรียน",
      district: "อำเภอ",
      zone: "โซนของช่าง เช่น A",
      phone: "เบอร์โทรโรงเรียน",
    },
    sample: ["90010001,โรงเรียนตัวอย่างวิทยา,เมือง,A,02-000-0001", "90010002,โรงเรียนบ้านสมมติ,ท่าน้ำ,B,"],
  },
  people: {
    label: "บุคลากร",
    unit: "คน",
    columns: {
      name: "ชื่อและนามสกุล",
      position: "ตำแหน่ง คนใหม่ที่เว้นว่างคือครู",
      school: "รหัสหรือชื่อโรงเรียน",
      role: "หน้าที่ในระบบ เว้นว่างคือครู · staff:1:A+B ช่างกลุ่ม 1 โซน A และ B · group-head:1 หัวหน้ากลุ่ม 1 · school-director ผอ.โรงเรียน",
      phone: "เบอร์โทร",
    },
    sample: ["นางสาวตัวอย่าง ใจดี,ครู,90010001,,080-000-0001", "นายสมมติ ขยันงาน,นักวิชาการคอมพิวเตอร์,90010002,staff:1:A+B,"],
  },
  holidays: {
    label: "วันหยุด",
    unit: "วัน",
    columns: { date: "วันที่ เช่น 2026-12-10 หรือ 10/12/2569", name: "ชื่อวันหยุด" },
    sample: ["10/12/2569,วันรัฐธรรมนูญ", "31/12/2569,วันสิ้นปี"],
  },
};
