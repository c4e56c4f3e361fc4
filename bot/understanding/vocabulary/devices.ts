import type { Category } from "#models/conversations/understanding.ts";
import type { Words } from "./term.ts";

/**
 * Things people name. `device` is how we show it; null where the word tells a category but is no thing to be repaired.
 * `pull` is how strongly the word decides the category when several are named: "คอมต่อเน็ตไม่ได้" is about the network.
 */
export type DeviceWords = {
  device: string | null;
  category: Category;
  pull: number;
  /** The word tells what is wrong as well ("หมึก", "สั่งพิมพ์"): it stays in the symptom. */
  telling?: true;
  words: Words;
};

export const devices: readonly DeviceWords[] = [
  // computer
  {
    device: "โน้ตบุ๊ก",
    category: "computer",
    pull: 3,
    words:
      "~โน้ตบุ๊ก | ~โน๊ตบุ๊ค | ~โน้ตบุค | ~โน้ตบุ้ก | ~โนตบุก | ~โน๊ตบุ๊กส์ | ~โน๊ต บุ๊ค | ~แล็ปท็อป | ~แลปทอป | ~แล็บท็อบ | notebook | note book | laptop | macbook | ~แมคบุ๊ค | chromebook | ~โครมบุ๊ค",
  },
  {
    device: "คอมพิวเตอร์",
    category: "computer",
    pull: 3,
    words:
      "~เครื่องคอมพิวเตอร์ตั้งโต๊ะ | ~คอมพิวเตอร์ตั้งโต๊ะ | คอมตั้งโต๊ะ | ~เครื่องคอมพิวเตอร์ | ~คอมพิวเตอร์ | ~คอมพิวเตอ | ~คอมพิเตอร์ | ~คอมพิวเต้อ | ~คอมพ์ | เครื่องคอม | คอมฯ | คอม | ~พีซี | ~เดสก์ท็อป | ~เดสท็อป | computer | computers | com | pc | desktop | all in one | ~ออลอินวัน | ~ซีพียู | cpu | ~เคสคอม | เครื่องที่ห้อง | imac",
  },
  { device: "แท็บเล็ต", category: "computer", pull: 3, words: "~แท็บเล็ต | ~แท็ปเล็ต | ~แทปเลต | ~แทบเลท | tablet | ipad | ~ไอแพด | ~ไอแพ็ด" },
  {
    device: "จอคอมพิวเตอร์",
    category: "computer",
    pull: 3.5,
    words: "จอคอม | ~จอมอนิเตอร์ | ~มอนิเตอร์ | monitor | หน้าจอคอม | ~จอคอมพิวเตอร์ | ~หน้าจอคอมพิวเตอร์ | ~จอโน้ตบุ๊ก | ~จอโน๊ตบุ๊ค",
  },
  { device: "หูฟัง", category: "av", pull: 4, words: "หูฟัง | ~เฮดโฟน | ~เฮดเซ็ต | headphone | headset" },
  { device: "โทรศัพท์มือถือ", category: "telecom", pull: 4, words: "มือถือโรงเรียน | มือถือสำนักงาน | มือถือกลาง" },
  {
    device: "เครื่องสแกนนิ้ว",
    category: "other",
    pull: 6,
    words: "~เครื่องสแกนลายนิ้วมือ | ~เครื่องสแกนนิ้ว | ~สแกนนิ้ว | ~สแกนลายนิ้วมือ | ~เครื่องสแกนหน้า | ~สแกนใบหน้า | ~เครื่องสแกนใบหน้า",
  },
  { device: "จอ", category: "computer", pull: 1, words: "ปุ่ม | หน้าจอ | จอ | screen" },
  { device: "คีย์บอร์ด", category: "computer", pull: 3.5, words: "~คีย์บอร์ด | ~คีบอร์ด | ~คีบอด | ~คีย์บอด | ~แป้นพิมพ์ | keyboard | ปุ่มพิมพ์" },
  { device: "เมาส์", category: "computer", pull: 3.5, words: "~เมาส์ | ~เม้าส์ | ~เม้า | ~เมาท์ | ~เม้าท์ | mouse" },
  {
    device: "คอมพิวเตอร์",
    category: "computer",
    pull: 3,
    words:
      "ram | ~แรมเครื่อง | ~แรมคอม | ~เมนบอร์ด | mainboard | ~พาวเวอร์ซัพพลาย | พัดลมในเครื่อง | พัดลมเครื่อง | ~ไดรฟ์ซีดี | ~สายชาร์จโน้ตบุ๊ก | ~ไบออส | bios | ~ไดรเวอร์ | driver",
  },
  // printer
  {
    device: "เครื่องพิมพ์",
    category: "printer",
    pull: 5,
    words:
      "~ปริ้นเตอร์ | ~ปริ๊นเตอร์ | ~ปริ้นเตอ | ~ปริ้นเต้อ | ~ปริ้นท์เตอร์ | ~ปรินท์เตอร์ | ~พรินเตอร์ | ~พริ้นเตอร์ | ~พริ้นเตอ | ~พรินท์เตอร์ | ~ปริ้นเต่อ | ~ปลิ้นเตอร์ | เครื่องพิมพ์ | ~เครื่องปริ้นท์ | ~เครื่องปริ้น | ~เครื่องปริน | ~เครื่องพริ้น | printer | epson | canon | brother",
  },
  {
    device: "เครื่องถ่ายเอกสาร",
    category: "printer",
    pull: 5,
    words: "เครื่องถ่ายเอกสาร | เครื่องซีร็อกซ์ | ~ซีร็อกซ์ | ~เครื่องถ่าย | copier | เครื่องโรเนียว | เครื่องก๊อปปี้ปริ้น | ~ก๊อปปี้ปริ้น",
  },
  {
    device: "เครื่องสแกน",
    category: "printer",
    pull: 5,
    words: "~เครื่องสแกน | ~เครื่องแสกน | ~สแกนเนอร์ | ~แสกนเนอร์ | scanner | ~เครื่องสแกนเนอร์",
  },
  {
    device: "เครื่องพิมพ์",
    category: "printer",
    pull: 4,
    telling: true,
    words:
      "สั่งพิมพ์ | ~สั่งปริ้น | ~ปริ้นงาน | ~ปริ้นท์ | ~ปริ้น | ~ปริ๊น | ~ปลิ้น | ~พริ้น | พิมพ์ออกมา | พิมพ์ไม่ออก | print | หมึก | ~โทนเนอร์ | toner | ~ตลับหมึก | ตลับ | หัวพิมพ์ | ดรัม | drum | กระดาษติด | ดึงกระดาษ | ~กระดาษไม่ | ~สแกนเอกสาร | ~สแกนงาน | ~สแกน | ~แสกน | scan",
  },
  // network
  {
    device: "ไวไฟ",
    category: "network",
    pull: 5,
    words: "~ไวไฟ | ~ไวฟาย | ~วายฟาย | ~วายไฟ | ~ไวไฟล์ | ~ไว-ไฟ | wifi | wi-fi | wi fi | wify | ~สัญญาณไวไฟ | wireless | ~ไวเลส",
  },
  {
    device: "อินเทอร์เน็ต",
    category: "network",
    pull: 5,
    words:
      "~อินเทอร์เน็ต | ~อินเตอร์เน็ต | ~อินเตอเน็ต | ~อินเตอเนต | ~อินเทอเน็ต | ~อินเตอร์เนท | ~อินเตอร์เน็ท | ~สัญญาณเน็ต | ~เน็ตโรงเรียน | ~เน็ต | ~เน็ท | ~เนต | ~เนท | ~เน็ด | internet | net | ~สัญญาณอินเทอร์เน็ต | lan | ~แลน | ~สายแลน | สาย lan | vpn",
  },
  {
    device: "อุปกรณ์เครือข่าย",
    category: "network",
    pull: 5,
    words:
      "~เราเตอร์ | ~เร้าเตอร์ | ~เราท์เตอร์ | router | ~สวิตช์ | ~สวิทช์ฮับ | ~ฮับ | hub | switch | access point | ~แอคเซสพอยท์ | ~แอคเซสพอยต์ | ~ตัวปล่อยไวไฟ | ~ตัวกระจายสัญญาณ | ~เสาสัญญาณ | ~เครือข่าย | network | ~เน็ตเวิร์ค | ~ไฟเบอร์ | fiber | ip ชน | สัญญาณ",
  },
  // av
  {
    device: "โปรเจคเตอร์",
    category: "av",
    pull: 5,
    words:
      "~โปรเจคเตอร์ | ~โปรเจ็คเตอร์ | ~โปรเจกเตอร์ | ~โปรเจคเต้อ | ~โปรเจคเตอ | ~โปรเจ็ค | ~โปรเจ็กเตอร์ | ~โปรเจคเครื่อง | ~โปรเจ็กต์เตอร์ | ~โพรเจกเตอร์ | ~โปรเจคเต | projector | เครื่องฉาย | จอฉาย | จอรับภาพ | จอโปรเจค | ~จอโปรเจคเตอร์ | ~ตัวฉาย | เครื่องโปร | ~วิชวลไลเซอร์ | visualizer",
  },
  { device: "ทีวี", category: "av", pull: 5, words: "ทีวี | โทรทัศน์ | ~สมาร์ททีวี | ~สมาทร์ทีวี | smart tv | tv | จอทีวี | ~แอนดรอยด์ทีวี" },
  {
    device: "สมาร์ทบอร์ด",
    category: "av",
    pull: 5,
    words:
      "~สมาร์ทบอร์ด | ~สมาร์ตบอร์ด | ~สมาทบอร์ด | ~สมาร์บอร์ด | ~จอสมาร์ทบอร์ด | smart board | smartboard | ~กระดานอัจฉริยะ | ~กระดานอิเล็กทรอนิกส์ | ~อินเทอร์แอคทีฟบอร์ด | interactive board | ~จออินเตอร์แอคทีฟ | จอทัชสกรีน | ~จอทัช",
  },
  {
    device: "ไมโครโฟน",
    category: "av",
    pull: 5,
    words: "~ไมโครโฟน | ไมค์ลอย | ไมค์ | ไมล์ลอย | ไมค์ไร้สาย | ~ไมค์โครโฟน | ไมโคร | mic | microphone | ไมล์",
  },
  {
    device: "เครื่องเสียง",
    category: "av",
    pull: 5,
    words:
      "เครื่องเสียง | ลำโพง | เครื่องขยายเสียง | ~แอมป์ | ~แอมพลิฟายเออร์ | amplifier | speaker | ~มิกเซอร์ | mixer | เสียงตามสาย | ชุดเครื่องเสียง | ตู้ลำโพง",
  },
  {
    device: "กล้อง",
    category: "av",
    pull: 4.5,
    words: "กล้อง | ~กล้องถ่ายรูป | ~กล้องวิดีโอ | ~กล้องวีดีโอ | camera | webcam | ~เว็บแคม | กล้องดิจิทัล | ขาตั้งกล้อง | ~โดรน | drone | เลนส์",
  },
  { device: "กล้องวงจรปิด", category: "av", pull: 5, words: "กล้องวงจรปิด | วงจรปิด | cctv" },
  { device: null, category: "av", pull: 4, words: "สาย hdmi | hdmi | vga | ~สายเอชดีเอ็มไอ | ~ต่อออกจอ | รีโมท | ~รีโมต | ~จอโปร" },
  // account: only what is an account and nothing else; forgotten passwords are symptoms
  {
    device: "อีเมล",
    category: "account",
    pull: 6,
    words: "~อีเมล | ~อีเมล์ | ~อีเมลล์ | ~เมล์โรงเรียน | e-mail | email | gmail | ~จีเมล | ~เมล | mail | outlook | ~เอาท์ลุค | workspace",
  },
  {
    device: "บัญชีผู้ใช้",
    category: "account",
    pull: 6.5,
    words: "~ยูสเซอร์ | ~ยูเซอร์ | ~ยูสเซอ | user | username | ชื่อผู้ใช้ | บัญชีผู้ใช้ | ~แอคเคาท์ | ~แอ็กเคานต์ | ~แอคเค้า | account | ~ไอดี | บัญชี | บัตรผู้ใช้",
  },
  // system
  { device: "ระบบ DMC", category: "system", pull: 6, words: "dmc | ดีเอ็มซี | ~ดีเอมซี" },
  { device: "ระบบ SchoolMIS", category: "system", pull: 6, words: "schoolmis | school mis | ~สคูลมิส | ~สคูลเอ็มไอเอส" },
  { device: "ระบบ AMSS++", category: "system", pull: 6, words: "amss++ | amss | ~แอมส์ | ~เอเอ็มเอสเอส | amss+" },
  { device: "ระบบ e-GP", category: "system", pull: 6, words: "e-gp | egp | ~อีจีพี" },
  {
    device: "ระบบงาน",
    category: "system",
    pull: 6,
    words:
      "smart obec | smartobec | ~สมาร์ทโอเบค | my office | myoffice | e-office | eoffice | ~อีออฟฟิศ | e-mes | emes | obec asset | obec-asset | b-obec | bobec | ~บีโอเบค | sgs | cct | e-money | ระบบสารสนเทศ | ระบบเงินเดือน | ระบบลา | ระบบสารบรรณ | สารบรรณ | e-saraban | ~ระบบสลิปเงินเดือน | สลิปเงินเดือน | ระบบพัสดุ | ระบบดูแลช่วยเหลือ | ระบบวิทยฐานะ | dpa | nt | pisa | sesa | ระบบรับสมัคร | ระบบคัดกรอง | e-budget | ~ระบบเช็คชื่อ | ระบบเกรด",
  },
  {
    device: "เซิร์ฟเวอร์",
    category: "system",
    pull: 6,
    words: "~เซิร์ฟเวอร์ | ~เซิฟเวอร์ | ~เซิฟเวอ | ~เซิร์ฟเวอ | ~เซอร์เวอร์ | ~แม่ข่าย | server | ~เครื่องแม่ข่าย",
  },
  // software
  {
    device: "โปรแกรม",
    category: "software",
    pull: 4,
    words: "~โปรแกรม | program | ~ซอฟต์แวร์ | ~ซอฟแวร์ | software | ~แอพพลิเคชั่น | ~แอปพลิเคชัน | ~แอป | ~แอพ | app | application",
  },
  {
    device: "โปรแกรม Office",
    category: "software",
    pull: 5,
    words:
      "ms office | microsoft office | office 365 | office365 | ~ออฟฟิศ | ~ออฟฟิส | ~ไมโครซอฟต์ออฟฟิศ | ~ไมโครซอฟออฟฟิศ | office | word | ~เวิร์ด | ~เวิด | excel | ~เอ็กเซล | ~เอกเซล | ~เอ็กเซลล์ | powerpoint | power point | ppt | ~พาวเวอร์พอยต์ | ~พาวเวอร์พ้อย | ~พาวเวอร์พอยท์",
  },
  {
    device: "Windows",
    category: "software",
    pull: 4.5,
    words:
      "~วินโดวส์ | ~วินโดว์ | ~วินโด้ | ~วินโดส์ | ~วินโดว | ~วินโดส | windows | window | win10 | win11 | windows 10 | windows 11 | ลงวิน | ~ระบบปฏิบัติการ | license | ~ไลเซนส์ | ลิขสิทธิ์ | ของแท้ | activate",
  },
  {
    device: "โปรแกรม",
    category: "software",
    pull: 5,
    words:
      "photoshop | ~โฟโต้ช็อป | adobe | acrobat | ~แคนวา | canva | zoom | ~ซูม | google meet | chrome | ~โครม | browser | ~เบราว์เซอร์ | ~เบราเซอร์ | antivirus | ~แอนตี้ไวรัส | pdf | autocad | scratch | ~ไลน์พีซี | line pc | qr code | ~คิวอาร์โค้ด | ~คิวอาโค้ด | teamviewer | anydesk | spss",
  },
  {
    device: "โปรแกรม",
    category: "software",
    pull: 6.5,
    words:
      "~ฟอนต์ | ~ฟ้อนต์ | ~ฟ้อน | font | fonts | ~ฟอนต์สารบรรณ | ~ฟอนต์ไทย | sarabun | ~โปรแกรมบัญชี | ~โปรแกรมสแกนไวรัส | ~สแกนไวรัส | ~โปรแกรมแอนตี้ไวรัส",
  },
  { device: "ระบบงาน", category: "system", pull: 2, words: "ระบบ" },
  { device: "เครื่องพิมพ์", category: "printer", pull: 2, telling: true, words: "พิมพ์งาน | พิมพ์เอกสาร | พิมพ์ข้อสอบ | พิมพ์ใบงาน" },
  // data
  { device: null, category: "data", pull: 2.5, words: "~ไฟล์ | file | files | usb | ~ยูเอสบี" },
  {
    device: "ฮาร์ดดิสก์",
    category: "data",
    pull: 6,
    words: "~ฮาร์ดดิสก์ | ~ฮาร์ดดิส | ~ฮาดดิส | ~ฮาร์ดดิสค์ | ~ฮาร์ดไดรฟ์ | ~ฮาดดิสก์ | harddisk | hard disk | hdd | ssd | external",
  },
  {
    device: "แฟลชไดรฟ์",
    category: "data",
    pull: 6,
    words:
      "~แฟลชไดรฟ์ | ~แฟลชไดร์ฟ | ~แฟลชไดร์ | ~แฟรชไดร์ฟ | ~แฟรชไดฟ์ | ~แฟลตไดร์ | ~แฟลชไดร | ~แฟลช | ~ทัมบ์ไดรฟ์ | ~ทรัมไดร์ | ~แฮนดี้ไดร์ฟ | flash drive | flashdrive | usb drive | ~เมมโมรี่การ์ด | เมมกล้อง | การ์ดความจำ | ~เมมโมรี่ | sd card | ~เอสดีการ์ด",
  },
  {
    device: null,
    category: "data",
    pull: 5.5,
    words:
      "กู้ข้อมูล | ~กู้ไฟล์ | ~ไฟล์หาย | ข้อมูลหาย | ~ไฟล์งานหาย | งานหายหมด | ~ไฟล์งาน | ข้อมูลในเครื่อง | ~สำรองข้อมูล | backup | back up | ~แบ็กอัป | ~แบคอัพ | google drive | ~กูเกิลไดรฟ์ | ~ไดรฟ์ | onedrive | ~ลบไฟล์ | ลบผิด | ~เผลอลบ | recover",
  },
  // telecom
  {
    device: "โทรศัพท์",
    category: "telecom",
    pull: 6,
    words:
      "โทรศัพท์ภายใน | โทรศัพท์สำนักงาน | โทรศัพท์บ้าน | โทรศัพท์ตั้งโต๊ะ | โทรศัพท์ | เบอร์ภายใน | เบอร์กลาง | โทรไม่ติด | โทรเข้าไม่ติด | สายภายใน | ~โทรสาร | ~แฟกซ์ | ~แฟ็กซ์ | fax | ตู้สาขา | pbx | ~ไอพีโฟน | ip phone | voip | สายนอก | โอนสาย | โทรออก | โทรเข้า | รับสาย | ยกหู | เสียงเรียกเข้า | วิทยุสื่อสาร",
  },
  // power
  {
    device: "เครื่องสำรองไฟ",
    category: "power",
    pull: 7,
    words: "เครื่องสำรองไฟฟ้า | เครื่องสำรองไฟ | ~ยูพีเอส | ups | สำรองไฟ | ~เครื่องสํารองไฟ | ~สเตบิไลเซอร์ | stabilizer",
  },
  // website
  {
    device: "เว็บไซต์",
    category: "website",
    pull: 6,
    words:
      "~เว็บไซต์โรงเรียน | ~เพจโรงเรียน | ~เว็บไซต์ | ~เว็บไซด์ | ~เวปไซต์ | ~เว็ปไซต์ | ~เว็บไซท์ | ~เว็บโรงเรียน | ~หน้าเว็บ | ~เว็บเพจ | ~เว็บเขต | ~เว็บ | ~เว็ป | ~เวป | ~เวบ | website | web site | web | webpage | ~โฮสติ้ง | hosting | ~โดเมน | domain | https | ssl | ~เพจ | page | facebook page | ~เฟซบุ๊กเพจ | ~แฟนเพจ | ~ข่าวประชาสัมพันธ์ | ~เฟสบุ๊ค | ~เฟซบุ๊ก | facebook | ~เฟซ | เฟส",
  },
  // media
  {
    device: "สื่อการสอน",
    category: "media",
    pull: 6,
    words:
      "lms | ~แอลเอ็มเอส | บทเรียนออนไลน์ | บทเรียน | สื่อการสอน | สื่อการเรียน | สื่อดิจิทัล | ~สื่อมัลติมีเดีย | สื่อ | ~คลิปสอน | ~วิดีโอการสอน | dltv | ~ดีแอลทีวี | dlit | ~กูเกิลคลาสรูม | google classroom | classroom | ~คลาสรูม | moodle | ~อีเลิร์นนิง | ~อีเลินนิ่ง | e-learning | elearning | ~อีบุ๊ก | ebook | e-book | ~คอร์สออนไลน์ | ~ตัดต่อ | ~โปสเตอร์ | ~แบนเนอร์ | ~อินโฟกราฟิก | kahoot | ~แบบทดสอบออนไลน์ | ~ข้อสอบออนไลน์ | google form | ~กูเกิลฟอร์ม",
  },
  { device: "สื่อการสอน", category: "media", pull: 4, words: "youtube | ~ยูทูป | ~ยูทูบ | ~วีดีโอ | ~วิดีโอ | ~คลิป | video" },
  // procurement
  {
    device: null,
    category: "procurement",
    pull: 6.5,
    words:
      "~สเปก | ~สเปค | ~สเป็ค | ~สเป็ก | spec | specs | tor | คุณลักษณะ | ราคากลาง | จัดซื้อ | จัดซื้อจัดจ้าง | งบประมาณ | ใบเสนอราคา | ขอซื้อ | จะซื้อ | อยากซื้อ | ซื้อ | ~เกณฑ์ราคา | งบ | คณะกรรมการกำหนด | ตรวจรับ",
  },
];
