import { describe, expect, it } from "vitest";
import { isNationalId, maskNationalIds, maskPasswords, withoutMasked } from "#models/fields/thai/mask.ts";
import { cleanText, normaliseThai } from "#models/fields/thai/normalise.ts";
import { callName } from "#models/fields/thai/person-name.ts";
import { stripPoliteness } from "#models/fields/thai/polite.ts";
import { queryTokens, searchTokens } from "#models/fields/thai/search-tokens.ts";

describe("cleaning what is stored", () => {
  it("keeps words and line breaks, drops what cannot be seen", () => {
    expect(cleanText("  คอม\u200bเสีย\u0000\t ค่ะ \r\n ห้อง 2  ")).toBe("คอมเสีย ค่ะ\nห้อง 2");
    expect(cleanText("\ufeff\u202eสวัสดี\ud800")).toBe("สวัสดี");
    expect(cleanText("A\n\n\n\nB")).toBe("A\n\nB");
  });
  it("makes one spelling of what looks the same", () => {
    expect(cleanText("นํ้า")).toBe("น้ำ");
    expect(cleanText("เเอร์")).toBe("แอร์");
    expect(cleanText("ท\u0e48\u0e35")).toBe("ท\u0e35\u0e48");
  });
  it("leaves an emoji of several parts whole", () => {
    expect(cleanText("👩‍🏫 ค่ะ")).toBe("👩‍🏫 ค่ะ");
  });
});

describe("normalising for search and understanding", () => {
  it.each([
    ["ช้ามากกกกก", "ช้ามาก"],
    ["ค่่ะะะ", "ค่ะ"],
    ["PRINTER  เสีย!!!", "printer เสีย!"],
    ["ห้อง ๒๓๔", "ห้อง 234"],
    ["ＷｉＦｉ", "wifi"],
    ["AMSS++", "amss++"],
    ["www.example.test", "www.example.test"],
    ["กรรมการ", "กรรมการ"],
  ])("%s becomes %s", (text, plain) => {
    expect(normaliseThai(text)).toBe(plain);
  });
});

describe("politeness at the ends", () => {
  it.each([
    ["สวัสดีค่ะ ปริ้นเตอร์เสียค่ะ", "ปริ้นเตอร์เสีย"],
    ["ช่วยดูให้หน่อยนะคะ", "ช่วยดูให้"],
    ["รบกวนด้วยครับ 🙏", "รบกวน"],
    ["ครับผม", ""],
    ["ห้องคะแนน", "ห้องคะแนน"],
    ["ติดตามสถานะ", "ติดตามสถานะ"],
    ["บัญชีถูกระงับ", "บัญชีถูกระงับ"],
    ["ใครชนะ", "ใครชนะ"],
  ])("%s leaves %s", (text, rest) => {
    expect(stripPoliteness(text)).toBe(rest);
  });
});

describe("search tokens", () => {
  const found = (query: string, text: string) => {
    const wanted = queryTokens(query);
    return wanted.length > 0 && wanted.every((token) => searchTokens([text]).includes(token));
  };
  it.each([
    ["ปริ้นเตอร์", "ปริ้นเตอร์ห้องธุรการกระดาษติด"],
    ["โน้ตบุ๊ก", "โน๊ตบุ๊กชาร์จไม่เข้า"],
    ["windows", "ลง Windows ใหม่"],
    ["123", "ซ-2570-000123"],
    ["000123", "ซ-๒๕๗๐-๐๐๐๑๒๓"],
  ])("%s finds %s", (query, text) => {
    expect(found(query, text)).toBe(true);
  });
  it("finds nothing else, and nothing for nothing", () => {
    expect(found("โปรเจคเตอร์", "คอมเปิดไม่ติด")).toBe(false);
    expect(queryTokens(" !? ")).toEqual([]);
  });
  it("are capped", () => {
    const long = Array.from({ length: 2_000 }, (_, at) => `word${at} ${at}`).join(" ");
    expect(searchTokens([long]).length).toBeLessThanOrEqual(400);
  });
});

describe("masking national ids", () => {
  // Invented; the check digit is right.
  const id = "1234567890121";
  it("knows the check digit", () => {
    expect(isNationalId(id)).toBe(true);
    expect(isNationalId("1234567890123")).toBe(false);
  });
  it.each([
    ["เลขบัตร 1234567890121 ค่ะ", "เลขบัตร xxxxxxxxxxxxx ค่ะ"],
    ["1-2345-67890-12-1", "x-xxxx-xxxxx-xx-x"],
    ["1 2345 67890 12 1", "x xxxx xxxxx xx x"],
    ["๑๒๓๔๕๖๗๘๙๐๑๒๑", "xxxxxxxxxxxxx"],
    ["1234567890123", "1234567890123"],
    ["91234567890121", "91234567890121"],
    ["081-234-5678", "081-234-5678"],
  ])("%s becomes %s", (text, masked) => {
    expect(maskNationalIds(text)).toBe(masked);
  });
});

describe("masking passwords", () => {
  it.each([
    ["รหัสผ่าน dmc คือ Pass1234 เข้าไม่ได้ค่ะ", "รหัสผ่าน dmc คือ ••• เข้าไม่ได้ค่ะ"],
    ["user: krusom password: Abc@2570ค่ะ", "user: krusom password: •••ค่ะ"],
    ["รหัสคือ123456 เข้าไม่ได้", "รหัสคือ••• เข้าไม่ได้"],
    ["pw=hunter22", "pw=•••"],
    ["พาสเวิร์ดไวไฟคือ sunny๒๕๗๐ครับ", "พาสเวิร์ดไวไฟคือ •••ครับ"],
    ["รหัส: แมว1234", "รหัส: •••"],
    ["OTP คือ 482913", "OTP คือ •••"],
    ["รหัสผ่าน Pass1234 เข้าไม่ได้", "รหัสผ่าน ••• เข้าไม่ได้"],
  ])("%s becomes %s", (text, masked) => {
    expect(maskPasswords(text)).toBe(masked);
  });
  it.each([
    "รหัสผ่านไวไฟคืออะไรคะ",
    "ลืมรหัสผ่าน DMC ค่ะ โทร 081-234-5678",
    "ลืมรหัสผ่าน เบอร์โทรคือ 0812345678",
    "รหัสครุภัณฑ์ : 7440-001-0001",
    "รหัสโรงเรียนคือ 20010001",
    "รหัสเชิญคือ ICT-ABCD-EFGH",
    "รหัส ICT-ABCD-EFGH",
    "รหัส error คือ 0x0000007e",
    "ลืมรหัสผ่าน office365",
    "เข้ารหัสผ่าน https://example.org ไม่ได้",
    "รหัสผ่านใช้ไม่ได้ตั้งแต่ 14:30",
  ])("%s stays", (text) => {
    expect(maskPasswords(text)).toBe(text);
  });
  it.each([
    ["รหัสผ่าน dmc คือ ••• เข้าไม่ได้ค่ะ", "รหัสผ่าน dmc เข้าไม่ได้ค่ะ", "password"],
    ["เข้าระบบไม่ได้ เลขบัตรประชาชน x-xxxx-xxxxx-xx-x ค่ะ", "เข้าระบบไม่ได้ ค่ะ", "national-id"],
    ["xxxxxxxxxxxxx", "", "national-id"],
    ["คอมเปิดไม่ติด", "คอมเปิดไม่ติด", null],
  ])("of %s %s may be used", (text, rest, withheld) => {
    expect(withoutMasked(text)).toEqual({ text: rest, withheld });
  });
});

describe("speaking to a person", () => {
  it.each([
    ["นางสมใจ เมฆพาเพลิน", "คุณสมใจ เมฆพาเพลิน"],
    ["นางสาวดารา ฟ้าใส", "คุณดารา ฟ้าใส"],
    ["ว่าที่ร้อยตรีหญิง อรุณ รุ่งเรือง", "คุณอรุณ รุ่งเรือง"],
    ["ว่าที่ ร.ต. อรุณ รุ่งเรือง", "คุณอรุณ รุ่งเรือง"],
    ["คุณครูมานะ อดทน", "คุณมานะ อดทน"],
    ["สมชาย ใจดี", "คุณสมชาย ใจดี"],
    ["นาง", "คุณนาง"],
  ])("calls %s %s", (name, called) => {
    expect(callName(name)).toBe(called);
  });
});
