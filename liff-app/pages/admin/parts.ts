import type { IconName } from "#liff-app/components/icons.ts";

export type AdminPart = { to: string; title: string; words: string; icon: IconName };

/** What an admin's menu offers, in its order. The pages are in routes.ts. */
export const adminParts: readonly AdminPart[] = [
  { to: "/admin/system", title: "สถานะระบบ", words: "รายการที่ค้าง ข้อความเดือนนี้ ฐานข้อมูล งานเบื้องหลัง", icon: "pulse" },
  { to: "/admin/people", title: "บุคคลและสิทธิ์", words: "ใครมีสิทธิ์อะไร เชิญ และยุติสิทธิ์", icon: "users" },
  { to: "/admin/schools", title: "โรงเรียน", words: "รายชื่อ เขต และเบอร์โทร", icon: "school" },
  { to: "/admin/settings", title: "การตั้งค่า", words: "ชื่อ เวลาทำการ การส่งงานให้กลุ่ม เวลาเป้าหมาย", icon: "settings" },
  { to: "/admin/holidays", title: "วันหยุด", words: "วันที่ศูนย์ปิด ไม่นับเป็นวันทำการ", icon: "calendar" },
  { to: "/admin/imports", title: "นำเข้าข้อมูล", words: "โรงเรียน บุคคล และวันหยุด จากไฟล์ CSV", icon: "upload" },
  { to: "/admin/exports", title: "ส่งออกข้อมูล", words: "เป็นไฟล์ CSV เปิดใน Excel ได้", icon: "download" },
  { to: "/admin/audit", title: "ประวัติการใช้งาน", words: "ใครแก้อะไร ใครเปิดดูข้อมูลใคร เมื่อไร", icon: "clock" },
];
