/** What the bot looks for by itself, as an admin would call it. */
const sweepWords: Record<string, string> = {
  turns: "อ่านข้อความที่ค้าง",
  replies: "ส่งคำตอบที่ค้าง",
  notices: "ส่งการแจ้งเตือน",
  "undelivered-replies": "ส่งแทนคำตอบที่ไม่ถึง",
  "wanted-files": "รับรูปจาก LINE",
  digests: "สรุปงานประจำวัน",
  "due-requests": "งานที่ถึงกำหนด",
  "forgotten-notices": "ลบการแจ้งเตือนเก่า",
  "loose-files": "ลบรูปที่ไม่ได้ใช้",
};

const eventWords: Record<string, string> = {
  text: "ข้อความ",
  photo: "รูปภาพ",
  press: "การกดปุ่ม",
  unsupported: "สติกเกอร์หรือไฟล์",
  follow: "เพิ่มเพื่อน",
  unfollow: "เลิกติดตาม",
  join: "เข้ากลุ่ม",
  unsend: "ยกเลิกข้อความ",
};

const noticeWords: Record<string, string> = {
  "new-work": "มีงานใหม่",
  assigned: "มอบหมายงาน",
  reopened: "เปิดงานอีกครั้ง",
  asked: "ขอข้อมูลเพิ่ม",
  answered: "ตอบข้อมูลแล้ว",
  result: "แจ้งผล",
  progress: "ความคืบหน้า",
  decision: "รอตัดสินใจ",
  deadline: "ใกล้ครบกำหนด",
};

const known = (words: Record<string, string>) => (name: string) => words[name] ?? name;
export const sweepLabel = known(sweepWords);
export const eventLabel = known(eventWords);
export const noticeLabel = known(noticeWords);

const faultWords: [RegExp, (found: string) => string][] = [
  [/^(\d+) turns failed/, (tries) => `ทำไม่สำเร็จ ${tries} รอบ สาเหตุอยู่ในบันทึกของเครื่อง`],
  [/^LINE refused it: (\d+)/, (status) => `LINE ไม่รับข้อความนี้ (${status})`],
  [/^not delivered within 24 hours/, () => "ส่งไม่ถึงภายใน 24 ชั่วโมง"],
  [/^its request or person is gone/, () => "เรื่องหรือผู้รับไม่อยู่ในระบบแล้ว"],
];

/** Why something was given up; a reason without words stands for itself. */
export function faultLabel(fault: string): string {
  for (const [pattern, words] of faultWords) {
    const found = pattern.exec(fault);
    if (found) return words(found[1] ?? "");
  }
  return fault;
}

/** "3.2 MB" */
export function showBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1_000 ** power;
  return `${value.toLocaleString("th-TH", { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 })} ${units[power]}`;
}

/** "3 วัน 4 ชม.", "12 นาที", "8 วินาที": how long from one moment to another. */
export function showLength(from: string, until: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 1_000));
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60];
  if (days > 0) return `${days} วัน ${hours} ชม.`;
  if (hours > 0) return `${hours} ชม. ${minutes} นาที`;
  return minutes > 0 ? `${minutes} นาที` : `${seconds} วินาที`;
}
