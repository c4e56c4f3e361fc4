import { describe, expect, it } from "vitest";
import { ChatModel } from "#models/documents/chat.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { readMessage } from "#scripts/simulator/readable.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { does, noticesOf, numberIn, photoOf, pushesTo, reports, storedRequest } from "#test/support/repairs.ts";
import type { LineUser } from "#test/support/simulator.ts";

const clock = officeClock();
const office = useOffice({ clock });
const network = "เน็ตล่มทั้งโรงเรียนเลยค่ะ ห้องเซิร์ฟเวอร์";
const system = "DMC ห้องธุรการยืนยันข้อมูลไม่ได้ วันนี้วันสุดท้ายค่ะ";
/** What a sweep does comes within a few of its rounds. */
const sweeps = { timeout: 15_000, timeoutMs: 15_000 };

/** How often the bot said something with these words. */
async function timesHeard(user: LineUser, words: string): Promise<number> {
  const transcript = await user.transcript();
  return transcript.filter((message) => message.from.kind === "bot" && readMessage(message).includes(words)).length;
}

/** A report whose photo LINE gives only so. */
async function reportWithPhoto(name: string, prepare: (teacher: LineUser) => Promise<unknown>) {
  const teacher = await office.teacher(name);
  await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
  await prepare(teacher);
  const heard = await teacher.hearsText({ timeoutMs: 10_000 });
  return { teacher, heard };
}

describe("a reply", () => {
  const hits = { "server-error": 0, "reset-before": 0, "reset-after": 0, slow: 0, "slow-answer": 0, "rate-limit": 0 };

  it.each([
    ["LINE answers 500 and has not taken it", { kind: "server-error" as const }],
    ["LINE answers 500 and has taken it", { kind: "server-error" as const, acted: true }],
    ["the connection breaks before", { kind: "reset-before" as const }],
    ["the connection breaks after", { kind: "reset-after" as const }],
    ["LINE is slow to take it", { kind: "slow" as const, ms: 700 }],
    ["LINE is slow to answer", { kind: "slow-answer" as const, ms: 700 }],
    ["LINE asks for a slower pace", { kind: "rate-limit" as const }],
  ])("arrives once when %s", async (_, fault) => {
    const teacher = await office.teacher("ครูไลน์สะดุด");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await teacher.asks("ข้าม");
    await office.line.fails("reply", fault, { times: 1, to: teacher.userId });
    const filed = await teacher.asks("ยืนยัน");
    const number = numberIn(filed);
    expect((await office.line.calls("reply")).filter(({ fault: hit }) => hit === fault.kind)).toHaveLength(++hits[fault.kind]);
    await expect.poll(async () => (await ChatModel.findById(teacher.userId).lean())?.reply?.state).toBe("delivered");
    expect(await teacher.asks("สวัสดีค่ะ")).not.toContain(number);
    expect(await timesHeard(teacher, `เลขที่ ${number}`)).toBe(1);
    expect(await pushesTo(teacher)).toEqual([]);
  });

  it("waits in order while LINE is down for a while", async () => {
    const teacher = await office.teacher("ครูไลน์ล่ม");
    await office.line.fails("*", { kind: "reset-before" }, {});
    for (const said of ["ปริ้นเตอร์กระดาษติด", "ห้องธุรการ", "ข้าม"]) await teacher.says(said);
    await expect.poll(async () => (await ChatModel.findById(teacher.userId).lean())?.turn ?? 0).toBeGreaterThan(0);
    await office.line.recovers();
    const heard = await teacher.hearsText({ containing: "[ยืนยัน]", ...sweeps });
    for (const shown of ["กระดาษติด", "ห้องธุรการ"]) expect(heard).toContain(shown);
    const transcript = (await teacher.transcript()).filter(({ from }) => from.kind === "bot").map(readMessage);
    expect(transcript.at(-1)).toContain("[ยืนยัน]");
    expect(new Set(transcript).size).toBe(transcript.length);
    expect(await teacher.asks("ยืนยัน")).toMatch(/ซ-\d{4}-\d{6}/);
  });

  it("that LINE would not take until its token died is replaced by a push of the number, once", async () => {
    const teacher = await office.teacher("ครูโทเคนตาย");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await teacher.asks("ข้าม");
    await office.line.fails("reply", { kind: "rate-limit" }, { to: teacher.userId });
    await teacher.says("ยืนยัน");
    await expect.poll(async () => (await office.line.calls("reply")).filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    clock.goTo("09:45");
    const number = numberIn(await teacher.hearsText({ containing: "ซ-", ...sweeps }));
    expect(await pushesTo(teacher)).toHaveLength(1);
    expect((await pushesTo(teacher))[0]).toContain(number);
    await office.line.recovers();
    expect(await teacher.asks("สวัสดีค่ะ")).not.toContain(`เลขที่ ${number}`);
    expect(await storedRequest(number)).toMatchObject({ state: "submitted" });
  });
});

describe.concurrent("is tried again by itself:", () => {
  it("a push whose answer was lost: with the same key, and it arrives once", async () => {
    const technician = await office.staff("ช่างคีย์เดิม", 2);
    await office.line.fails("push", { kind: "reset-after" }, { times: 1, to: technician.userId });
    const number = await reports(await office.teacher("ครูคีย์เดิม"), system);
    await expect.poll(async () => (await noticesOf(number, technician.personId))[0]?.state, sweeps).toBe("shown");
    const calls = (await office.line.calls("push")).filter(
      ({ recipients, retryKey }) => recipients.includes(technician.userId) && retryKey,
    );
    expect(new Set(calls.map(({ retryKey }) => retryKey)).size).toBe(1);
    expect(calls.map(({ status }) => status)).toEqual([200, 409]);
    expect(await pushesTo(technician)).toHaveLength(1);
  });

  it("a push after a rate limit", async () => {
    const technician = await office.staff("ช่างรอคิวไลน์");
    await office.line.fails("push", { kind: "rate-limit" }, { times: 1, to: technician.userId });
    const number = await reports(await office.teacher("ครูรอคิวไลน์"), network);
    expect(await technician.hearsText({ containing: number, ...sweeps })).toContain("ด่วนที่สุด");
    expect(await pushesTo(technician)).toHaveLength(1);
  });

  it("a picture that broke off on the way", async () => {
    const photo = await photoOf(12);
    await office.line.fails("content", { kind: "cut-body", afterBytes: 50 }, { times: 1 });
    const { teacher, heard } = await reportWithPhoto("ครูรูปขาด", (user) => user.sendsPhoto(photo));
    expect(heard).toContain("1 รูป");
    await teacher.asks("พอแล้ว");
    const number = numberIn(await teacher.asks("ยืนยัน"));
    const [file] = (await storedRequest(number)).answers.photos as string[];
    // The pause before the next try is over at the next sweep.
    clock.pass(10);
    await expect.poll(async () => (await FileModel.findById(file).lean())?.size ?? 0, sweeps).toBeGreaterThan(0);
    expect(await FileModel.findById(file).lean()).toMatchObject({ state: "attached" });
  });
});

describe("a push", () => {
  it("that the month does not allow heads the next reply instead", async () => {
    const technician = await office.staff("ช่างโควตาหมด");
    await office.line.fails("push", { kind: "monthly-limit" }, { to: technician.userId });
    const number = await reports(await office.teacher("ครูโควตาหมด"), network);
    await expect.poll(async () => (await noticesOf(number, technician.personId))[0]?.state).toBe("waiting");
    expect(await technician.asks("สวัสดีค่ะ")).toContain(number);
    expect(await pushesTo(technician)).toEqual([]);
    await office.line.recovers();
    // LINE has said so once: until it is asked again, nobody else's push is tried.
    clock.goTo("10:00");
  });

  it("costs nothing for who has blocked us, and comes with their first reply when they are back", async () => {
    const technician = await office.staff("ช่างบล็อก");
    await technician.asks("สวัสดีค่ะ");
    await technician.unfollows();
    await expect.poll(async () => (await ChatModel.findById(technician.userId).lean())?.following).toBe(false);
    const { used } = await office.line.meter();
    const others = await office.staff("ช่างไม่บล็อก");
    const number = await reports(await office.teacher("ครูมีช่างบล็อก"), network);
    await others.hears({ containing: number, ...sweeps });
    await expect.poll(async () => (await noticesOf(number, technician.personId))[0]?.state).toBe("waiting");
    const calls = (await office.line.calls("push")).filter(({ recipients }) => recipients.includes(technician.userId));
    expect(calls).toEqual([]);
    expect((await office.line.meter()).used).toBeGreaterThan(used);
    await technician.follows();
    expect(await technician.hearsText()).toContain(number);
  });
});

describe("a picture", () => {
  it("that LINE still prepares comes with the report", async () => {
    const photo = await photoOf(11);
    const { teacher, heard } = await reportWithPhoto("ครูรูปยังไม่พร้อม", (user) => user.sendsPhoto(photo, { preparing: 2 }));
    expect(heard).toContain("1 รูป");
    await teacher.asks("พอแล้ว");
    const { answers } = await storedRequest(numberIn(await teacher.asks("ยืนยัน")));
    const [file] = Array.isArray(answers.photos) ? answers.photos : [];
    await expect.poll(async () => (await FileModel.findById(file).lean())?.state, sweeps).toBe("attached");
    expect((await FileModel.findById(file).lean())?.size ?? 0).toBeGreaterThan(0);
  });

  it.each([
    ["404", { kind: "not-found" as const }],
    ["410", { kind: "gone" as const }],
  ])("that LINE no longer has (%s) is asked for again, and the report goes on without", async (_, fault) => {
    const photo = await photoOf(13);
    await office.line.fails("content", fault, { times: 1 });
    const { teacher, heard } = await reportWithPhoto("ครูรูปหมดอายุ", (user) => user.sendsPhoto(photo));
    expect(heard).toContain("ส่งใหม่");
    expect(heard).toContain("[ข้าม]");
    await teacher.asks("ข้าม");
    expect((await storedRequest(numberIn(await teacher.asks("ยืนยัน")))).answers.photos).toBeUndefined();
  });

  it("that is something else than LINE says is refused", async () => {
    const base64 = Buffer.from("#!/bin/sh\necho ไม่ใช่รูป").toString("base64");
    const photo = await photoOf(14);
    await office.line.fails("content", { kind: "wrong-content", base64 }, { times: 1 });
    const { heard } = await reportWithPhoto("ครูรูปปลอม", (user) => user.sendsPhoto(photo));
    expect(heard).toContain("ไม่ใช่รูป");
  });
});

it("a message that LINE will never take is given up where an admin sees it, and the next one goes on", async () => {
  const technician = await office.staff("ช่างไลน์ปฏิเสธ");
  const teacher = await office.teacher("ครูไลน์ปฏิเสธ");
  clock.goTo("10:20");
  const number = await reports(teacher, network);
  await technician.hears({ containing: number, ...sweeps });
  await does(technician, number, "รับเรื่อง");
  await office.line.fails("push", { kind: "reset-before" }, { to: teacher.userId });
  await does(technician, number, "ขอข้อมูลเพิ่ม");
  await technician.asks("ไฟติดกี่ดวงคะ");
  const pushOf = async () => NoticeModel.findOne({ personId: teacher.personId, event: "asked" }).lean();
  await expect.poll(async () => (await pushOf())?.tries ?? 0, sweeps).toBeGreaterThan(0);
  clock.goTo("10:30", 1);
  await expect.poll(async () => (await pushOf())?.state, sweeps).toBe("given-up");
  expect((await pushOf())?.fault).toContain("24 hours");
  await office.line.recovers();
  expect(await teacher.asks("สวัสดีค่ะ")).toMatch(/ค่ะ/);
  expect(await teacher.asks(number)).toContain("ไฟติดกี่ดวง");
}, 40_000);
