import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, FieldKind, Reading } from "#models/fields/field.ts";
import { choiceField } from "#models/fields/kinds/choice.ts";
import { choicesField } from "#models/fields/kinds/choices.ts";
import { consentField } from "#models/fields/kinds/consent.ts";
import { dateField } from "#models/fields/kinds/date.ts";
import { dateRangeField } from "#models/fields/kinds/date-range.ts";
import { dateTimeField } from "#models/fields/kinds/date-time.ts";
import { filesField } from "#models/fields/kinds/files.ts";
import { gridField } from "#models/fields/kinds/grid.ts";
import { moneyField, numberField, percentageField } from "#models/fields/kinds/number.ts";
import { phoneField } from "#models/fields/kinds/phone.ts";
import { photosField } from "#models/fields/kinds/photos.ts";
import { personField, schoolField } from "#models/fields/kinds/picked.ts";
import { ratingField } from "#models/fields/kinds/rating.ts";
import { rowsField, totalOf } from "#models/fields/kinds/rows.ts";
import { signatureField } from "#models/fields/kinds/signature.ts";
import { assetField, placeField, textField } from "#models/fields/kinds/text.ts";
import { timeField } from "#models/fields/kinds/time.ts";
import { yesNoField } from "#models/fields/kinds/yes-no.ts";
import { bahtText } from "#models/fields/thai/baht-text.ts";
import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import { toArabicDigits, toThaiDigits } from "#models/fields/thai/digits.ts";
import { readBaht, readNumberWords } from "#models/fields/thai/numbers.ts";

/** Wednesday, 25 November 2026, ten in the morning in Bangkok. */
const now = new Date("2026-11-25T03:00:00Z");
const today = bangkokDate(now);

const days = fc.integer({ min: -10_000, max: 10_000 }).map((ahead) => addDays(today, ahead));
const clock = fc
  .record({ hour: fc.nat(23), minute: fc.nat(59) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
const satang = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((amount) => amount / 100);
const subset = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const ids = fc.array(fc.stringMatching(/^[0-9a-f]{1,40}$/), { minLength: 1, maxLength: 10 });
const thing = fc.stringMatching(/^[ก-ฮ0-9a-z][ก-ฮ0-9a-z ]{0,30}[ก-ฮ0-9a-z]$/).filter((text) => !/(.)\1\1| {2}/.test(text));

// Words that hold each other, separators, figures, and places in the list.
const labels = { low: "สูง", high: "สูงมาก", move: "ย้าย", both: "ติดตั้งและย้าย", floor: "ชั้น 2", two: "2 เครื่อง", other: "อื่น ๆ, ระบุ", pc: "PC" };
const grid = gridField({
  label: "ความพึงพอใจ",
  items: { speed: "ความเร็ว 4.0", words: "ข้อ 1 ความสุภาพ", result: "ผลงาน", all: "ผลงานทั้งหมด" },
});
const rows = rowsField({
  label: "รายการ",
  columns: {
    item: textField({ label: "รายการ", max: 60 }),
    amount: numberField({ label: "จำนวน", whole: true, min: 1, max: 999 }),
    price: moneyField({ label: "ราคาต่อหน่วย", optional: true }),
  },
  computed: { sum: { label: "รวม", kind: "money", of: ({ amount = 0, price = 0 }) => amount * price } },
  totals: ["amount", "sum"],
});
const stroke = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { minLength: 2, maxLength: 40 }).map((points) => points.flat());

/** A field of each kind, with values of it. `typed`: what is shown can be typed again. */
const kinds: { [K in FieldKind]: { field: Field<never>; values: fc.Arbitrary<unknown>; typed: boolean }[] } = {
  text: [kind(textField({ label: "เหตุผล", max: 60, example: "ใช้สอน" }), thing)],
  place: [kind(placeField({ label: "สถานที่" }), thing)],
  asset: [kind(assetField({ label: "หมายเลขครุภัณฑ์" }), fc.oneof(thing, fc.constant("ไม่ทราบ")))],
  choice: [kind(choiceField({ label: "งาน", choices: labels }), fc.constantFrom(...keysOf(labels)))],
  choices: [kind(choicesField({ label: "งาน", choices: labels }), subset(keysOf(labels)))],
  "yes-no": [
    kind(yesNoField({ label: "เร่งด่วน" }), fc.boolean()),
    kind(yesNoField({ label: "นำออกนอกสถานที่", yes: "นำออก", no: "ไม่นำออก" }), fc.boolean()),
    kind(yesNoField({ label: "ความเร่งด่วน", yes: "ไม่เร่งด่วน", no: "เร่งด่วน" }), fc.boolean()),
  ],
  date: [kind(dateField({ label: "วันที่" }), days)],
  time: [kind(timeField({ label: "เวลา" }), clock)],
  "date-time": [
    kind(
      dateTimeField({ label: "เมื่อไร" }),
      fc.tuple(days, clock).map(([day, time]) => `${day}T${time}`),
    ),
  ],
  "date-range": [
    kind(
      dateRangeField({ label: "ช่วงวันที่" }),
      fc.tuple(days, fc.nat(400)).map(([from, long]) => ({ from, until: addDays(from, long) })),
    ),
  ],
  number: [
    kind(numberField({ label: "จำนวน" }), satang(1_000_000_000)),
    kind(numberField({ label: "จำนวน", whole: true, unit: "เครื่อง" }), fc.nat(1_000_000_000)),
    kind(numberField({ label: "จำนวน", min: -50, max: 50, unit: "ม.2" }), fc.integer({ min: -50, max: 50 })),
  ],
  money: [kind(moneyField({ label: "ราคา" }), satang(100_000_000))],
  percentage: [kind(percentageField({ label: "ความคืบหน้า" }), satang(100))],
  phone: [
    kind(
      phoneField({ label: "เบอร์โทร" }),
      fc.oneof(
        fc.stringMatching(/^0[689]\d-\d{3}-\d{4}$/),
        fc.stringMatching(/^02-\d{3}-\d{4}$/),
        fc.stringMatching(/^03\d-\d{3}-\d{3} ต่อ [1-9]\d{0,3}$/),
      ),
    ),
  ],
  school: [
    kind(
      schoolField({ label: "โรงเรียน" }),
      thing.map((name) => ({ code: null, name })),
    ),
  ],
  rating: [kind(ratingField({ label: "คะแนน" }), fc.integer({ min: 1, max: 5 }))],
  grid: [
    kind(
      grid,
      fc
        .tuple(...[1, 2, 3, 4].map(() => fc.integer({ min: 1, max: 5 })))
        .map(([speed, words, result, all]) => ({ speed, words, result, all })),
    ),
  ],
  consent: [kind(consentField({ label: "ยอมรับเงื่อนไข", statement: "ข้าพเจ้าจะดูแลของที่ยืม" }), fc.constant(true))],
  person: [untyped(personField({ label: "ผู้รับ" }), fc.record({ id: fc.stringMatching(/^[a-z0-9]{1,40}$/), name: thing }))],
  photos: [untyped(photosField({ label: "รูปถ่าย" }), ids)],
  files: [untyped(filesField({ label: "ใบเสนอราคา" }), ids)],
  rows: [
    untyped(
      rows,
      fc.array(
        fc.record(
          { item: thing, amount: fc.integer({ min: 1, max: 999 }), price: satang(1_000_000) },
          { requiredKeys: ["item", "amount"] },
        ),
        { minLength: 1, maxLength: 8 },
      ),
    ),
  ],
  signature: [untyped(signatureField({ label: "ลายมือชื่อ" }), fc.array(stroke, { minLength: 1, maxLength: 20 }))],
};

function kind<V>(field: Field<V>, values: fc.Arbitrary<unknown>) {
  return { field: field as unknown as Field<never>, values, typed: true };
}
function untyped<V>(field: Field<V>, values: fc.Arbitrary<unknown>) {
  return { ...kind(field, values), typed: false };
}
function keysOf<K extends string>(of: Record<K, string>): K[] {
  return Object.keys(of) as K[];
}

const all = Object.entries(kinds).flatMap(([name, fields]) => fields.map((one, at) => ({ name: `${name} ${at + 1}`, ...one })));

// Marks without letters, right-to-left and stacked ones, emoji families, lone surrogates, formulas, tables of a database.
const monsters = [
  "\u0000",
  "\u202eกลับหัว",
  "ก้้้้้้้้",
  "👩‍🏫👨‍👩‍👧",
  "\ud800",
  "=1+1",
  "{$gt:''}",
  "<script>",
  "ﷺ",
  "\u200b\u200d",
  "９９９９",
  "1e999",
  "NaN",
  "-0",
  "٣",
  "½",
];
const garbage = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(...monsters, "", " ", "\n\t", "ก".repeat(20_000), "9".repeat(20_000), "1 ".repeat(5_000), "ม.ค. ".repeat(3_000)),
  fc
    .array(fc.constantFrom("22", "พ.ย.", "69", "ถึง", "-", "บ่าย", "โมง", "บาท", "ร้อย", "ล้าน", "ไม่", "มาก", "5", "%", ",", "\u0e48"), {
      maxLength: 30,
    })
    .map((words) => words.join(" ")),
);

describe.each(all)("a field of the kind $name", ({ field, values, typed }) => {
  it("gives back what was shown when that is typed", () => {
    if (!typed) {
      fc.assert(
        fc.property(values, (value) => {
          expect(field.read(field.show(value as never), { now }).ok).toBe(false);
        }),
      );
      return;
    }
    fc.assert(
      fc.property(values, (value) => {
        const shown = field.show(value as never);
        expect(field.read(shown, { now }), shown).toEqual({ ok: true, value });
        expect(field.read(`  ${toThaiDigits(shown)} `, { now }), "in Thai digits").toEqual(
          typeof value === "string" && field.takesAnyText && field.kind !== "asset"
            ? expect.objectContaining({ ok: true })
            : expectedInThaiDigits(field, value),
        );
      }),
    );
  });

  it("keeps a value through its schema and JSON, once and twice", () => {
    fc.assert(
      fc.property(values, (value) => {
        const once: unknown = field.schema.parse(JSON.parse(JSON.stringify(value)));
        expect(once).toEqual(value);
        expect(field.schema.parse(once)).toEqual(once);
      }),
    );
  });

  it("writes every value for paper, with its facts", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(field.show(value as never)).not.toBe("");
        const written = field.write?.(value as never);
        if (written?.is === "text")
          for (const fact of factsOf(value)) expect(toArabicDigits(written.text).replaceAll(",", "")).toContain(fact);
        if (written?.is === "table")
          for (const row of [...written.rows, ...(written.foot ? [written.foot] : [])]) expect(row).toHaveLength(written.heads.length);
        if (written?.is === "drawing") expect(written.strokes).toEqual(value);
      }),
    );
  });

  it("refuses garbage in words with an example, and takes what it reads", () => {
    fc.assert(
      fc.property(garbage, (text) => {
        const reading: Reading<unknown> = field.read(text, { now });
        if (reading.ok) {
          expect(field.schema.safeParse(reading.value).success, JSON.stringify(reading.value)).toBe(true);
          return;
        }
        expect(reading.message).toMatch(/เช่น|แชต/);
        expect(reading.message).toMatch(/ค่ะ|คะ/);
        expect(reading.message.split("\n").length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 300 },
    );
    expect(field.expected).toContain("เช่น");
  });

  it("parses no value of another kind's making, and never throws at one", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = field.schema.safeParse(value);
        if (parsed.success) expect(() => field.show(parsed.data) + JSON.stringify(field.write?.(parsed.data))).not.toThrow();
      }),
      { numRuns: 300 },
    );
    for (const value of [undefined, null, {}, [], Number.NaN, Number.POSITIVE_INFINITY, { $gt: "" }]) {
      expect(field.schema.safeParse(value).success, String(value)).toBe(false);
    }
  });
});

/** Names and schools are kept as they are written, digits and all. */
function expectedInThaiDigits(field: Field<never>, value: unknown) {
  return field.kind === "school" ? expect.objectContaining({ ok: true }) : { ok: true, value };
}

/** The figures that a written value must hold. */
function factsOf(value: unknown): string[] {
  if (typeof value === "number") return [String(Math.floor(value))];
  if (typeof value === "object" && value !== null && "from" in value)
    return [Number(String(value.from).slice(8)), Number(String(value.from).slice(0, 4)) + 543].map(String);
  const [year, , day] = typeof value === "string" ? value.slice(0, 10).split("-") : [];
  if (year && day) return [String(Number(year) + 543), String(Number(day))];
  return typeof value === "string" && value.includes(":") ? value.split(":") : [];
}

describe("rows", () => {
  it("sum what their table shows", () => {
    fc.assert(
      fc.property(kinds.rows[0]?.values ?? fc.constant([]), (value) => {
        const filled = value as { amount: number; price?: number }[];
        const { rows: spec } = rows;
        const sum = filled.reduce((total, { amount, price = 0 }) => total + Math.round(amount * price * 100), 0) / 100;
        expect(spec && totalOf(spec, "sum", filled)).toBeCloseTo(sum, 2);
        expect(spec && totalOf(spec, "amount", filled)).toBe(filled.reduce((total, { amount }) => total + amount, 0));
      }),
    );
  });
});

describe("an amount in words", () => {
  it("reads as the amount, up to a million millions", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(2_000_000),
          fc.maxSafeNat().map((amount) => amount % 1_000_000_000_001),
        ),
        (amount) => {
          const words = bahtText(amount);
          expect(words).toMatch(/บาทถ้วน$/);
          expect(readNumberWords(words.replace("บาทถ้วน", ""), true), words).toBe(amount);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(readNumberWords(bahtText(1_000_000_000_000).replace("บาทถ้วน", ""), true)).toBe(1_000_000_000_000);
  });
  it("reads as the amount with its satang", () => {
    fc.assert(
      fc.property(satang(10_000_000), (amount) => {
        expect(readBaht(bahtText(amount)), bahtText(amount)).toBe(amount);
      }),
      { numRuns: 1_000 },
    );
  });
  it("knows no digit but by its place: เอ็ด closes, ยี่ begins twenty", () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat().map((amount) => amount % 1_000_000_000),
        (amount) => {
          expect(bahtText(amount)).not.toMatch(/สองสิบ|หนึ่งสิบ|สิบหนึ่ง|(?:ร้อย|พัน|หมื่น|แสน|ล้าน)หนึ่ง(?:บาท|ล้าน)|undefined|NaN/);
        },
      ),
    );
  });
});
