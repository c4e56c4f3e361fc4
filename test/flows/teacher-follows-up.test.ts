import { describe, expect, it } from "vitest";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import {
  does,
  filesOf,
  finishes,
  menuOf,
  noticesOf,
  photoOf,
  pushesTo,
  reports,
  storedRequest,
  timelineOf,
} from "#test/support/repairs.ts";
import type { LineUser } from "#test/support/simulator.ts";

const clock = officeClock();
const office = useOffice({ clock });

/** A teacher with a report that a technician has accepted. */
async function accepted(name: string, sentence?: string) {
  const teacher = await office.teacher(name);
  const technician = await office.staff(`ช่างของ${name}`);
  const number = await reports(teacher, sentence);
  expect(await does(technician, number, "รับเรื่อง")).toContain(number);
  return { teacher, technician, number };
}

/** The same, finished. */
async function finished(name: string) {
  const job = await accepted(name);
  expect(await finishes(job.technician, job.number)).toContain(job.number);
  return job;
}

/** A teacher with a report that a head has given to a technician, who has not taken it up. */
async function assigned(name: string) {
  const [teacher, technician] = [await office.teacher(name), await office.staff(`ช่างของ${name}`)];
  const head = await office.head(`หัวหน้าของ${name}`);
  const number = await reports(teacher);
  expect(await does(head, number, "มอบหมาย")).toContain("มอบให้ใคร");
  expect(await head.asks(`ช่างของ${name}`)).toContain("ฝากไหม");
  expect(await head.asks("ข้าม")).toContain(number);
  return { teacher, technician, number };
}

const closedBy = async (number: string) => (await timelineOf(number)).at(-1)?.actor.id;

describe("asking how it stands", () => {
  it("shows open jobs as cards with state and next step, by words and by the menu's tile", async () => {
    const teacher = await office.teacher("ครูสองงาน");
    expect(await teacher.asks("ติดตามสถานะ")).toContain("ไม่มีเรื่อง");
    const first = await reports(teacher);
    const second = await reports(teacher, "คอมห้องพักครู เปิดไม่ติด");
    const technician = await office.staff("ช่างสองงาน");
    await does(technician, first, "รับเรื่อง");
    const cards = await teacher.asks("ซ่อมถึงไหนแล้วคะ");
    for (const shown of [first, "รับเรื่องแล้ว", "ช่างจะตรวจสอบ", second, "รอรับเรื่อง"]) expect(cards).toContain(shown);
    await expect.poll(async () => (await teacher.buttons()).map(({ label }) => label)).toContain("ติดตามสถานะ");
    expect(await teacher.pressesAndHears("ติดตามสถานะ")).toContain(second);
    const detail = await teacher.pressesAndHears("ดูในแชต", { on: first });
    for (const shown of ["กระดาษติด", "ห้องธุรการ", "ช่างสองงาน", "รับเรื่อง"]) expect(detail).toContain(shown);
  });

  it("finds a job by its number in any spelling", async () => {
    const teacher = await office.teacher("ครูถามเลข");
    const number = await reports(teacher);
    const [, year = "", padded = ""] = number.split("-");
    const tail = String(Number(padded));
    const thai = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
    const spellings = [
      number,
      `ซ${year}/${tail}`,
      `ซ ${year} ${tail}`,
      `rep-${year}-${padded}`,
      `REP${year}${padded}`,
      thai(number),
      `เลขที่ ${number} ถึงไหนแล้วคะ`,
      padded,
      `งาน ${tail}`,
      `#${thai(tail)}`,
    ];
    for (const spelling of spellings) expect(`${spelling}: ${await teacher.asks(spelling)}`).toContain(`\n${number}\n`.trim());
  });

  it("tells nobody of somebody else's job", async () => {
    const number = await reports(await office.teacher("ครูเจ้าของงาน"));
    const other = await office.teacher("ครูคนอื่น");
    const answer = await other.asks(number);
    expect(answer).toContain("ไม่พบ");
    expect(answer).not.toContain("กระดาษติด");
  });
});

describe("an open job", () => {
  it("takes a further word and a further picture, and the technician hears of both", async () => {
    const { teacher, technician, number } = await accepted("ครูเพิ่ม", "เน็ตล่มทั้งโรงเรียนเลยค่ะ ห้องเซิร์ฟเวอร์");
    const before = (await pushesTo(technician)).length;
    expect(await does(teacher, number, "เพิ่มรูป/ข้อความ")).toContain("พิมพ์หรือส่งรูป");
    expect(await teacher.asks("ไฟที่เราเตอร์ดับหมดเลยค่ะ")).toContain(number);
    await expect.poll(async () => (await pushesTo(technician)).length).toBe(before + 1);
    expect((await pushesTo(technician)).at(-1)).toContain("ไฟที่เราเตอร์ดับ");

    await teacher.sendsPhoto(await photoOf(60));
    const which = await teacher.hearsText();
    expect(which).toContain(number.slice(-6));
    const button = (await teacher.buttons()).find(({ label }) => label.startsWith(number.slice(-6)));
    const added = await teacher.pressesAndHears(button?.label ?? "");
    if (!added.includes("ส่งให้ช่างแล้ว")) await teacher.asks("ข้าม");
    const entries = await timelineOf(number);
    expect(entries.map(({ transition }) => transition)).toEqual(["submit", "accept", "add", "add"]);
    expect(entries[2]).toMatchObject({ actor: { name: "ครูเพิ่ม" }, answers: { words: "ไฟที่เราเตอร์ดับหมดเลยค่ะ" }, audience: "all" });
    expect(await filesOf(entries[3]?.answers.photos)).toMatchObject([{ state: "attached" }]);
    expect(await technician.asks(number)).toContain("ไฟที่เราเตอร์ดับ");
  });

  it("is withdrawn before work starts, with one question, and the technician hears of it", async () => {
    const { teacher, technician, number } = await assigned("ครูถอน");
    expect(await teacher.asks("ยกเลิกรายการ")).toContain(`${number} ใช่ไหมคะ`);
    expect(await teacher.pressesAndHears("ไม่ใช่")).toContain("เหมือนเดิม");
    expect(await storedRequest(number)).toMatchObject({ state: "assigned" });
    await teacher.asks("ยกเลิกรายการ");
    expect(await teacher.pressesAndHears("ใช่")).toContain(`ยกเลิก ${number} แล้ว`);
    expect(await storedRequest(number)).toMatchObject({ state: "withdrawn", isOpen: false });
    await expect.poll(async () => (await noticesOf(number, technician.personId)).at(-1)?.state).toBe("waiting");
    const heard = await technician.asks("งานของฉัน");
    expect(heard).toContain(number);
    expect(heard).toContain("ยกเลิก");
  });

  it("is not withdrawn any more when work has begun: the old button says who did what", async () => {
    const { teacher, technician, number } = await assigned("ครูถอนช้า");
    await teacher.asks("ยกเลิกรายการ");
    await does(technician, number, "รับเรื่อง");
    const refused = await teacher.asks("ใช่");
    expect(refused).toContain("ช่างของครูถอนช้า");
    expect(refused).toContain("รับเรื่องไปแล้วค่ะ");
    expect(await teacher.asks("ยกเลิกรายการ")).toContain("ไม่มีอะไรค้างอยู่");
    expect(await storedRequest(number)).toMatchObject({ state: "accepted", isOpen: true });
  });
});

describe("news for a teacher on the free plan", () => {
  it("puts a dot on the menu, heads the next reply once, and takes the dot off again", async () => {
    const { teacher, number } = await accepted("ครูมีข่าว");
    await expect.poll(() => menuOf(teacher.userId)).toBe("teacher-news");
    const news = await teacher.asks("สวัสดีค่ะ");
    expect(news).toContain(number);
    expect(news).toContain("รับเรื่องแล้ว");
    await expect.poll(() => menuOf(teacher.userId)).toBe("teacher");
    expect(await teacher.asks("ขอบคุณค่ะ")).not.toContain(number);
    expect(await pushesTo(teacher)).toEqual([]);
  });
});

describe("when it is done", () => {
  it("หายแล้ว asks for stars and a word, and both are kept", async () => {
    const { teacher, number } = await finished("ครูหายแล้ว");
    const news = await teacher.asks("สวัสดีค่ะ");
    for (const shown of [number, "ใช้งานได้แล้วไหมคะ", "[หายแล้ว]", "[ยังไม่หาย]"]) expect(news).toContain(shown);
    const stars = await teacher.pressesAndHears("หายแล้ว");
    for (const shown of ["กี่ดาว", "[5 ดาว]", "[1 ดาว]"]) expect(stars).toContain(shown);
    expect(await teacher.pressesAndHears("5 ดาว")).toContain("อยากบอกอะไรช่าง");
    expect(await teacher.asks("มาเร็วมากค่ะ ขอบคุณนะคะ")).toContain(`${number} ปิดงานแล้ว`);
    expect(await storedRequest(number)).toMatchObject({ state: "closed", isOpen: false, awaits: null });
    const [confirmed, rated] = (await timelineOf(number)).slice(-2);
    expect(confirmed).toMatchObject({ transition: "confirm-fixed", from: "done", actor: { name: "ครูหายแล้ว" } });
    expect(rated).toMatchObject({ transition: "rate", answers: { stars: 5, words: expect.stringContaining("มาเร็วมาก") } });
  });

  it("takes the typed answer as well, and a rating without a word", async () => {
    const { teacher, number } = await finished("ครูพิมพ์ตอบ");
    expect(await teacher.asks("ใช้ได้แล้วค่ะ")).toContain("กี่ดาว");
    await teacher.asks("4 ดาว");
    expect(await teacher.asks("ข้าม")).toContain("ปิดงานแล้ว");
    expect((await timelineOf(number)).at(-1)).toMatchObject({ transition: "rate", answers: { stars: 4 } });
  });

  it("ยังไม่หาย goes back to the same technician with what is still wrong", async () => {
    const { teacher, technician, number } = await finished("ครูยังไม่หาย");
    await teacher.asks("สวัสดีค่ะ");
    expect(await teacher.pressesAndHears("ยังไม่หาย")).toContain("ยังเป็นอย่างไร");
    expect(await teacher.asks("ยังติดทุกแผ่นเลยค่ะ")).toContain(`ส่ง ${number} กลับให้ช่าง`);
    expect(await storedRequest(number)).toMatchObject({ state: "accepted", isOpen: true, assignee: { id: technician.personId } });
    await expect.poll(async () => (await noticesOf(number, technician.personId)).at(-1)?.state).toBe("waiting");
    const heard = await technician.asks("สวัสดีค่ะ");
    for (const shown of [number, "กลับมาให้ทำต่อ", "ยังติดทุกแผ่น"]) expect(heard).toContain(shown);
    expect(await technician.asks("งานของฉัน")).toContain(number);
  });
});

describe("what nobody answers", () => {
  it("closes 3 working days after it was shown, or 10 after it was done; ยังไม่หาย reopens it for 7 days and no longer", async () => {
    const shown = await finished("ครูเห็นแล้ว");
    const unseen = await finished("ครูไม่เปิดดู");
    const late = await finished("ครูมาช้า");
    for (const { teacher, number } of [shown, late]) {
      expect(await teacher.asks("สวัสดีค่ะ")).toContain(number);
      await expect.poll(async () => (await storedRequest(number)).shownAt).not.toBeNull();
    }
    const stateOf = async ({ number }: { number: string }) => (await storedRequest(number)).state;

    // Shown on Monday at 09.30: three working days end on Thursday at 09.30.
    clock.goTo("09:30", 3);
    expect(Math.abs(((await storedRequest(shown.number)).nextDueAt?.getTime() ?? 0) - clock.now().getTime())).toBeLessThan(120_000);
    clock.goTo("11:00");
    await office.restarts();
    await expect.poll(() => stateOf(shown), { timeout: 9_000 }).toBe("closed");
    await expect.poll(() => stateOf(late)).toBe("closed");
    expect(await closedBy(shown.number)).toBe("system");
    expect(await stateOf(unseen)).toBe("done");

    // The second Monday after: ten working days.
    clock.goTo("11:00", 11);
    await office.restarts();
    await expect.poll(() => stateOf(unseen), { timeout: 9_000 }).toBe("closed");

    expect(await late.teacher.asks("ยังไม่หาย")).toContain("ไม่มีเรื่องที่ทำแบบนี้ได้");
    const oldButton = await late.teacher.pressesAndHears("ยังไม่หาย", { on: late.number });
    for (const shown of [late.number, "ปิดงาน"]) expect(oldButton).toContain(shown);
    expect(await stateOf(late)).toBe("closed");
    await reopens(unseen.teacher, unseen.number);
    expect(await storedRequest(unseen.number)).toMatchObject({ state: "accepted", assignee: { id: unseen.technician.personId } });
  });
});

async function reopens(teacher: LineUser, number: string): Promise<void> {
  const asked = await teacher.asks("ยังไม่หาย");
  expect(asked).toContain("ยังเป็นอย่างไร");
  expect(await teacher.asks("กลับมาติดอีกแล้วค่ะ")).toContain(number);
}
