import { normaliseThai } from "#models/fields/thai/normalise.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";

const particles = /(?:[\s,.!~^]|ครับผม|ครับ|คับ|ค้าบ|นะคะ|นะครับ|ค่ะ|คะ|ค่า|จ้า|จ้ะ)+$/;
const set = (words: string) => new Set(words.split(" ").map((word) => plain(word)));

/** A message reduced to what it says, for comparing with fixed words. */
export function plain(text: string): string {
  const said = normaliseThai(text);
  return (normaliseThai(stripPoliteness(said)) || said).replace(/\s+/g, "");
}

/** A typed answer without its closing particle. Only that: "มานะ" is a name and "ด้านใน" a place. */
export function withoutParticles(text: string): string {
  const bare = text.trim().replace(particles, "");
  return bare === "" ? text.trim() : bare;
}

const yes = set("ยืนยัน ใช่ ใช่แล้ว ตกลง ok okay โอเค โอเช ถูก ถูกต้อง ถูกแล้ว ได้ ได้เลย ส่ง ส่งเลย yes y ค่ะ คะ ครับ คับ จ้า เรียบร้อย แจ้งเลย 👍");
const no = set("ไม่ ไม่ใช่ ไม่ถูก ไม่ถูกต้อง ผิด no n ยังไม่ใช่");
const skip = set("ข้าม ไม่มี ไม่ ไม่ต้อง skip - ไม่ใส่ ไม่ทราบ ไม่รู้ ไม่มีรูป ไม่สะดวก ไม่บอก ส่งเลย");
const done = set("พอแล้ว ส่งครบแล้ว ครบแล้ว ครบ หมดแล้ว เสร็จแล้ว แค่นี้ เท่านี้ พอ แค่นี้ก่อน ต่อไป");
const cancel = set("ยกเลิก ขอยกเลิก ยกเลิกก่อน ยกเลิกแล้ว ไม่เอาแล้ว ไม่แจ้งแล้ว ไม่ทำแล้ว เลิก เลิกแล้ว พอก่อน ไว้ก่อน ไว้ทีหลัง ไม่เป็นไรแล้ว cancel stop quit");

const courtesy = set(
  "ขอบคุณ ขอบคุณมาก ขอบคุณมากๆ ขอบใจ ขอบใจนะ ขอบพระคุณ สวัสดี สวัสดีตอนเช้า สวัสดีตอนบ่าย หวัดดี ดีจ้า ดีค่ะ ดีครับ อรุณสวัสดิ์ hello hi thanks thx โอเค รับทราบ",
);
const unsure = set("ไม่รู้ ไม่ทราบ ไม่แน่ใจ จำไม่ได้ ไม่ระบุ ไม่มี ไม่บอก");

export const saysYes = (text: string): boolean => yes.has(plain(text));
export const saysNo = (text: string): boolean => no.has(plain(text));
export const saysSkip = (text: string): boolean => skip.has(plain(text));
export const saysDone = (text: string): boolean => done.has(plain(text));
/** Exactly a wish to give up what is being done; a sentence that holds the word is not one. */
export const saysCancel = (text: string): boolean => cancel.has(plain(text));
/** Nothing but a greeting or thanks; "สมหญิง ใจดีมาก" is a name. */
export const isCourtesy = (text: string): boolean => stripPoliteness(normaliseThai(text)) === "" || courtesy.has(plain(text));
/** Words that steer a talk. Nobody is called so, and no room either. */
export const isControlWord = (text: string): boolean =>
  [yes, no, done].some((words) => words.has(plain(text))) || ["ข้าม", "skip", "-", "ไม่ต้อง"].includes(plain(text));
/** Does not know: an answer to "why", none to "where". */
export const saysUnsure = (text: string): boolean => unsure.has(plain(text));
