import { examplesOf } from "./example.ts";

export const greet = examplesOf("greet", [
  ["สวัสดีค่ะ", "greet"],
  ["สวัสดีครับ", "greet"],
  ["หวัดดี", "greet"],
  ["ดีจ้า", "greet"],
  ["hello", "greet"],
  ["Hi", "greet"],
  ["สวัสดีตอนเช้าค่ะ", "greet"],
  ["ฮัลโหล", "greet"],
  ["สวัสดีค่ะแอดมิน", "greet"],
  ["ดีครับพี่", "greet"],
  ["สวัสดีคับผม", "greet"],
  ["อรุณสวัสดิ์ครับ", "greet"],
  ["สวัสดีปีใหม่ค่ะ", "greet-newyear"],
  ["สวัสดีค่ะ 🙏😊", "greet"],
  ["สวัสดีค่ะ มีใครอยู่ไหมคะ", "greet-anyone"],
  ["ดีค่าาา", "greet"],
]);
