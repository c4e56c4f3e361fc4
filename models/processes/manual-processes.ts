/** A process of the office's operations manual: its number, the group of work that has it, and its title, letter for letter. */
export type ManualProcess = { number: number; group: 1 | 2 | 3; title: string };

/** The groups of work of the centre, as the manual names them. */
export const workGroups: Record<1 | 2 | 3, string> = {
  1: "กลุ่มงานระบบคอมพิวเตอร์และเทคโนโลยีการสื่อสาร",
  2: "กลุ่มงานบริการเทคโนโลยีสารสนเทศ",
  3: "กลุ่มงานสนับสนุนและให้บริการการจัดการเรียนรู้",
};

/** The 18 processes of the manual. */
export const manualProcesses: ManualProcess[] = [
  { number: 1, group: 1, title: "ศึกษา วิเคราะห์ ออกแบบ วางแผนและดำเนินการ" },
  { number: 2, group: 1, title: "ติดตั้ง ดูแล บำรุงรักษา และพัฒนา" },
  { number: 3, group: 1, title: "ศึกษา วิเคราะห์ และกำหนดรายละเอียด" },
  { number: 4, group: 1, title: "ระบบรักษาและคุ้มครองความปลอดภัยข้อมูล" },
  { number: 5, group: 1, title: "พัฒนาบุคลากรด้านระบบคอมพิวเตอร์" },
  { number: 6, group: 1, title: "ให้คำปรึกษา แนะนำ แก้ไขปัญหา" },
  { number: 7, group: 1, title: "ติดตาม ประเมินผล" },
  { number: 8, group: 2, title: "ศึกษา วิเคราะห์ ระบบข้อมูลสารสนเทศเพื่อการบริหาร" },
  { number: 9, group: 2, title: "พัฒนา ปรับปรุง และประยุกต์ใช้ ICT" },
  { number: 10, group: 2, title: "พัฒนา ปรับปรุง และประยุกต์ใช้โปรแกรมประยุกต์" },
  { number: 11, group: 2, title: "พัฒนา ปรับปรุง และจัดทำเว็บไซต์" },
  { number: 12, group: 2, title: "ติดตาม ประเมินผล ระบบข้อมูลสารสนเทศ" },
  { number: 13, group: 3, title: "พัฒนาสื่อ นวัตกรรมและเทคโนโลยีทางการศึกษา" },
  { number: 14, group: 3, title: "พัฒนาบุคลากรด้านการจัดทำสื่อ นวัตกรรม" },
  { number: 15, group: 3, title: "การจัดการศูนย์สื่อ นวัตกรรมและเทคโนโลยีทางการศึกษา" },
  { number: 16, group: 3, title: "พัฒนาบุคลากรด้านการจัดทำสื่อ นวัตกรรมและเทคโนโลยีทางการศึกษา" },
  { number: 17, group: 3, title: "พัฒนาปรับปรุงระบบการจัดการเรียนรู้ผ่านระบบเครือข่ายคอมพิวเตอร์" },
  { number: 18, group: 3, title: "ติดตามประเมินผลการใช้สื่อ นวัตกรรมและเทคโนโลยีทางการศึกษา ของสำนักงานเขตพื้นที่การศึกษา และสถานศึกษา" },
];
