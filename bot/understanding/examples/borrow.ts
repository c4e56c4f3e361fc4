import { examplesOf } from "./example.ts";

export const borrow = examplesOf("borrow", [
  ["ขอยืมกล้องสองวัน", "borrow-camera", "av", "normal"],
  ["ขอยืมโปรเจคเตอร์วันที่ 25 พ.ย.", "borrow-projector", "av", "normal"],
  ["ยืมไมค์ลอยได้ไหมคะ", "borrow-mic", "av", "normal"],
  ["อยากยืมโน้ตบุ๊กไปอบรม 2 เครื่อง", "borrow-laptop", "computer", "normal"],
  ["ขอยืมปลั๊กพ่วงกับสาย hdmi หน่อยครับ", "borrow-cable", "av", "normal"],
  ["จะคืนโปรเจคเตอร์พรุ่งนี้นะคะ", "return-projector", "av", "normal"],
  ["ขอต่ออายุการยืมกล้องอีก 3 วัน", "extend-camera", "av", "normal"],
  ["เอาโน้ตบุ๊กมาคืนได้วันไหน", "return-laptop", "computer", "normal"],
  ["ขอยืมเครื่องเสียงไปประชุมผู้ปกครองพรุ่งนี้", "borrow-pa-meeting", "av", "high"],
  ["มีแท็บเล็ตให้ยืมไหมคะ", "borrow-tablet", "computer", "normal"],
  ["ยืมคอมไปใช้สอบพรุ่งนี้ 10 เครื่องได้ไหม", "borrow-exam", "computer", "critical"],
  ["ขอยืมจอโปรเจคเตอร์", "borrow-screen", "av", "normal"],
  ["ขอขยายเวลายืมโน้ตบุ๊กครับ", "extend-laptop", "computer", "normal"],
  ["ใบยืมพัสดุ", "borrow-form", "other", "normal"],
  ["ยืมขาตั้งกล้องหน่อยค่า", "borrow-tripod", "av", "normal"],
  ["ขอยืมเครื่องปริ้นไปใช้ชั่วคราวระหว่างซ่อม", "borrow-printer", "printer", "normal"],
  ["คืนของที่ยืมค่ะ", "return-any", "other", "normal"],
  ["ขอยืมฮาร์ดดิสก์ external ครับ", "borrow-disk", "data", "normal"],
  ["ขอยืม router สำรองค่ะ", "borrow-router", "network", "normal"],
]);
