/** Whose menu it is; `teacher-news` is the teacher's with a mark on ติดตามสถานะ, `director` that of who decides and is no staff. */
export const menuKeys = ["teacher", "teacher-news", "staff", "director"] as const;
export type MenuKey = (typeof menuKeys)[number];
