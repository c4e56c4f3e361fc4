/** A form of the manual's list: its title, letter for letter, and the processes that use it. */
export type ManualForm = { id: string; title: string; processes: number[] };

/** The 23 forms that the manual names. */
export const manualForms: ManualForm[] = [
  { id: "material_use", title: "แบบบันทึกขอใช้วัสดุอุปกรณ์", processes: [1, 4, 5, 13, 14, 15, 16, 17, 18] },
  { id: "repair", title: "แบบแจ้งซ่อมวัสดุอุปกรณ์/แบบแจ้งซ่อมออนไลน์", processes: [1, 2, 4, 5] },
  { id: "purchase", title: "แบบบันทึกขอซื้อวัสดุอุปกรณ์", processes: [1, 4, 5] },
  { id: "purchase_media", title: "แบบบันทึกขอซื้อวัสดุอุปกรณ์/เอกสาร/สื่อ Software", processes: [13, 14, 15, 17, 18] },
  { id: "borrow", title: "แบบบันทึกขอยืมวัสดุอุปกรณ์/เอกสาร/สื่อ Software", processes: [16] },
  { id: "work_request", title: "แบบบันทึกขอให้ดำเนินการ", processes: [2] },
  { id: "spec_definition", title: "แบบการกำหนดคุณสมบัติ", processes: [3] },
  { id: "spec_comparison", title: "แบบสรุปเปรียบเทียบคุณสมบัติ", processes: [3] },
  { id: "id_card_request", title: "แบบคำขอมีบัตรประจำตัวในการใช้งาน", processes: [6] },
  { id: "user_card", title: "แบบบัตรประจำตัวผู้ใช้งานในระบบ", processes: [6] },
  { id: "operation_summary", title: "แบบสรุปผลการดำเนินงาน", processes: [6] },
  {
    id: "monitor_network",
    title: "แบบติดตาม ประเมินผลระบบเครือข่ายคอมพิวเตอร์และระบบสื่อสารโทรคมนาคม ของสำนักงานเขตพื้นที่การศึกษาและสถานศึกษา",
    processes: [7],
  },
  { id: "evaluation_report", title: "แบบรายงานสรุปผลการประเมิน", processes: [7, 12] },
  { id: "study_record", title: "แบบบันทึกการศึกษาวิเคราะห์", processes: [8] },
  { id: "access_request", title: "แบบคำร้องขอเข้าถึงระบบข้อมูลสารสนเทศ", processes: [8] },
  { id: "study_report", title: "แบบรายงานผลการศึกษาวิเคราะห์", processes: [8] },
  { id: "ict_dev_record", title: "แบบบันทึกพัฒนา ปรับปรุง และประยุกต์ใช้ ICT", processes: [9] },
  { id: "ict_dev_report", title: "แบบรายงานผลการพัฒนา ปรับปรุง และประยุกต์ใช้ ICT", processes: [9] },
  { id: "questionnaire", title: "แบบสอบถาม", processes: [10] },
  { id: "assessment", title: "แบบประเมิน", processes: [10] },
  { id: "monitor_feedback", title: "แบบติดตาม ประเมินผลและรับข้อเสนอแนะจากผู้เกี่ยวข้อง", processes: [11] },
  { id: "annual_report", title: "แบบรายงานสรุปผลการดำเนินงานในรอบปี", processes: [11] },
  { id: "monitor_info", title: "แบบติดตาม การประเมินผลระบบข้อมูลสารสนเทศเพื่อการบริหารและการจัดการเรียนรู้", processes: [12] },
];
