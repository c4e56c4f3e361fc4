import { say } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";

type Danger = "fire" | "battery" | "attack" | "page" | "account" | "link" | "password";
type Secret = "password" | "national-id";

const instructions: Record<Danger, string> = {
  fire: "ก่อนอื่น ถอดปลั๊กหรือสับเบรกเกอร์ถ้าทำได้อย่างปลอดภัย แล้วออกห่างค่ะ\nมีไฟลุกหรือควันมาก โทร 199 ทันทีนะคะ",
  battery: "ก่อนอื่น ปิดเครื่อง ถอดปลั๊ก อย่ากดหรือเจาะแบตเตอรี่ที่บวมค่ะ\nวางไว้ในที่โล่ง ห่างของติดไฟนะคะ",
  attack: "ก่อนอื่น ถอดสายแลนหรือปิด Wi-Fi ของเครื่องนั้นค่ะ\nอย่าปิดเครื่อง อย่าจ่ายเงิน และอย่ากดลิงก์ใด ๆ นะคะ",
  page: "ก่อนอื่น เปลี่ยนรหัสผ่านเพจและอีเมลผู้ดูแล แล้วออกจากระบบทุกเครื่องค่ะ\nอย่าโอนเงิน และอย่ากดลิงก์ที่ส่งมานะคะ",
  account: "ก่อนอื่น เปลี่ยนรหัสผ่านของบัญชีนั้น แล้วออกจากระบบทุกเครื่องค่ะ\nอย่าโอนเงิน และอย่ากดลิงก์ที่ส่งมานะคะ",
  link: "ก่อนอื่น ปิดหน้านั้น อย่ากรอกข้อมูลหรือกดติดตั้งอะไรต่อค่ะ\nถ้ากรอกรหัสผ่านไปแล้ว เปลี่ยนรหัสนั้นทันที และอย่าโอนเงินนะคะ",
  password: "ก่อนอื่น เปลี่ยนรหัสผ่านนั้นทันทีค่ะ และทุกที่ที่ใช้รหัสเดียวกัน\nอย่าส่งรหัสผ่านในแชตนี้นะคะ",
};

const withheldWords: Record<Secret, string> = {
  password: "เพื่อความปลอดภัย ลบรหัสผ่านออกให้แล้วค่ะ\nเปลี่ยนรหัสใหม่ และไม่ต้องส่งรหัสในแชตนะคะ",
  "national-id": "ไม่ต้องส่งเลขบัตรประชาชนในแชตนะคะ ลบออกให้แล้วค่ะ",
};

/** Said where a secret was typed and taken out. */
export function withheldWarning(what: Secret): Message {
  return say(withheldWords[what], { essential: true });
}

/** What to do first where somebody or something may come to harm. */
export function safetyInstruction(danger: Danger): Message {
  return say(safetyWords(danger), { essential: true });
}

/** The same as words alone. */
export function safetyWords(danger: Danger): string {
  return instructions[danger];
}
