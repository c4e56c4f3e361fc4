import type { Understanding } from "#models/conversations/understanding.ts";
import type { Hit } from "./term-scanner.ts";

type Danger = NonNullable<Understanding["danger"]>;

// A password that got out, with words between: "รหัสผ่านครูทั้งโรงเรียนหลุด". A Wi-Fi that drops after its password is none.
const passwordOut = /(?:รหัส|พาส|password)(?:(?!แล้ว|ไวไฟ|wifi|wi-fi|เน็ต|สัญญาณ).){0,24}(?:หลุด|รั่ว|(?:โดน|ถูก)ขโมย)/;
// Files that do not open and a machine that asks for money, in either order.
const ransom =
  /(?:ไวรัส|ไฟล์|ข้อมูล|เครื่อง|คอม).{0,60}(?:ให้|เรียก|ขอ)(?:จ่าย|โอน)?(?:เงิน|ค่าไถ่|bitcoin|บิตคอยน์)|(?:ให้|เรียก)(?:จ่าย|โอน)เงิน.{0,40}(?:ไฟล์|ข้อมูล)/;
const filesShut = /ไวรัส|เปิดไม่|นามสกุล|ล็อ[กค]|เข้ารหัส/;
// A link that was followed; one that does not open is a fault like another.
const linkFollowed =
  /(?:กด|คลิก|คลิ้ก)(?:เข้า)?(?:ดู|ไป)?(?:ใน|ที่)?\s?(?:ลิงก์|ลิงค์|ลิ้งค์|ลิ้งก์|ลิ้ง|ลิง)(?:(?!ไม่|ประชุม|อบรม|เรียน|สอน|zoom|meet).){0,20}(?:ไปแล้ว|แล้ว|เข้าไป)(?!\s?(?:มัน)?(?:ไม่|เข้า.{0,8}ไม่|ขึ้น|เปิด|หน้า))/;
const pageNamed = /เพจ|เฟซ|เฟส|facebook|(?<![a-z])page(?![a-z])/;
const accountNamed = /เว็บ|เว็ป|เวป|website|อีเมล|เมล|e-?mail|gmail|ไลน์|บัญชี|ยูทูบ|youtube/;
const onMachine = /ค่าไถ่|ransom|แรนซ|ไฟล์|\.locked|เข้ารหัส|เครื่อง|คอม|โน้ตบุ|โน๊ตบุ/;

/** What of a machine's, a page's or an account's break-in the words tell: what to do first differs. */
function whatIsAttacked(text: string): Danger {
  if (onMachine.test(text)) return "attack";
  return pageNamed.test(text) ? "page" : accountNamed.test(text) ? "account" : "attack";
}

/** The dangers of a text: `said` by a word of the table, or told in a sentence. */
export function findDangers(text: string, said: readonly Hit<Danger>[]): Hit<Danger>[] {
  const told = (pattern: RegExp, tag: Danger): Hit<Danger>[] => {
    const found = pattern.exec(text);
    return found ? [{ start: found.index, end: found.index + found[0].length, tag }] : [];
  };
  const known = [...said, ...told(passwordOut, "password"), ...(filesShut.test(text) ? told(ransom, "attack") : [])];
  const all = known.length > 0 ? known : told(linkFollowed, "link");
  return all.map((hit) => (hit.tag === "attack" ? { ...hit, tag: whatIsAttacked(text) } : hit));
}
