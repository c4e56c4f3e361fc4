/** What a group or room hears: the report itself belongs into the private chat. */
export const groupPhrases = {
  title: "แจ้งซ่อมกับศูนย์ ICT",
  explain: "แจ้งในแชตส่วนตัวกับศูนย์ ICT ได้เลยค่ะ จะได้เลขที่งานและติดตามได้ตลอด",
  open: "เปิดแชตส่วนตัว",
  page: "เปิดมินิแอป",
};

/** Words about the chat itself, when something went wrong on our side. */
export const chatPhrases = {
  setAside: "ขออภัยค่ะ ข้อความก่อนหน้านี้มีปัญหา ระบบบันทึกไว้ให้ผู้ดูแลแล้ว รบกวนพิมพ์อีกครั้งนะคะ",
  outdated: "ขออภัยค่ะ ระบบเพิ่งปรับปรุง เรื่องที่ค้างไว้เริ่มใหม่ได้เลยค่ะ",
};
