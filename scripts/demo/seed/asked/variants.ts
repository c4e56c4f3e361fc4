import type { Answers } from "#models/requests/define-form.ts";

const item = (name: string, quantity: number, unit: string) => ({ name, quantity, unit });

/** What schools ask for besides a form's own examples: laid over the last of them. */
export const variants: Record<string, Answers[]> = {
  borrow: [
    { items: [item("ไมโครโฟนไร้สาย", 4, "ตัว")], purpose: "กีฬาสีโรงเรียน", offSite: false },
    { items: [item("โน้ตบุ๊ก", 5, "เครื่อง")], purpose: "สอบ RT นักเรียนชั้น ป.1", offSite: false },
    { items: [item("แท็บเล็ต", 20, "เครื่อง")], purpose: "ทดลองสอนบทเรียนออนไลน์ ชั้น ป.5", offSite: false },
    { items: [item("เครื่องขยายเสียงเคลื่อนที่", 1, "ชุด")], purpose: "เดินรณรงค์วันไม่สูบบุหรี่", offSite: true },
    { items: [item("จอรับภาพ 100 นิ้ว", 1, "จอ"), item("เครื่องฉายภาพ", 1, "เครื่อง")], purpose: "ประชุมกรรมการสถานศึกษา", offSite: false },
  ],
  material_use: [
    { items: [item("หัว RJ45", 50, "หัว"), item("สายแลน Cat6", 1, "กล่อง")], purpose: "เดินสายห้องธุรการใหม่" },
    { items: [item("แป้นพิมพ์", 3, "อัน"), item("เมาส์", 5, "อัน")], purpose: "เปลี่ยนของที่ชำรุดในห้องคอมพิวเตอร์" },
    { items: [item("หมึกพิมพ์อิงก์เจ็ต 4 สี", 2, "ชุด")], purpose: "พิมพ์เกียรติบัตรวันเด็ก" },
    { items: [item("แบตเตอรี่เครื่องสำรองไฟ", 2, "ก้อน")], purpose: "เปลี่ยนเครื่องสำรองไฟห้องเซิร์ฟเวอร์" },
    { items: [item("แฟลชไดรฟ์ 64 GB", 4, "อัน")], purpose: "เก็บสื่อการสอนส่งโรงเรียนที่เน็ตช้า" },
  ],
  purchase: [
    {
      itemType: "supplies",
      items: [{ ...item("ตลับหมึกพิมพ์เลเซอร์", 6, "ตลับ"), unitPrice: 2_290 }],
      licences: undefined,
      licenceTerm: undefined,
      reason: "หมึกในคลังเหลือไม่พอพิมพ์ข้อสอบปลายภาค",
      duty: "p1",
      budget: 14_000,
    },
    {
      itemType: "equipment",
      items: [{ ...item("จุดกระจายสัญญาณ Wi-Fi 6", 4, "เครื่อง"), spec: "รองรับผู้ใช้พร้อมกันไม่น้อยกว่า 100 คน", unitPrice: 8_500 }],
      licences: undefined,
      licenceTerm: undefined,
      reason: "สัญญาณไม่ถึงอาคารเรียนใหม่ ครูเช็กชื่อออนไลน์ไม่ได้",
      duty: "p1",
      budget: 36_000,
    },
    {
      itemType: "media",
      items: [{ ...item("ชุดสื่อการสอนภาษาไทย ป.1", 10, "ชุด"), unitPrice: 1_200 }],
      licences: undefined,
      licenceTerm: undefined,
      reason: "สนับสนุนโรงเรียนขนาดเล็กที่ครูไม่ครบชั้น",
      duty: "p13",
      budget: 12_000,
    },
  ],
  access_request: [
    { system: "schoolmis", dataSet: "ผลการเรียนเฉลี่ยรายวิชา ปีการศึกษา 2569", purpose: "จัดทำรายงานคุณภาพการศึกษาของโรงเรียน" },
    { system: "dmc", dataSet: "พิกัดบ้านนักเรียน ปีการศึกษา 2569", purpose: "วางเส้นทางเยี่ยมบ้านนักเรียน" },
    { system: "obec-asset", dataSet: "ทะเบียนสิ่งก่อสร้างของโรงเรียน", purpose: "ทำแผนซ่อมแซมอาคารเรียน" },
  ],
  id_card_request: [
    { systems: ["dmc"], level: "enter", duty: "บันทึกข้อมูลนักเรียนรายบุคคล", personKind: "civil" },
    { systems: ["schoolmis"], level: "enter", duty: "บันทึกผลการเรียน", personKind: "civil" },
    { systems: ["dmc", "schoolmis"], level: "manage", duty: "ดูแลระบบของโรงเรียน", personKind: "hired" },
  ],
  questionnaire: [
    { title: "ความต้องการใช้อินเทอร์เน็ตของโรงเรียน", introduction: "ใช้จัดลำดับโรงเรียนที่จะเพิ่มความเร็ว" },
    { title: "ความพึงพอใจต่อเว็บไซต์ของเขต", introduction: "ใช้ปรับหน้าแรกให้หาข่าวง่ายขึ้น" },
    { title: "หัวข้ออบรมที่ครูอยากเรียนปีนี้", introduction: "ใช้วางแผนอบรมครึ่งปีหลัง" },
  ],
  assessment: [
    { title: "ประเมินระบบลงทะเบียนอบรม", introduction: "ให้คะแนนตามที่ใช้จริงในรุ่นที่ผ่านมา" },
    { title: "ประเมินคลังสื่อของเขต", introduction: "ให้คะแนนตามที่ใช้สอนในภาคเรียนนี้" },
  ],
};
