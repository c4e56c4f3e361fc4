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
  return say(`ทิ้งเรื่อง ${name} แล้วค่ะ เริ่มใหม่ได้ทุกเมื่อ`);
}

/** The mini-app has sent what the chat had half done. */
export function sentElsewhere(number: string, name?: string): string {
  return `${name ? `${name} ` : ""}ส่งจากมินิแอปแล้ว เลขที่ ${number} ค่ะ`;
}

/** Not understood, for the first time or again. */
export function lostWords(times: number, office: { phone: string }): Extract<Message, { kind: "text" }> {
  const text =
    times < 2
      ? "ขออภัยค่ะ ยังไม่แน่ใจว่าหมายถึงอะไร\nพิมพ์อาการมาได้เลย หรือเลือกด้านล่างค่ะ"
      : `ขออภัยนะคะ ขอให้เจ้าหน้าที่ช่วยดีกว่าค่ะ\nโทร ${office.phone} หรือฝากเรื่องไว้ด้านล่างค่ะ`;
  return { kind: "text", text };
}
