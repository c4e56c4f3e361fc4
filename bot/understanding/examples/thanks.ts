import { examplesOf } from "./example.ts";

export const thanks = examplesOf("thanks", [
  ["ขอบคุณค่ะ", "thanks"],
  ["ขอบคุณมากนะครับช่าง", "thanks"],
  ["ขอบพระคุณค่ะ", "thanks"],
  ["thank you", "thanks"],
  ["ขอบคุณค่ะ คอมใช้ได้แล้ว", "thanks-fixed"],
  ["ขอบใจจ้า", "thanks"],
  ["เยี่ยมมากเลยค่ะ ขอบคุณทีมงาน", "thanks-praise"],
  ["ช่างบริการดีมากค่ะ ประทับใจ", "thanks-praise"],
  ["หายแล้ว ขอบคุณครับ", "thanks-fixed"],
  ["แต๊งกิ้วค่า", "thanks"],
  ["ขอบคุณที่ช่วยนะคะ", "thanks"],
  ["thx ครับ", "thanks"],
  ["โอเคค่ะ ขอบคุณค่ะ", "thanks"],
  ["ขอบคุนคับ", "thanks"],
  ["มาไวมากค่ะ ขอบคุณนะคะ", "thanks-praise"],
  ["ได้เครื่องคืนแล้วนะคะ ขอบคุณมากๆเลย", "thanks-returned"],
  ["ช่างน่ารักมากค่ะ แก้ให้แป๊บเดียวเสร็จ", "thanks-praise"],
  ["ขอบคุณสำหรับความช่วยเหลือค่ะ", "thanks"],
  ["ขอบคุณที่รีบมาดูให้นะคะ เน็ตใช้ได้แล้ว", "thanks-fixed"],
]);
