import { describe, expect, it } from "vitest";
import { office, spokenChat, viewOf } from "#test/support/spoken-chat.ts";

const at = (time: string) => new Date(`${time}+07:00`);

/** What is said on filing, at a moment of an office whose next work begins then. */
function filed(now: string, opens: string | null, view: Parameters<typeof viewOf>[0]): string {
  const chat = spokenChat({ answer: (effect) => (effect.do === "submit" ? { did: "submit", ok: true, request: viewOf(view) } : null) });
  const nextOpening = at(opens ?? now);
  chat.context = { ...chat.context, now: at(now), office: { ...office, isOpenNow: opens === null, nextOpening } };
  chat.says("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ", "ข้าม", "ยืนยัน");
  return chat.text;
}

describe("the promise made with a number", () => {
  it("names the day and the hour while the office is open", () => {
    expect(filed("2026-11-23T09:30:00", null, { startBy: at("2026-11-24T09:30:00") })).toBe(
      "รับเรื่องแล้วค่ะ เลขที่ ซ-2570-000123\nเจ้าหน้าที่จะติดต่อกลับภายในวันที่ 24 พ.ย. 69 เวลา 09.30 น. ค่ะ",
    );
  });

  it("is of this very morning before the office opens", () => {
    expect(filed("2026-11-24T06:10:00", "2026-11-24T08:30:00", { startBy: at("2026-11-24T16:30:00") })).toContain(
      "เจ้าหน้าที่เริ่มดูเช้านี้ 08.30 น.\nและติดต่อกลับภายใน 16.30 น. ค่ะ",
    );
  });

  it("names the other day after hours", () => {
    expect(filed("2026-11-27T18:00:00", "2026-11-30T08:30:00", { startBy: at("2026-12-01T08:30:00") })).toContain(
      "เจ้าหน้าที่เริ่มดูวันที่ 30 พ.ย. 69 เวลา 08.30 น.\nและติดต่อกลับภายในวันที่ 1 ธ.ค. 69 เวลา 08.30 น. ค่ะ",
    );
  });

  it("gives the telephone where everything stands still", () => {
    const said = filed("2026-11-27T18:00:00", "2026-11-30T08:30:00", { urgency: "critical", startBy: at("2026-11-30T09:30:00") });
    expect(said).toContain("เรื่องด่วนที่สุด ส่งถึงเจ้าหน้าที่แล้วค่ะ");
    expect(said).toContain("โทร 038-000-111");
    expect(said).not.toContain("นอกเวลา");
  });
});
