import type { RouteRecordRaw } from "vue-router";

/** Below /admin; each page loads when it is opened. */
export const adminRoutes: RouteRecordRaw[] = [];
