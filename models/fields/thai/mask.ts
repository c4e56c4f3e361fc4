import { toArabicDigits } from "./digits.ts";

/** Thirteen digits, with spaces or dashes (any kind of dash) allowed between them, not part of a longer number. */
const candidate = /(?<![0-9๐-๙])[0-9๐-๙](?:[\s\u00AD\u200B-\u200D\u2060\uFEFF.‐-―−-]{0,3}[0-9๐-๙]){12}(?![0-9๐-๙])/g;

/** The Interior Ministry's check digit: 11 − (Σ digit × weight 13…2) mod 11, last figure. */
export function isNationalId(digits: string): boolean {
  if (!/^[1-9]\d{12}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 12)].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** Replaces each national id in `text` by x's in the same places, so that no copy of it is ever stored. */
export function maskNationalIds(text: string): string {
  return text.replace(candidate, (found) =>
    isNationalId(toArabicDigits(found).replace(/\D/g, "")) ? found.replace(/[0-9๐-๙]/g, "x") : found,
  );
}

/** What stands in a text where a password stood. */
const hidden = "•••";

// Codes that are no secret: of things, of places, of errors, of our own invitations.
const openCodes =
  "ครุภัณฑ์|โรงเรียน|สถานศึกษา|นักเรียน|หน่วยงาน|ไปรษณีย์|วิชา|เครื่อง|สินค้า|งาน|เรื่อง|ข้อผิดพลาด|ประจำตัว|พนักงาน|บุคลากร|เชิญ|\\s?error|\\s?เออเร่อ";
const strongWord = "รหัสผ่าน|พาสเวิร์ด|พาสเวิด|พาส|(?<![a-z])(?:password|passwd|pass|pwd|pw)(?![a-z0-9])";
const secretWord = `(?:${strongWord}|รหัส(?!${openCodes})|(?<![a-z])otp(?![a-z0-9]))`;
// Between the word and what it is, another thing may be named; from there on the text speaks of that.
const otherThing = "เบอร์|โทร|เลข|ครุภัณฑ์|ชื่อ|user|ยูส|error|ขึ้น|แจ้ง|อาการ|ปัญหา|ห้อง|ระบบ\\s?:|\\n";
const equals = "(?:คือ|เป็น|(?<!\\d):(?!//)|=)";
// No Thai letters, or anything with a figure in it: "รหัสคืออะไร" asks and tells none.
const secret = "(?:[^\\s\\u0E00-\\u0E4F]{3,}|(?=\\S*[0-9๐-๙])\\S{3,})";
const told = new RegExp(`(${secretWord}(?:(?!${otherThing}|${equals}).){0,30}${equals}\\s*)(?!ict-)${secret}`, "gi");
// Without "คือ" only what looks like nothing else: letters and figures together, and no product's name with its version.
const product = "(?:office|windows?|win|wi-?fi|dmc|ipad|covid|adobe|line|gmail|sgs|amss)[a-z]*\\d";
const bare = new RegExp(
  `((?:${strongWord})\\s{0,2})(?!ict-|${product})(?=[^\\s\\u0E00-\\u0E4F]*[0-9])(?=[^\\s\\u0E00-\\u0E4F]*[a-z])[^\\s\\u0E00-\\u0E4F]{5,}`,
  "gi",
);

/** Replaces each password that is told ("รหัสผ่าน dmc คือ …") by dots, so that no copy of it is ever stored or said again. */
export function maskPasswords(text: string): string {
  return text.replace(told, `$1${hidden}`).replace(bare, `$1${hidden}`);
}

const dots = new RegExp(`\\s*(?:${equals})?\\s*${hidden}`, "g");
const crosses = /(?:หมาย)?(?:เลข)?(?:ประจำตัว|บัตร)?(?:ประชาชน|ปชช\.?)?\s*(?:คือ|:|=)?\s*(?<![a-z])x(?:[\s.‐-―−-]{0,3}x){12}(?![a-z])/gi;

/** What of a masked text may be used: the rest of it, and what was taken out. */
export function withoutMasked(text: string): { text: string; withheld: "password" | "national-id" | null } {
  const noPassword = text.replace(dots, " ");
  const rest = noPassword.replace(crosses, " ");
  const withheld = noPassword !== text ? "password" : rest !== noPassword ? "national-id" : null;
  return withheld ? { text: rest.replace(/ {2,}/g, " ").trim(), withheld } : { text, withheld };
}
