import { examplesOf } from "./example.ts";

export const cancel = examplesOf("cancel", [
  ["ยกเลิกรายการแจ้งซ่อม", "cancel-report"],
  ["ยกเลิก", "cancel-word"],
  ["ขอยกเลิกครับ", "cancel-word"],
  ["ไม่ต้องมาแล้วค่ะ ใช้ได้แล้ว", "cancel-fixed"],
  ["ยกเลิกการยืมกล้องค่ะ", "cancel-loan"],
  ["แจ้งผิดค่ะ ขอลบเรื่อง", "cancel-mistake"],
  ["ขอถอนเรื่องที่แจ้งไปเมื่อเช้า", "cancel-withdraw"],
  ["หายแล้วไม่ต้องส่งช่างมานะคะ", "cancel-fixed"],
  ["cancel", "cancel-word"],
  ["ไม่ซ่อมแล้วครับ จะซื้อใหม่", "cancel-buying"],
  ["ยกเลิกงาน ซ-2570-000088", "cancel-number"],
  ["เปลี่ยนใจแล้วค่ะ ไม่แจ้งแล้ว", "cancel-mind"],
  ["ไม่เอาแล้ว", "cancel-mind"],
  ["กดผิดค่ะ", "cancel-mistake"],
  ["ยกเลิกที่แจ้งเรื่องเน็ตเมื่อกี้นะครับ มาแล้ว", "cancel-fixed"],
  ["ขอยกเลิกการจองห้องคอม", "cancel-booking"],
  ["คอมติดแล้วค่ะ ไม่ต้องมาแล้วนะ", "cancel-fixed"],
  ["ไม่ยืมแล้วค่ะ โปรเจคเตอร์", "cancel-loan"],
  ["แคนเซิลให้หน่อย", "cancel-word"],
]);
