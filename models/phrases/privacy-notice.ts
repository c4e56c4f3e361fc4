/**
 * Said once before personal data is asked for (PDPA s. 23). A new wording is a new version: who accepted which, and
 * when, is stored with the person.
 */
export const privacyNotice = {
  version: "2569-11",
  text: [
    "ศูนย์ ICT เก็บชื่อ ตำแหน่ง โรงเรียน เบอร์โทร และข้อความที่ส่ง เพื่อติดต่อและทำงานตามที่แจ้งค่ะ",
    "เจ้าหน้าที่ที่เกี่ยวข้องเท่านั้นที่เห็น ขอดู แก้ไข หรือลบได้โดยติดต่อศูนย์ ICT ค่ะ",
    "เมื่อตอบคำถามต่อจากนี้ ถือว่ารับทราบประกาศนี้แล้วค่ะ",
  ].join("\n"),
} as const;
