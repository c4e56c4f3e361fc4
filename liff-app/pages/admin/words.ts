/** Somebody else's change came first: the page has read it, and keeps what was typed here. */
export const meanwhileWords = "มีคนแก้รายการนี้ไปก่อนแล้ว หน้านี้โหลดค่าล่าสุดให้แล้ว ตรวจอีกครั้งแล้วกดบันทึกได้เลยค่ะ";
