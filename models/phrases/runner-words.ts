import { say } from "#models/messages/build.ts";
import type { Message } from "#models/messages/message.ts";

/** A talk begun under an earlier version of its definition. */
export function outdatedTalk(): Message {
  return say("ขออภัยค่ะ เรื่องที่ทำค้างไว้หมดอายุแล้ว เพราะแบบเพิ่งปรับปรุง เริ่มใหม่ได้เลยค่ะ");
}

/** A button of something that is over, or of an earlier version. */
export function staleButton(): Message {
  return say("ปุ่มนี้เป็นของเรื่องเดิมที่จบไปแล้วค่ะ ทำต่อจากตรงนี้ได้เลย");
}

/** Nothing was left half done. */
export function nothingParked(): Message {
  return say("ตอนนี้ไม่มีเรื่องที่ทำค้างไว้ค่ะ");
}

/** A half-finished talk was thrown away. */
export function discarded(name: string): Message {
  return say(`ทิ้ง${name}ที่ค้างไว้แล้วค่ะ เริ่มใหม่ได้ทุกเมื่อ`);
}

/** Not understood, for the first time or again. */
export function lostWords(times: number, office: { phone: string }): Extract<Message, { kind: "text" }> {
  const text =
    times < 2
      ? "ขออภัยค่ะ ยังไม่เข้าใจ เลือกหัวข้อด้านล่าง\nหรือพิมพ์อาการ เช่น ปริ้นเตอร์ห้องธุรการกระดาษติด"
      : `ขออภัยค่ะ ยังไม่เข้าใจอีกแล้ว เลือกหัวข้อด้านล่างได้เลย\nหรือคุยกับเจ้าหน้าที่ โทร ${office.phone}`;
  return { kind: "text", text };
}
