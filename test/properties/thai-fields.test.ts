import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bangkokDate, bangkokMoment, bangkokTime } from "#models/fields/thai/bangkok.ts";
import { showDate, showDateInDocument, showDateTime } from "#models/fields/thai/dates.ts";
import { toArabicDigits, toThaiDigits } from "#models/fields/thai/digits.ts";
import { isNationalId, maskNationalIds } from "#models/fields/thai/mask.ts";
import { cleanText, normaliseThai } from "#models/fields/thai/normalise.ts";
import { readNumber, showNumber } from "#models/fields/thai/numbers.ts";
import { readPhone, showPhone } from "#models/fields/thai/phone.ts";
import { readDate } from "#models/fields/thai/read-date.ts";
import { formatRequestNumber, readRequestNumber } from "#models/fields/thai/request-number.ts";
import { queryTokens, searchTokens } from "#models/fields/thai/search-tokens.ts";
import { readTime, showTime } from "#models/fields/thai/times.ts";

const minute = 60_000;
const moment = (from: string, to: string) =>
  fc.integer({ min: Date.parse(from) / minute, max: Date.parse(to) / minute }).map((at) => new Date(at * minute));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(..."กขงเแาำํ่้๊๋ัิีืุ็์ะๆฯ๑9aB+!. \n\t\u200b\u200d\u0000😀"), { maxLength: 60 }).map((letters) => letters.join("")),
);

describe("reading back what was shown gives the same", () => {
  it("day, in chat and in documents", () => {
    fc.assert(
      fc.property(moment("2000-01-01", "2060-01-01"), moment("2020-01-01", "2040-01-01"), (at, now) => {
        const date = bangkokDate(at);
        expect(readDate(showDateInDocument(date), now)).toBe(date);
        // Two figures of a year are read as พ.ศ. within 30 years of now.
        if (Math.abs(at.getTime() - now.getTime()) < 29 * 365 * 86_400_000) expect(readDate(showDate(date), now)).toBe(date);
      }),
    );
  });
  it("moment, to the minute", () => {
    fc.assert(
      fc.property(moment("2020-01-01", "2040-01-01"), (at) => {
        const shown = showDateTime(at);
        expect(bangkokMoment(readDate(shown, at) ?? "", readTime(shown) ?? "").getTime()).toBe(at.getTime());
        expect(readTime(showTime(bangkokTime(at)))).toBe(bangkokTime(at));
      }),
    );
  });
  it("request number, in Thai digits and in small letters too", () => {
    const codes = [
      { thai: "ซ", ascii: "REP" },
      { thai: "ยค", ascii: "LOAN" },
      { thai: "ว", ascii: "MAT" },
    ];
    const numbers = fc.record({ at: fc.nat(2), year: fc.integer({ min: 2565, max: 2699 }), tail: fc.integer({ min: 1, max: 9_999_999 }) });
    fc.assert(
      fc.property(numbers, ({ at, year, tail }) => {
        const { thai = "", ascii = "" } = codes[at] ?? {};
        const shown = formatRequestNumber({ thaiCode: thai, year, tail });
        const inLatin = formatRequestNumber({ thaiCode: ascii, year, tail });
        for (const text of [shown, toThaiDigits(shown), inLatin.toLowerCase(), `งาน ${shown} ถึงไหนแล้วคะ`, shown.replaceAll("-", " ")]) {
          expect(readRequestNumber(text, codes), text).toEqual({ code: ascii, year, tail });
        }
      }),
    );
  });
  it("phone number", () => {
    const mobile = fc.tuple(fc.constantFrom("06", "08", "09"), fc.stringMatching(/^\d{8}$/)).map((parts) => parts.join(""));
    const fixed = fc.tuple(fc.constantFrom("02", "03", "04", "05", "07"), fc.stringMatching(/^\d{7}$/)).map((parts) => parts.join(""));
    const extension = fc.option(fc.stringMatching(/^\d{1,5}$/));
    fc.assert(
      fc.property(fc.oneof(mobile, fixed), extension, (digits, ext) => {
        const phone = { digits, extension: ext };
        expect(readPhone(showPhone(phone))).toEqual(phone);
        expect(readPhone(toThaiDigits(`โทร ${showPhone(phone)}`))).toEqual(phone);
      }),
    );
  });
  it("number", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 999_999_999_999 }), (cents) => {
        expect(readNumber(showNumber(cents / 100))).toBe(cents / 100);
      }),
    );
  });
  it("digits", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-zก-ฮ/-]*$/), (text) => {
        expect(toArabicDigits(toThaiDigits(text))).toBe(text);
      }),
    );
  });
});

describe("any text", () => {
  it("cleaned or normalised twice is the same as once", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(normaliseThai(normaliseThai(text))).toBe(normaliseThai(text));
        expect(cleanText(text)).not.toMatch(/(?!\n)\p{Cc}|[\u200b\ufeff\u202a-\u202e]/u);
      }),
    );
  });
  it("is refused or read, never thrown at", () => {
    const now = new Date("2026-11-25T03:00:00Z");
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readDate(text, now) ?? "2026-01-01").toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(readTime(text) ?? "00:00").toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        expect(Number.isNaN(readNumber(text) ?? 0)).toBe(false);
        expect(readPhone(text)?.digits ?? "0812345678").toMatch(/^0\d{8,9}$/);
        readRequestNumber(text, [{ thai: "ซ", ascii: "REP" }]);
      }),
    );
  });
  it("is found by each of its own parts", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ก-ฮ]{4,30}$/), fc.nat(10), (text, from) => {
        const part = text.slice(from % (text.length - 3), (from % (text.length - 3)) + 4);
        const tokens = searchTokens([text]);
        if (normaliseThai(text) === text && normaliseThai(part) === part)
          for (const token of queryTokens(part)) expect(tokens).toContain(token);
      }),
    );
  });
  it("never keeps a national id, however it is written", () => {
    const ids = fc.stringMatching(/^[1-9]\d{11}$/).map((head) => {
      const sum = [...head].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0);
      return head + String((11 - (sum % 11)) % 10);
    });
    fc.assert(
      fc.property(ids, fc.constantFrom("", "-", " ", " - ", "\u200b"), fc.boolean(), (id, gap, thai) => {
        expect(isNationalId(id)).toBe(true);
        const spaced = [id.slice(0, 1), id.slice(1, 5), id.slice(5, 10), id.slice(10, 12), id.slice(12)].join(gap);
        expect(maskNationalIds(`บัตร ${thai ? toThaiDigits(spaced) : spaced} ค่ะ`)).not.toMatch(/[0-9๐-๙]/);
      }),
    );
  });
});
