import { describe, expect, it } from "vitest";
import { toArabicDigits, toDocumentDigits, toThaiDigits } from "#models/fields/thai/digits.ts";
import { readNumber, showNumber } from "#models/fields/thai/numbers.ts";
import { readPhone, showPhone, telLink } from "#models/fields/thai/phone.ts";
import { formatRequestNumber, readRequestNumber } from "#models/fields/thai/request-number.ts";

describe("a number as people type it", () => {
  it.each([
    ["1,200", 1200],
    ["๑,๒๐๐ บาท", 1200],
    ["สอง", 2],
    ["สิบห้า", 15],
    ["ยี่สิบเอ็ด", 21],
    ["ร้อยห้าสิบ", 150],
    ["หนึ่งพันสองร้อย", 1200],
    ["สองหมื่นห้า", 25_000],
    ["สองหมื่นห้าพัน", 25_000],
    ["2 หมื่น", 20_000],
    ["1.5 ล้าน", 1_500_000],
    ["หนึ่งล้านสองแสน", 1_200_000],
    ["3 เครื่อง", 3],
    ["-5", -5],
    ["0", 0],
  ])("%s is %d", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
  it.each(["", "ไม่มี", "12 14", "ห้องประชุม"])("%s is none", (text) => {
    expect(readNumber(text)).toBeNull();
  });
  it("is shown with commas, and digits change both ways", () => {
    expect(showNumber(1_234_567.5)).toBe("1,234,567.5");
    expect(toThaiDigits("22/11")).toBe("๒๒/๑๑");
    expect(toArabicDigits("๒๒/๑๑")).toBe("22/11");
  });
  it("is in Thai digits in a document, save in names and addresses of Latin letters", () => {
    expect(toDocumentDigits("Epson L3110 ราคา 1,250 บาท\nดู https://example.go.th/2 ชั้น 2")).toBe(
      "Epson L3110 ราคา ๑,๒๕๐ บาท\nดู https://example.go.th/2 ชั้น ๒",
    );
  });
});

describe("a phone number as people type it", () => {
  it.each([
    ["0812345678", "081-234-5678"],
    ["081-234-5678", "081-234-5678"],
    ["081 234 5678 ค่ะ", "081-234-5678"],
    ["๐๘๑-๒๓๔-๕๖๗๘", "081-234-5678"],
    ["+66 81 234 5678", "081-234-5678"],
    ["+66812345678", "081-234-5678"],
    ["66812345678", "081-234-5678"],
    ["(02) 123-4567", "02-123-4567"],
    ["02-123-4567 ต่อ 12", "02-123-4567 ต่อ 12"],
    ["038 511 234 ext. 5", "038-511-234 ต่อ 5"],
    ["โทร.0612345678ครับ", "061-234-5678"],
  ])("%s is %s", (text, shown) => {
    const phone = readPhone(text);
    expect(phone && showPhone(phone)).toBe(shown);
  });
  it.each(["", "081-2345", "7440-001-0001", "ซ-2570-000123", "1234567890123"])("%s is none", (text) => {
    expect(readPhone(text)).toBeNull();
  });
  it("dials", () => {
    expect(telLink({ digits: "0812345678", extension: null })).toBe("tel:+66812345678");
    expect(telLink({ digits: "021234567", extension: "12" })).toBe("tel:+6621234567;ext=12");
  });
});

describe("a request number in any spelling", () => {
  const codes = [
    { thai: "ซ", ascii: "REP" },
    { thai: "ย", ascii: "LOAN" },
  ];
  const whole = { code: "REP", year: 2570, tail: 123 };
  it.each([
    "ซ-2570-000123",
    "ซ 2570 123",
    "ซ2570-000123",
    "ซ2570000123",
    "REP-2570-000123",
    "rep2570000123",
    "rep 2570 123",
    "ซ-๒๕๗๐-๐๐๐๑๒๓",
    "งานซ-2570-000123 ถึงไหนแล้วคะ",
    "ซ–2570–000123",
    "เลขที่ ซ-2570-000123",
  ])("%s is the whole number", (text) => {
    expect(readRequestNumber(text, codes)).toEqual(whole);
  });
  it("knows every form's code, a year without a code and a code without a year", () => {
    expect(readRequestNumber("ย-2570-000007", codes)).toEqual({ code: "LOAN", year: 2570, tail: 7 });
    expect(readRequestNumber("2570-000123", codes)).toEqual({ code: null, year: 2570, tail: 123 });
    expect(readRequestNumber("ซ-123", codes)).toEqual({ code: "REP", year: null, tail: 123 });
  });
  it.each(["123", "000123", "#123", "๑๒๓", "123 ค่ะ", "งาน 123", "เลขที่ 123 ถึงไหนแล้ว", "หมายเลข 000123", "ขอดู 123"])(
    "%s is a bare tail",
    (text) => {
      expect(readRequestNumber(text, codes)).toEqual({ code: null, year: null, tail: 123 });
    },
  );
  it.each(["", "คอม 3 เครื่องเสีย", "ซ่อมถึงไหน", "0812345678", "งาน 3 ชิ้น", "ห้อง 123 เน็ตหลุด", "55555", "ปี 2570", "000000", "ย้าย 3 เครื่อง"])(
    "%s is none",
    (text) => {
      expect(readRequestNumber(text, codes)).toBeNull();
    },
  );
  it("tells codes of one letter from another's two, from days and from houses", () => {
    const codes = [
      { thai: "ย", ascii: "BOR" },
      { thai: "จ", ascii: "PUR" },
      { thai: "บ", ascii: "MAT" },
      { thai: "ส", ascii: "SUM" },
      { thai: "คส", ascii: "SPD" },
    ];
    const spelled = ["คส-2570-000012", "คส 2570 12", "เลขที่ คส๒๕๗๐๐๐๐๐๑๒", "SPD-2570-12", "spd 2570/12"];
    for (const text of spelled) expect(readRequestNumber(text, codes), text).toEqual({ code: "SPD", year: 2570, tail: 12 });
    expect(readRequestNumber("ขอดู จ-2570-000007 ค่ะ", codes)).toEqual({ code: "PUR", year: 2570, tail: 7 });
    const others = ["22 พ.ย. 69", "ยืมตั้งแต่ 22 พ.ย.69", "3 มิ.ย. 70", "อาคาร บ 2", "จ. 23 พ.ย. 69", "วัน จ 30", "จ. 9 โมงเช้า", "15 ก.ย. 2570"];
    for (const text of others) expect(readRequestNumber(text, codes), text).toBeNull();
  });

  it("is shown with six figures", () => {
    expect(formatRequestNumber({ thaiCode: "ซ", year: 2570, tail: 123 })).toBe("ซ-2570-000123");
  });
});
