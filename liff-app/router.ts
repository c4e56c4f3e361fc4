import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from "vue-router";
import { useMe } from "./composables/use-me.ts";
import { adminRoutes } from "./pages/admin/routes.ts";
import HomePage from "./pages/home/HomePage.vue";
import { useOffice } from "./start/office.ts";
import { watchPages } from "./start/page-failure.ts";

declare module "vue-router" {
  interface RouteMeta {
    /** the page's name, for the window's title and the heading of the side navigation */
    title?: string;
    /** opens for people who have not registered */
    isOpen?: boolean;
    /** takes a PC's width: tables, the desk */
    isWide?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  // In the first load, because nearly every visit starts here.
  { path: "/", component: HomePage, meta: { title: "หน้าแรก" } },
  { path: "/welcome", component: () => import("./pages/welcome/WelcomePage.vue"), meta: { title: "ลงทะเบียน", isOpen: true } },
  { path: "/invite/:code", component: () => import("./pages/invite/InvitePage.vue"), props: true, meta: { title: "รหัสเชิญ" } },
  { path: "/requests", component: () => import("./pages/requests/RequestsPage.vue"), meta: { title: "เรื่องที่แจ้ง" } },
  {
    path: "/requests/:id",
    component: () => import("./pages/request/RequestPage.vue"),
    props: true,
    meta: { title: "รายละเอียดงาน", isWide: true },
  },
  { path: "/requests/:id/card", component: () => import("./pages/cards/CardPage.vue"), props: true, meta: { title: "บัตรผู้ใช้งาน" } },
  { path: "/cards/:code", component: () => import("./pages/cards/CheckCardPage.vue"), props: true, meta: { title: "ตรวจบัตร" } },
  { path: "/forms", component: () => import("./pages/forms/FormsPage.vue"), meta: { title: "แบบฟอร์ม" } },
  // A table of rows takes more than a column; the page itself keeps other forms to one.
  { path: "/new/:formId", component: () => import("./pages/form/FormPage.vue"), props: true, meta: { title: "แบบฟอร์ม", isWide: true } },
  {
    path: "/requests/:id/correct/:transition",
    component: () => import("./pages/form/CorrectPage.vue"),
    props: true,
    meta: { title: "แก้คำขอ", isWide: true },
  },
  { path: "/surveys/:id", component: () => import("./pages/survey/SurveyPage.vue"), props: true, meta: { title: "แบบสอบถาม" } },
  {
    path: "/surveys/:id/results",
    component: () => import("./pages/survey/SurveyResultsPage.vue"),
    props: true,
    meta: { title: "ผลแบบสอบถาม" },
  },
  {
    path: "/desk",
    component: () => import("./pages/desk/StaffOnly.vue"),
    children: [
      { path: "", component: () => import("./pages/desk/DeskPage.vue"), meta: { title: "งานเจ้าหน้าที่", isWide: true } },
      { path: "workload", component: () => import("./pages/desk/WorkloadPage.vue"), meta: { title: "ภาระงาน", isWide: true } },
      { path: "on-behalf", component: () => import("./pages/desk/OnBehalfPage.vue"), meta: { title: "แจ้งแทน" } },
    ],
  },
  { path: "/admin", component: () => import("./pages/admin/AdminPage.vue"), children: adminRoutes, meta: { title: "ผู้ดูแล", isWide: true } },
  { path: "/:path(.*)*", component: () => import("./pages/NotFoundPage.vue"), meta: { title: "ไม่พบหน้านี้", isOpen: true } },
];

/** Who is not registered comes by the welcome page, and goes on to the page that was wanted. */
function welcomeFirst(to: RouteLocationNormalized) {
  const { person } = useMe();
  if (person.value || to.meta.isOpen) return true;
  return { path: "/welcome", query: to.fullPath === "/" ? {} : { next: to.fullPath }, replace: true };
}

/** Made after LIFF has started: a router made earlier would put LINE's login parameters back into the address. */
export function openRouter() {
  const router = createRouter({
    history: createWebHistory("/liff/"),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  router.beforeEach(welcomeFirst);
  watchPages(router);
  router.afterEach(({ meta }) => {
    const { officeName } = useOffice();
    document.title = meta.title ? `${meta.title} · ${officeName.value}` : officeName.value;
  });
  return router;
}
