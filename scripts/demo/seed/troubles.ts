import type { Category, Urgency } from "#models/conversations/understanding.ts";

/** What teachers report: what is wrong, and what the technician found and did. */
export type Trouble = { device: string; symptom: string; urgency?: Urgency; cause: string; fix: string; parts?: string; cost?: number };

export type TroubleKind = { category: Category; weight: number; places: string[]; troubles: Trouble[] };

const rooms = ["ห้องธุรการ", "ห้องพักครู", "ห้องเรียน ป.3", "ห้องเรียน ป.6", "ห้องวิชาการ"];
const labs = ["ห้องคอมพิวเตอร์", "ห้องเรียน ม.1", "ห้องสมุด", "ห้องประชุม"];

export const troubleKinds: TroubleKind[] = [
  {
    category: "printer",
    weight: 24,
    places: rooms,
    troubles: [
      {
        device: "เครื่องพิมพ์",
        symptom: "กระดาษติดบ่อยมาก ดึงออกแล้วติดอีก",
        cause: "ลูกยางดึงกระดาษสึก",
        fix: "เปลี่ยนลูกยาง ทำความสะอาดรางกระดาษ",
        parts: "ลูกยางดึงกระดาษ 1 ชุด",
        cost: 250,
      },
      { device: "เครื่องพิมพ์", symptom: "สั่งพิมพ์แล้วเงียบ ไม่มีอะไรออก", cause: "คิวงานพิมพ์ค้าง", fix: "ล้างคิวงานพิมพ์ ติดตั้งไดรเวอร์ใหม่" },
      { device: "เครื่องพิมพ์", symptom: "หมึกไม่ออกทั้งที่เพิ่งเติม", cause: "หัวพิมพ์อุดตัน", fix: "ล้างหัวพิมพ์สามรอบ พิมพ์ทดสอบผ่าน" },
      { device: "เครื่องพิมพ์", symptom: "พิมพ์ออกมาเป็นเส้น ๆ สีเพี้ยน", cause: "หัวพิมพ์เบี้ยว", fix: "ปรับตั้งหัวพิมพ์ใหม่" },
      {
        device: "เครื่องสแกน",
        symptom: "กดสแกนแล้วคอมมองไม่เห็นเครื่อง",
        cause: "สาย USB หลวม",
        fix: "เปลี่ยนสาย USB",
        parts: "สาย USB 1 เส้น",
        cost: 90,
      },
      { device: "เครื่องพิมพ์", symptom: "ไฟแดงกะพริบ ขึ้นว่าแผ่นซับหมึกเต็ม", cause: "แผ่นซับหมึกเต็ม", fix: "ล้างแผ่นซับหมึก ตั้งค่าตัวนับใหม่", cost: 300 },
    ],
  },
  {
    category: "computer",
    weight: 22,
    places: [...rooms, ...labs],
    troubles: [
      {
        device: "คอมพิวเตอร์",
        symptom: "เปิดไม่ติด กดปุ่มแล้วเงียบ",
        cause: "แหล่งจ่ายไฟเสีย",
        fix: "เปลี่ยนแหล่งจ่ายไฟ",
        parts: "แหล่งจ่ายไฟ 450W",
        cost: 690,
      },
      {
        device: "คอมพิวเตอร์",
        symptom: "จอฟ้าบ่อยมาก วันละหลายรอบ",
        cause: "หน่วยความจำหลวม",
        fix: "ถอดทำความสะอาดหน่วยความจำ ทดสอบหนึ่งชั่วโมงไม่พบอาการ",
      },
      {
        device: "คอมพิวเตอร์",
        symptom: "ช้ามาก เปิดไฟล์ที่รอเป็นนาที",
        urgency: "low",
        cause: "ฮาร์ดดิสก์เก่า",
        fix: "เปลี่ยนเป็น SSD และย้ายข้อมูล",
        parts: "SSD 240GB",
        cost: 890,
      },
      { device: "โน้ตบุ๊ก", symptom: "ชาร์จไฟไม่เข้า", cause: "สายชาร์จขาดใน", fix: "เปลี่ยนสายชาร์จ", parts: "สายชาร์จ 1 เส้น", cost: 550 },
      { device: "คีย์บอร์ด", symptom: "พิมพ์ไม่ได้บางปุ่ม", urgency: "low", cause: "ฝุ่นอุดใต้ปุ่ม", fix: "ทำความสะอาดคีย์บอร์ด" },
      { device: "จอภาพ", symptom: "ภาพไม่ขึ้นแต่ไฟติด", cause: "สายสัญญาณชำรุด", fix: "เปลี่ยนสาย HDMI", parts: "สาย HDMI 1 เส้น", cost: 120 },
      {
        device: "คอมพิวเตอร์",
        symptom: "เครื่องค้าง ต้องกดปิดทุกวัน",
        cause: "พัดลมซีพียูไม่หมุน",
        fix: "เปลี่ยนพัดลม ทาซิลิโคนใหม่",
        parts: "พัดลมซีพียู",
        cost: 350,
      },
    ],
  },
  {
    category: "network",
    weight: 18,
    places: [...labs, "ห้องธุรการ", "อาคาร 2"],
    troubles: [
      {
        device: "อินเทอร์เน็ต",
        symptom: "ใช้ไม่ได้ทั้งโรงเรียนตั้งแต่เช้า",
        urgency: "critical",
        cause: "ตัวกระจายสัญญาณหลักค้าง",
        fix: "แนะนำให้ปิดเปิดใหม่ทางโทรศัพท์ แล้วอัปเดตเฟิร์มแวร์ทางไกล",
      },
      {
        device: "อินเทอร์เน็ต",
        symptom: "หลุดบ่อย ประชุมออนไลน์ไม่ได้",
        urgency: "high",
        cause: "สายแลนถูกหนูกัด",
        fix: "เดินสายใหม่ 20 เมตร",
        parts: "สาย LAN 20 เมตร",
        cost: 240,
      },
      {
        device: "Wi-Fi",
        symptom: "เชื่อมไม่ได้ทั้งชั้น นักเรียนเรียนไม่ได้",
        urgency: "high",
        cause: "อุปกรณ์กระจายสัญญาณเสีย",
        fix: "เปลี่ยนอุปกรณ์กระจายสัญญาณ",
        parts: "Access Point 1 ตัว",
        cost: 1890,
      },
      {
        device: "Wi-Fi",
        symptom: "สัญญาณอ่อนมากที่ห้องท้ายอาคาร",
        urgency: "low",
        cause: "ตำแหน่งอุปกรณ์ไม่เหมาะ",
        fix: "ย้ายตำแหน่งอุปกรณ์กระจายสัญญาณ",
      },
      { device: "สายแลน", symptom: "เสียบแล้วไม่ขึ้นไฟ", cause: "หัวต่อชำรุด", fix: "เข้าหัวต่อใหม่", parts: "หัว RJ45 2 ตัว", cost: 20 },
    ],
  },
  {
    category: "av",
    weight: 12,
    places: [...labs, "ห้องเรียน ป.6", "หอประชุม"],
    troubles: [
      {
        device: "โปรเจคเตอร์",
        symptom: "เปิดแล้วภาพไม่ขึ้น ไฟกะพริบ",
        cause: "หลอดภาพหมดอายุ",
        fix: "เปลี่ยนหลอดภาพ",
        parts: "หลอดโปรเจคเตอร์",
        cost: 2900,
      },
      {
        device: "ไมโครโฟน",
        symptom: "ไม่มีเสียง พรุ่งนี้มีประชุมผู้ปกครอง",
        urgency: "high",
        cause: "ตั้งค่าเครื่องเสียงผิดช่อง",
        fix: "ตั้งค่าช่องสัญญาณใหม่ ทดสอบแล้วเสียงชัด",
      },
      { device: "สมาร์ททีวี", symptom: "ต่อโน้ตบุ๊กแล้วภาพไม่ขึ้น", cause: "ช่อง HDMI หลวม", fix: "เปลี่ยนไปใช้ช่องที่สอง และแนะนำการใช้งาน" },
      { device: "จอสมาร์ทบอร์ด", symptom: "ค้าง แตะแล้วไม่ตอบสนอง", cause: "ระบบค้าง", fix: "รีเซ็ตและอัปเดตระบบ" },
    ],
  },
  {
    category: "account",
    weight: 9,
    places: ["ห้องธุรการ", "ห้องวิชาการ"],
    troubles: [
      { device: "บัญชี DMC", symptom: "ลืมรหัสผ่าน เข้าไม่ได้", cause: "ลืมรหัสผ่าน", fix: "ตั้งรหัสใหม่ตามขั้นตอนของระบบร่วมกับผู้แจ้ง" },
      { device: "อีเมลโรงเรียน", symptom: "เข้าไม่ได้ ขึ้นว่าถูกระงับ", cause: "ไม่ได้ใช้งานนาน", fix: "ยืนยันตัวตนและเปิดใช้บัญชีใหม่" },
      { device: "บัญชี AMSS++", symptom: "เข้าสู่ระบบแล้วเด้งออก", cause: "สิทธิ์หมดอายุ", fix: "ต่ออายุสิทธิ์ผู้ใช้" },
    ],
  },
  {
    category: "system",
    weight: 6,
    places: ["ห้องวิชาการ", "ห้องธุรการ"],
    troubles: [
      {
        device: "DMC",
        symptom: "ยืนยันข้อมูลไม่ได้ วันนี้วันสุดท้าย",
        urgency: "critical",
        cause: "ข้อมูลนักเรียนซ้ำหนึ่งราย",
        fix: "แก้รายการซ้ำและยืนยันข้อมูลสำเร็จ",
      },
      { device: "SchoolMIS", symptom: "บันทึกคะแนนไม่ได้", urgency: "high", cause: "เบราว์เซอร์เก่า", fix: "อัปเดตเบราว์เซอร์ ทดลองบันทึกผ่าน" },
      { device: "e-GP", symptom: "ขึ้น error ตอนแนบไฟล์", cause: "ไฟล์ใหญ่เกินกำหนด", fix: "ย่อไฟล์และแนะนำขนาดที่ระบบรับ" },
    ],
  },
  {
    category: "software",
    weight: 5,
    places: rooms,
    troubles: [
      { device: "โปรแกรมสำนักงาน", symptom: "เปิดแล้วปิดเอง", cause: "ไฟล์โปรแกรมเสีย", fix: "ซ่อมการติดตั้งโปรแกรม" },
      { device: "Windows", symptom: "ขึ้นว่าไม่ใช่ของแท้", cause: "สิทธิ์การใช้งานไม่ถูกผูก", fix: "ผูกสิทธิ์ตามใบอนุญาตของโรงเรียน" },
    ],
  },
  {
    category: "data",
    weight: 3,
    places: ["ห้องวิชาการ"],
    troubles: [
      { device: "แฟลชไดรฟ์", symptom: "เปิดไม่ได้ มีไฟล์ข้อสอบอยู่", urgency: "high", cause: "ระบบไฟล์เสีย", fix: "กู้ไฟล์ได้ครบและแนะนำการสำรองข้อมูล" },
    ],
  },
  {
    category: "security",
    weight: 2,
    places: ["ห้องธุรการ"],
    troubles: [
      {
        device: "คอมพิวเตอร์",
        symptom: "สงสัยโดนไวรัส มีโฆษณาขึ้นเต็มจอ",
        urgency: "critical",
        cause: "โปรแกรมแฝงจากการติดตั้ง",
        fix: "ลบโปรแกรมแฝง สแกนทั้งเครื่อง และเปลี่ยนรหัสผ่าน",
      },
    ],
  },
  {
    category: "website",
    weight: 3,
    places: ["ห้องวิชาการ"],
    troubles: [{ device: "เว็บไซต์โรงเรียน", symptom: "เข้าไม่ได้ ขึ้นว่าใบรับรองหมดอายุ", cause: "ใบรับรองหมดอายุ", fix: "ต่ออายุใบรับรองและตั้งต่ออัตโนมัติ" }],
  },
  {
    category: "telecom",
    weight: 2,
    places: ["ห้องธุรการ"],
    troubles: [{ device: "โทรศัพท์ภายใน", symptom: "ยกหูแล้วไม่มีสัญญาณ", cause: "สายในตู้หลุด", fix: "เข้าสายใหม่" }],
  },
  {
    category: "power",
    weight: 3,
    places: labs,
    troubles: [
      {
        device: "เครื่องสำรองไฟ",
        symptom: "ร้องเตือนตลอด ไฟดับแล้วเครื่องดับทันที",
        cause: "แบตเตอรี่เสื่อม",
        fix: "เปลี่ยนแบตเตอรี่",
        parts: "แบตเตอรี่ 12V 1 ลูก",
        cost: 650,
      },
    ],
  },
  {
    category: "media",
    weight: 3,
    places: ["ห้องเรียน ม.1", "ห้องสมุด"],
    troubles: [{ device: "บทเรียนออนไลน์", symptom: "เปิดวิดีโอในบทเรียนไม่ได้", cause: "ลิงก์วิดีโอเปลี่ยน", fix: "แก้ลิงก์ในบทเรียน" }],
  },
];
