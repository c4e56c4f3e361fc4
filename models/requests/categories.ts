import type { Category, Urgency } from "#models/conversations/understanding.ts";

/** Category words as people see them. */
export const categoryLabels: Record<Category, string> = {
  computer: "คอมพิวเตอร์",
  printer: "ปริ้นเตอร์/สแกน",
  network: "อินเทอร์เน็ต / Wi-Fi",
  av: "โปรเจคเตอร์ / ทีวี / เสียง",
  account: "บัญชี / รหัสผ่าน",
  system: "ระบบงาน (DMC, SchoolMIS ฯลฯ)",
  software: "โปรแกรม",
  security: "ความปลอดภัย / ไวรัส",
  data: "ข้อมูล / ไฟล์",
  telecom: "โทรศัพท์",
  power: "เครื่องสำรองไฟ",
  website: "เว็บไซต์ / เพจ",
  media: "สื่อ / บทเรียนออนไลน์",
  procurement: "จัดซื้อ / สเปก",
  other: "อื่น ๆ",
};

export const urgencyLabels: Record<Urgency, string> = { critical: "ด่วนที่สุด", high: "ด่วน", normal: "ปกติ", low: "ไม่เร่งด่วน" };
