import { examplesOf } from "./example.ts";

export const complain = examplesOf("complain", [
  ["ร้องเรียนค่ะ ช่างพูดจาไม่ดี", "complain-rude"],
  ["แจ้งไปสามรอบแล้วไม่มีใครมาดูเลย แย่มาก", "complain-ignored"],
  ["บริการห่วยมาก", "complain-service"],
  ["รอมาเป็นอาทิตย์แล้วเงียบหาย ผิดหวังมากค่ะ", "complain-silence"],
  ["ไม่พอใจการให้บริการ", "complain-service"],
  ["ช่างนัดแล้วไม่มา ปล่อยให้รอทั้งวัน", "complain-noshow"],
  ["ขอร้องเรียนเจ้าหน้าที่", "complain-staff"],
  ["โทรไปกี่ครั้งก็ไม่รับสาย", "complain-phone"],
  ["ซ่อมแล้วพังอีก ซ่อมแล้วพังอีก ทำงานกันยังไง", "complain-repeat"],
  ["เจ้าหน้าที่ไม่สุภาพกับครูเลย", "complain-rude"],
  ["ศูนย์ทำงานช้ามาก เบื่อแล้ว", "complain-slow"],
  ["แจ้งกี่ครั้งก็ไม่เห็นมา ดองเรื่องหรือไง", "complain-ignored"],
  ["ไม่ประทับใจเลยค่ะ ช่างมาแป๊บเดียวแล้วก็กลับ", "complain-service"],
  ["ทำไมช่างไม่รับผิดชอบงานเลย", "complain-staff"],
  ["อยากร้องเรียนเรื่องความล่าช้า", "complain-slow"],
  ["ระบบแจ้งซ่อมนี้ไม่ได้เรื่องเลย", "complain-bot"],
]);
