import { examplesOf } from "./example.ts";

export const other = examplesOf("other", [
  ["หายแล้ว", "fixed-word"],
  ["55555", "laugh"],
  ["โอเค", "okay"],
  ["ค่ะ", "yes-word"],
  ["กินข้าวหรือยัง", "chat"],
  ["วันนี้อากาศร้อนจัง", "chat"],
  ["asdfgh", "noise"],
  ["😀😀😀", "emoji"],
  ["ครับผม", "yes-word"],
  ["ฝันดีนะ", "chat"],
  ["หวยงวดนี้ออกอะไร", "chat"],
  ["คือว่า", "cut"],
  ["...", "noise"],
  ["ประกาศหยุดวันไหนบ้างคะ", "holidays"],
  ["วันนี้ครูอ้อยลาป่วยค่ะ", "absence"],
  ["ใช้ได้แล้วค่ะ", "fixed-word"],
  ["รับทราบค่ะ", "okay"],
]);
