import type { GuideStep, Persona } from "#scripts/simulator/types.ts";
import { persona as teacher } from "./seed/people.ts";
import { lineUserIds, officeMembers } from "./seed/personas.ts";

const nameOf = (lineUserId: string) => officeMembers.find((member) => member.lineUserId === lineUserId)?.name ?? "";

/** The four phones, left to right. */
export const personas: Persona[] = [
  {
    userId: lineUserIds.teacher,
    name: teacher.name,
    role: "ครู (ลงทะเบียนแล้ว)",
    hint: "พิมพ์อาการได้เลย เช่น ปริ้นเตอร์ห้องธุรการกระดาษติด",
  },
  { userId: lineUserIds.newcomer, name: "ครูใหม่ ลองใช้", role: "ครู (ยังไม่เคยใช้)", hint: "กด เพิ่มเพื่อน แล้วแจ้งซ่อมได้เลย ไม่ต้องลงทะเบียนก่อน" },
  { userId: lineUserIds.technician, name: nameOf(lineUserIds.technician), role: "ช่าง (โซน A B)", hint: "กด งานของฉัน หรือรับงานที่เข้ามาใหม่" },
  { userId: lineUserIds.head, name: nameOf(lineUserIds.head), role: "หัวหน้ากลุ่มงานที่ 1", hint: "ดูงานที่ยังไม่มีคนรับ แล้วมอบหมายช่าง" },
];

/** What to try, in the order in which it makes sense. */
export const guide: GuideStep[] = [
  {
    title: "1 แจ้งซ่อมด้วยประโยคเดียว",
    text: "ครูพิมพ์อาการเหมือนคุยกับคน บอตถามเฉพาะที่ยังไม่ได้บอก ไม่มีรูปก็กด ข้าม แล้วกด ยืนยัน จะได้เลขที่",
    samples: [
      { userId: lineUserIds.teacher, says: "เน็ตห้องคอมหลุดบ่อย นักเรียนเรียนไม่ได้ค่ะ" },
      { userId: lineUserIds.teacher, presses: "ข้าม" },
      { userId: lineUserIds.teacher, presses: "ยืนยัน" },
    ],
  },
  {
    title: "2 ช่างรับเรื่อง",
    text: "งานด่วนเด้งถึงช่างทันที กด รับเรื่อง บนการ์ด แล้วกด ซ่อมเสร็จ เมื่อทำแล้ว บอตจะถามสาเหตุและวิธีแก้",
    samples: [
      { userId: lineUserIds.technician, presses: "รับเรื่อง" },
      { userId: lineUserIds.technician, says: "งานของฉัน" },
      { userId: lineUserIds.technician, presses: "ซ่อมเสร็จ" },
    ],
  },
  {
    title: "3 ครูยืนยันและให้คะแนน",
    text: "ครูถามสถานะ เห็นว่าเสร็จแล้ว กด หายแล้ว หรือ ยังไม่หาย แล้วให้ดาว",
    samples: [
      { userId: lineUserIds.teacher, says: "ซ่อมถึงไหนแล้ว" },
      { userId: lineUserIds.teacher, presses: "หายแล้ว" },
    ],
  },
  {
    title: "4 คนที่เพิ่งเพิ่มเพื่อน",
    text: "กด เพิ่มเพื่อน บนเครื่องที่สอง แล้วแจ้งได้เลย บอตถามชื่อและโรงเรียนระหว่างทางครั้งเดียว",
    samples: [{ userId: lineUserIds.newcomer, says: "ปริ้นเตอร์เสีย" }],
  },
  {
    title: "5 หัวหน้ามอบหมายงาน",
    text: "หัวหน้าดูงานที่ยังไม่มีคนรับ และใครมีงานเท่าไร แล้วมอบหมาย",
    samples: [{ userId: lineUserIds.head, says: "งานที่ยังไม่มีคนรับ" }],
  },
];
