import { examplesOf } from "./example.ts";

export const human = examplesOf("human", [
  ["อยากติดต่อคนดูแล", "human-contact"],
  ["คุยกับเจ้าหน้าที่", "human-talk"],
  ["ขอคุยกับคนจริงๆได้ไหม", "human-talk"],
  ["ขอเบอร์ช่างหน่อยค่ะ", "human-phone"],
  ["ติดต่อเจ้าหน้าที่", "human-contact"],
  ["เบอร์โทรศูนย์ ICT เบอร์อะไรคะ", "human-phone"],
  ["ให้ช่างโทรกลับหน่อยครับ 081-234-5678", "human-callback"],
  ["มีเจ้าหน้าที่อยู่ไหมคะ", "human-there"],
  ["ไม่อยากคุยกับบอท", "human-no-bot"],
  ["ขอสายหัวหน้าศูนย์", "human-head"],
  ["แอดมินอยู่ไหม", "human-there"],
  ["โทรหาใครได้บ้างครับ", "human-phone"],
  ["จะติดต่อผู้ดูแลระบบได้ทางไหน", "human-contact"],
  ["บอทไม่เข้าใจเลย ขอคุยกับคนหน่อย", "human-no-bot"],
  ["ขอพูดกับเจ้าหน้าที่ที่ดูแลเรื่องคอม", "human-talk"],
  ["ช่วยโทรกลับด้วยค่ะ", "human-callback"],
  ["ขอไลน์ช่างได้ไหมคะ", "human-line"],
  ["อยากคุยกับหัวหน้า", "human-head"],
]);
