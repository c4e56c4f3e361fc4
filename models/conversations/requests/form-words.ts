import { plain } from "#models/conversations/asking/said.ts";

const before = /เหมือน(?:ของ)?(?:ครั้ง|คราว|รอบ|ที|คำขอ|ใบ)(?:ก่อน|ที่แล้ว|ที่ผ่านมา|แล้ว|เดิม|ล่าสุด)|เหมือนเดิม|ซ้ำเดิม|(?:ของ|ราย)การเดิม/;
const onlyThat = /^(?:ขอ|เอา|กรอก|ทำ|ส่ง)?(?:แบบ)?เหมือน(?:ครั้ง|คราว|รอบ|ที)(?:ก่อน|ที่แล้ว|แล้ว|เดิม|ล่าสุด)$/;
const comesBack = /คืน|ต่ออายุ|ขยายเวลา|ต่อเวลา|เลื่อน|(?:ยืม|ใช้)ต่อ|ที่ยืม(?:มา|ไป|อยู่)/;

/** "ยืมเหมือนเดิม", "เบิกเหมือนครั้งก่อน": what was filed before is wanted again. */
export const speaksOfTheLast = (text: string): boolean => before.test(plain(text));

/** Nothing but that: "ขอเหมือนครั้งก่อน". */
export const saysSameAgain = (text: string): boolean => onlyThat.test(plain(text));

/** Of something borrowed it says that it comes back, or is kept longer. */
export const speaksOfLoan = (text: string): boolean => comesBack.test(plain(text));
