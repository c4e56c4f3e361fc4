import { describe, expect, it } from "vitest";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { storedRequest } from "#test/support/repairs.ts";
import type { LineUser } from "#test/support/simulator.ts";

const office = useOffice({ clock: officeClock() });

/** What a person answers, by the question that is asked: the shortest way, taking what is offered. */
const answers: readonly (readonly [question: RegExp, answer: string])[] = [
  [/\[ยืนยัน\]/, "ยืนยัน"],
  [/รูป/, "ข้าม"],
  [/อุปกรณ์อะไร/, "คอมพิวเตอร์"],
  [/อาการเป็นอย่างไร/, "เปิดไม่ติด"],
  [/ห้องหรืออาคาร/, "ห้องธุรการ"],
  [/โรงเรียนไหน/, "หนองไผ่แก้ว"],
  [/ขอชื่อ/, "สมชาย ใจดี"],
  [/ตำแหน่งอะไร/, "ครู"],
];

/** Says the sentence and answers until there is a number. */
async function inputsToNumber(user: LineUser, sentence: string): Promise<{ inputs: number; number: string }> {
  let heard = await user.asks(sentence);
  for (let inputs = 0; inputs <= 12; inputs += 1) {
    const [number] = /ซ-\d{4}-\d{6}/.exec(heard) ?? [];
    if (number) return { inputs, number };
    const answer = answers.find(([question]) => question.test(heard))?.[1];
    if (!answer) throw new Error(`nothing to answer to: ${heard}`);
    heard = await user.asks(answer);
  }
  throw new Error(`no number after 12 answers: ${heard}`);
}

const full = [
  ["ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ", { category: "printer", answers: { place: "ห้องธุรการ" } }],
  ["คอมห้องพักครูเปิดไม่ติดครับ", { category: "computer", answers: { place: "ห้องพักครู" } }],
  ["โปรเจคเตอร์ห้องประชุมภาพไม่ขึ้นค่ะ พรุ่งนี้มีประชุม", { category: "av", urgency: "high", answers: { place: "ห้องประชุม" } }],
  ["ไวไฟห้อง ป.3 เชื่อมไม่ได้ค่ะ", { category: "network" }],
  ["ทั้งโรงเรียนไม่มีอินเทอร์เน็ตใช้เลยครับ ห้องเซิร์ฟเวอร์ไฟดับหมด", { category: "network", urgency: "critical" }],
  ["ไมค์ห้องประชุมไม่มีเสียงค่ะ", { category: "av" }],
  ["สั่งพิมพ์แล้วเงียบ เครื่องปริ้นห้องวิชาการค่ะ", { category: "printer" }],
] as const;

const bare = ["ปริ้นเตอร์เสีย", "คอมพังค่ะ", "เน็ตใช้ไม่ได้"] as const;

describe("ten first sentences of a registered teacher", () => {
  it.each(full)("“%s” needs at most 3 more inputs to the number", async (sentence, stored) => {
    const { inputs, number } = await inputsToNumber(await office.teacher("ครูพูดครบ"), sentence);
    expect(inputs).toBeLessThanOrEqual(3);
    expect(await storedRequest(number)).toMatchObject(stored);
  });

  it.each(bare)("a bare “%s” needs at most 4", async (sentence) => {
    const { inputs, number } = await inputsToNumber(await office.teacher("ครูพูดสั้น"), sentence);
    expect(inputs).toBeLessThanOrEqual(4);
    expect(await storedRequest(number)).toMatchObject({ requester: { name: "ครูพูดสั้น" } });
  });
});

describe("the same from somebody unknown", () => {
  it.each([...full.map(([sentence]) => sentence), ...bare])("“%s” needs at most 8, registration included", async (sentence) => {
    const { inputs, number } = await inputsToNumber(await office.stranger("ครูยังไม่ลงทะเบียน"), sentence);
    expect(inputs).toBeLessThanOrEqual(8);
    expect(await storedRequest(number)).toMatchObject({ requester: { name: "สมชาย ใจดี" }, school: { code: "24010001" } });
  });
});
