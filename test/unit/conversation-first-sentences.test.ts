import { describe, expect, it } from "vitest";
import { maskPasswords } from "#models/fields/thai/mask.ts";
import { spokenChat, teacher, viewOf } from "#test/support/spoken-chat.ts";

const full = [
  "ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ",
  "คอมห้อง ป.3 เปิดไม่ติดครับ",
  "โปรเจคเตอร์ห้องประชุมภาพไม่ขึ้นค่ะ",
  "ไวไฟห้อง ป.3 เชื่อมไม่ได้",
  "โน้ตบุ๊กห้องวิชาการชาร์จไม่เข้าค่ะ",
  "เครื่องสแกนห้องการเงินไม่ทำงานครับ",
  "ทีวีห้องอนุบาล 2 ต่อโน้ตบุ๊กไม่ขึ้นภาพ",
];
const bare = ["ปริ้นเตอร์เสีย", "คอมมีปัญหาค่ะ", "แจ้งซ่อม"];

/** Answers whatever is asked, as a person with nothing to add would. */
function toTheNumber(chat: ReturnType<typeof spokenChat>, first: string): number {
  chat.says(first);
  for (let inputs = 0; inputs < 12; inputs += 1) {
    if (chat.effect("submit")) return inputs;
    chat.says(answerTo(chat.text));
  }
  return 99;
}

function answerTo(asked: string): string {
  if (asked.includes("ข้อมูลถูกต้องไหมคะ")) return "ยืนยัน";
  if (asked.includes("อุปกรณ์อะไร")) return "เครื่องพิมพ์";
  if (asked.includes("อาการ")) return "ใช้ไม่ได้เลย";
  if (asked.includes("รูป")) return "ข้าม";
  if (asked.includes("ห้องหรืออาคาร")) return "ห้องธุรการ";
  if (asked.includes("โรงเรียนไหน")) return "บ้านตัวอย่าง";
  if (asked.includes("ชื่ออะไร")) return "สมหญิง สมมุติ";
  return "ครู";
}

describe("from a first sentence to the number", () => {
  it.each(full)("a registered teacher needs at most three inputs after “%s”", (sentence) => {
    expect(toTheNumber(spokenChat({ person: teacher }), sentence)).toBeLessThanOrEqual(3);
  });

  it("a registered teacher needs at most four after a bare one", () => {
    expect(toTheNumber(spokenChat({ person: teacher }), "ปริ้นเตอร์เสีย")).toBeLessThanOrEqual(4);
    expect(toTheNumber(spokenChat({ person: teacher }), "คอมมีปัญหาค่ะ")).toBeLessThanOrEqual(4);
  });

  it.each([...full, ...bare])("someone unregistered needs at most eight after “%s”", (sentence) => {
    expect(toTheNumber(spokenChat({ person: null }), sentence)).toBeLessThanOrEqual(8);
  });
});

describe("a secret that was typed", () => {
  it("is warned about once and stands in no answer", () => {
    const chat = spokenChat({ person: teacher });
    chat.says(maskPasswords("รหัสผ่าน dmc คือ Pass1234 เข้าไม่ได้ค่ะ"));
    expect(chat.last[0]).toMatchObject({ text: expect.stringContaining("ลบรหัสผ่านออกให้แล้วค่ะ") });
    expect(chat.text).not.toMatch(/Pass1234|•/);
    expect(JSON.stringify(chat.session)).not.toMatch(/Pass1234|•/);
    chat.says("ข้าม");
    expect(chat.text).not.toContain("ลบรหัสผ่าน");
  });

  it("leaves no x's of a national id in an answer that was asked for", () => {
    const chat = spokenChat({ person: teacher });
    chat.says("แจ้งซ่อม", "ระบบ DMC", "เข้าไม่ได้ เลขบัตร x-xxxx-xxxxx-xx-x");
    expect(chat.text).toContain("ไม่ต้องส่งเลขบัตรประชาชนในแชตนะคะ ลบออกให้แล้วค่ะ");
    expect(JSON.stringify(chat.session)).not.toContain("xxxx");
    expect(JSON.stringify(chat.session)).toContain("เข้าไม่ได้");
  });
});

describe("software without a licence", () => {
  it.each([[[]], [["แจ้งซ่อม"]], [["ปริ้นเตอร์กระดาษติด"]]])("is refused kindly, after %j too", (before) => {
    const chat = spokenChat({ person: teacher });
    chat.says(...before, "ขอ crack office หน่อย");
    expect(chat.text).toContain("ศูนย์ ICT ลงได้เฉพาะโปรแกรมที่มีลิขสิทธิ์");
    expect(JSON.stringify(chat.session)).not.toContain("crack");
  });
});

describe("the place", () => {
  it.each(["เข้าระบบ DMC ไม่ได้ค่ะ", "เว็บโรงเรียนเข้าไม่ได้", "ลืมรหัสอีเมลค่ะ", "เพจโรงเรียนโดนแฮก", "เน็ตหลุดทั้งโรงเรียน"])(
    "is not asked where nobody goes to a room: %s",
    (sentence) => {
      const chat = spokenChat({ person: teacher });
      chat.says(sentence);
      expect(chat.text).not.toContain("ห้องหรืออาคาร");
      chat.says("ข้าม");
      expect(chat.text).toContain("ข้อมูลถูกต้องไหมคะ");
    },
  );

  it.each(["คอมเปิดไม่ติดค่ะ", "คอมติดไวรัสค่ะ"])("is asked where a machine stands: %s", (sentence) => {
    const chat = spokenChat({ person: teacher });
    chat.says(sentence);
    expect(chat.text).toContain("อยู่ห้องหรืออาคารไหนคะ");
  });

  it("is kept where it was told though nobody asked", () => {
    const chat = spokenChat({ person: teacher });
    chat.says("เข้า DMC ที่ห้องวิชาการไม่ได้ค่ะ", "ข้าม");
    expect(chat.text).toContain("ห้องวิชาการ");
  });

  it("of a page that was taken is nowhere, and its passwords come first", () => {
    const chat = spokenChat({ person: teacher });
    chat.says("เพจโดนแฮก");
    expect(chat.text).toContain("เปลี่ยนรหัสผ่านเพจและอีเมลผู้ดูแล");
    expect(chat.text).not.toContain("สายแลน");
  });
});

describe("a word of agreement", () => {
  it("with nothing open is taken kindly", () => {
    const chat = spokenChat({ person: teacher });
    chat.says("โอเคค่ะ");
    expect(chat.text).toContain("ยินดีค่ะ");
  });

  it("is the answer where a technician asked", () => {
    const asked = { question: "ช่างขอข้อมูลเพิ่มค่ะ", words: "เข้าไปบ่ายนี้ได้ไหมคะ", transitions: ["answer"] };
    const chat = spokenChat({ person: teacher, waiting: [viewOf({ state: "asked", possible: ["answer", "add"], asked })] });
    chat.says("ได้ค่ะ");
    expect(chat.effect("transition")).toMatchObject({ transition: "answer", answers: { words: "ได้ค่ะ" } });
  });
});
