/** Words that name a talk, typed as a whole message; `only` keeps some to staff or heads. */
export const talkWords: readonly { talk: string; words: readonly string[]; only?: "staff" | "head"; with?: Record<string, string> }[] = [
  { talk: "status", words: ["ติดตามสถานะ", "สถานะ", "งานของฉันถึงไหน", "ซ่อมถึงไหนแล้ว", "ถึงไหนแล้ว", "เช็คสถานะ", "เช็กสถานะ"] },
  { talk: "contact", words: ["ติดต่อเจ้าหน้าที่", "คุยกับเจ้าหน้าที่", "ติดต่อ", "เบอร์โทร", "เวลาทำการ"] },
  { talk: "register", words: ["ลงทะเบียน", "สมัคร"] },
  { talk: "edit-me", words: ["แก้ไขข้อมูลของฉัน", "แก้ข้อมูลของฉัน", "แก้ไขข้อมูลส่วนตัว", "ข้อมูลของฉัน"] },
  { talk: "menu", words: ["เมนู", "ทำอะไรได้บ้าง", "ช่วยอะไรได้บ้าง", "ช่วยเหลือ", "วิธีใช้", "menu", "help"] },
  { talk: "pick-transition", words: ["ยังไม่หาย", "ไม่หาย", "เสียอีกแล้ว", "เป็นอีกแล้ว"], with: { label: "ยังไม่หาย" } },
  { talk: "pick-transition", words: ["เพิ่มข้อมูล", "เพิ่มรูป", "เพิ่มข้อมูล / รูป", "เพิ่มรูป/ข้อความ"], with: { label: "เพิ่มรูป/ข้อความ" } },
  { talk: "cancel-request", words: ["ยกเลิกรายการ", "ยกเลิกรายการแจ้งซ่อม", "ยกเลิกงาน", "ยกเลิกการแจ้งซ่อม", "ยกเลิกแจ้งซ่อม"] },
  { talk: "surveys", words: ["แบบสอบถาม", "ตอบแบบสอบถาม", "แบบสอบถามที่รอตอบ", "ตอบแบบประเมิน"] },
  { talk: "my-work", words: ["งานของฉัน", "งานฉัน"], only: "staff" },
  { talk: "queue", words: ["คิวงาน", "คิว", "งานใหม่", "งานที่ยังไม่มีคนรับ"], only: "staff" },
  { talk: "to-decide", words: ["รออนุมัติ", "เรื่องรออนุมัติ", "รอพิจารณา", "เรื่องรอพิจารณา", "งานรออนุมัติ"] },
  { talk: "late", words: ["งานล่าช้า", "งานเกินกำหนด", "ล่าช้า"], only: "staff" },
  { talk: "workload", words: ["ภาระงาน", "ใครมีงานเท่าไร", "ใครว่าง"], only: "head" },
  { talk: "away", words: ["ลา", "ไม่อยู่", "แจ้งลา", "ไปราชการ", "บันทึกการลา"], only: "staff" },
  { talk: "report-for", words: ["แจ้งแทน", "แจ้งแทนผู้อื่น", "แจ้งซ่อมแทน", "รับแจ้งแทน"], only: "staff" },
];
