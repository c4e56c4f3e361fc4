import type { RouteRecordRaw } from "vue-router";

/** Below /admin; each page loads when it is opened. A child's own title stands over the parent's. */
export const adminRoutes: RouteRecordRaw[] = [
  { path: "system", component: () => import("./system/SystemPage.vue"), meta: { title: "สถานะระบบ", isWide: true } },
  { path: "people", component: () => import("./people/PeoplePage.vue"), meta: { title: "บุคคลและสิทธิ์", isWide: true } },
  { path: "people/invitations", component: () => import("./people/InvitationsPage.vue"), meta: { title: "รหัสเชิญ", isWide: true } },
  { path: "people/:id", component: () => import("./people/PersonPage.vue"), props: true, meta: { title: "บุคคล", isWide: true } },
  { path: "schools", component: () => import("./schools/SchoolsPage.vue"), meta: { title: "โรงเรียน", isWide: true } },
  { path: "schools/:code", component: () => import("./schools/SchoolPage.vue"), props: true, meta: { title: "โรงเรียน", isWide: true } },
  { path: "settings", component: () => import("./settings/SettingsPage.vue"), meta: { title: "การตั้งค่า", isWide: true } },
  { path: "holidays", component: () => import("./holidays/HolidaysPage.vue"), meta: { title: "วันหยุด", isWide: true } },
  { path: "imports", component: () => import("./imports/ImportsPage.vue"), meta: { title: "นำเข้าข้อมูล", isWide: true } },
  { path: "exports", component: () => import("./exports/ExportsPage.vue"), meta: { title: "ส่งออกข้อมูล", isWide: true } },
  { path: "audit", component: () => import("./audit/AuditPage.vue"), meta: { title: "ประวัติการใช้งาน", isWide: true } },
];
