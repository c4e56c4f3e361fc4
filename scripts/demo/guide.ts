import type { GuideSample, GuideStep, Persona } from "#scripts/simulator/types.ts";
import { waiting } from "./seed/live-jobs.ts";
import { persona as teacher } from "./seed/people.ts";
import { lineUserIds, officeMembers } from "./seed/personas.ts";

const nameOf = (lineUserId: string) => officeMembers.find((member) => member.lineUserId === lineUserId)?.name ?? "";

/** The phones, left to right: four that show at once, and the rest that come when they are wanted. */
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
  {
    userId: lineUserIds.colleague,
    name: nameOf(lineUserIds.colleague),
    role: "ช่างอีกคน (โซน A B)",
    hint: "งานที่หัวหน้ามอบให้จะเข้ามาที่นี่",
    isPutAway: true,
  },
  {
    userId: lineUserIds.centreHead,
    name: nameOf(lineUserIds.centreHead),
    role: "ผู้อำนวยการศูนย์ และผู้ดูแลระบบ",
    hint: "เปิดมินิแอป เมนูผู้ดูแล",
    isPutAway: true,
  },
  {
    userId: lineUserIds.director,
    name: nameOf(lineUserIds.director),
    role: "ผอ. เขตพื้นที่",
    hint: "กด รออนุมัติ แล้วอนุมัติหรือส่งกลับให้แก้ไข",
    isPutAway: true,
  },
  {
    userId: lineUserIds.schoolDirector,
    name: "ผอ. โรงเรียนของครูเครื่องแรก",
    role: "ผู้อำนวยการโรงเรียน",
    hint: "รับรองคำขอมีบัตรของครู",
    isPutAway: true,
  },
  {
    userId: lineUserIds.dataOwner,
    name: nameOf(lineUserIds.dataOwner),
    role: "เจ้าของข้อมูล DMC",
    hint: "เห็นชอบคำขอเข้าถึงข้อมูล DMC",
    isPutAway: true,
  },
  {
    userId: lineUserIds.mediaHead,
    name: nameOf(lineUserIds.mediaHead),
    role: "หัวหน้ากลุ่มงานที่ 3",
    hint: "อนุมัติการยืมของและงานสื่อ",
    isPutAway: true,
  },
  {
    userId: lineUserIds.mediaStaff,
    name: nameOf(lineUserIds.mediaStaff),
    role: "เจ้าหน้าที่กลุ่มงานที่ 3",
    hint: "ส่งมอบและรับคืนของที่ให้ยืม",
    isPutAway: true,
  },
];

const { teacher: asTeacher, newcomer, technician, head, centreHead, director } = lineUserIds;
/** Words of the report that the first step makes, on every card of it. */
const reported = "หลุดบ่อย นักเรียนเรียนไม่ได้";

const says = (userId: string, text: string, asked?: string): GuideSample => ({
  userId,
  does: "say",
  text,
  ...(asked !== undefined && { asked }),
});
const presses = (userId: string, label: string, on?: string): GuideSample => ({
  userId,
  does: "press",
  label,
  ...(on !== undefined && { on }),
});

const opens = (userId: string, path: string, label: string): GuideSample => ({ userId, does: "open", path, label });

/** What to try. Followed from top to bottom, it takes a report from its sentence to its stars. */
export const guide: GuideStep[] = [
  {
    title: "แจ้งซ่อมด้วยประโยคเดียว",
    text: "ครูพิมพ์อาการเหมือนคุยกับคน บอตถามเฉพาะที่ยังไม่ได้บอก ไม่มีรูปก็กด ข้าม แล้วกด ยืนยัน จะได้เลขที่",
    samples: [says(asTeacher, `เน็ตห้องคอม${reported}ค่ะ`), presses(asTeacher, "ข้าม"), presses(asTeacher, "ยืนยัน")],
  },
  {
    title: "ช่างรับเรื่อง ซ่อม และบันทึกผล",
    text: "งานด่วนเด้งถึงช่างทันที กด รับเรื่อง บนการ์ด ซ่อมแล้วเปิดงานของฉัน กด ซ่อมเสร็จ บอตจะถามสาเหตุและวิธีแก้",
    samples: [
      presses(technician, "รับเรื่อง", reported),
      says(technician, "งานของฉัน"),
      presses(technician, "ซ่อมเสร็จ", reported),
      says(technician, "สายหลวม", "สาเหตุ"),
      says(technician, "เสียบใหม่", "แก้อย่างไร"),
      presses(technician, "ข้าม"),
      presses(technician, "ข้าม"),
      presses(technician, "ข้าม"),
    ],
  },
  {
    title: "ครูยืนยันและให้คะแนน",
    text: "ครูถามสถานะ เห็นว่าเสร็จแล้ว กด หายแล้ว หรือ ยังไม่หาย แล้วให้ดาว",
    samples: [
      says(asTeacher, "ซ่อมถึงไหนแล้ว"),
      presses(asTeacher, "หายแล้ว", reported),
      says(asTeacher, "5 ดาว", "กี่ดาว"),
      presses(asTeacher, "ข้าม"),
    ],
  },
  {
    title: "คนที่เพิ่งเพิ่มเพื่อน",
    text: "กด เพิ่มเพื่อน บนเครื่องที่สอง แล้วแจ้งได้เลย บอตถามชื่อและโรงเรียนระหว่างทางครั้งเดียว",
    samples: [{ userId: newcomer, does: "follow" }, says(newcomer, "ปริ้นเตอร์เสีย")],
  },
  {
    title: "หัวหน้ามอบหมายงาน",
    text: "หัวหน้าดูงานที่ยังไม่มีคนรับ กด มอบหมาย บนการ์ด แล้วเลือกหรือพิมพ์ชื่อช่าง",
    samples: [
      says(head, "งานที่ยังไม่มีคนรับ"),
      presses(head, "มอบหมาย", waiting),
      says(head, "สันติ", "ใครดี"),
      presses(head, "ข้าม"),
      says(head, "ภาระงาน"),
    ],
  },
  {
    title: "ขอยืมของ และเรื่องที่รอผู้อนุมัติ",
    text: "ครูพิมพ์สิ่งที่อยากยืมและวัน บอตถามที่เหลือ ส่วน ผอ. กดดูเรื่องที่รออนุมัติในแชตหรือในมินิแอป เครื่องของผู้อนุมัติคนอื่นเพิ่มได้ใต้เครื่อง",
    samples: [says(asTeacher, "ขอยืมโปรเจคเตอร์พรุ่งนี้"), says(director, "รออนุมัติ"), opens(director, "/", "หน้าของ ผอ.")],
  },
  {
    title: "มินิแอปใน LINE",
    text: "แอปเล็กที่เปิดทับแชต เข้าระบบให้เองด้วย LINE ครูดูงานของตัวเอง เจ้าหน้าที่มีโต๊ะงาน ผู้ดูแลมีหน้าตั้งค่า บนคอมพิวเตอร์กด เปิดเต็มหน้าต่าง",
    samples: [
      opens(asTeacher, "/requests", "งานของฉัน"),
      opens(technician, "/desk", "โต๊ะงานของช่าง"),
      opens(head, "/desk/workload", "ภาระงาน"),
      opens(centreHead, "/admin", "หน้าผู้ดูแล"),
    ],
  },
];
