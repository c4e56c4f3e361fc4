/** Whose menu it is; `teacher-news` is the teacher's with a mark on ติดตามสถานะ. */
export const menuKeys = ["teacher", "teacher-news", "staff"] as const;
export type MenuKey = (typeof menuKeys)[number];
