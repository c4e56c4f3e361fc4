import { ref } from "vue";

/** The session ended and could not be renewed unseen: the app lays "เข้าสู่ระบบอีกครั้ง" over the page, which stays. */
export const isSessionOver = ref(false);
