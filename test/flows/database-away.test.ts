import { describe, expect, it } from "vitest";
import { ChatModel } from "#models/documents/chat.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { useOwnMongod } from "#test/support/own-mongod.ts";
import { numberIn, reports, storedRequest } from "#test/support/repairs.ts";
import { signedPost, textEvent } from "#test/support/webhook.ts";

const mongod = useOwnMongod();
const office = useOffice({ clock: officeClock(), mongodbUri: mongod.uri });
const ready = async () => (await fetch(`${office.server.url}/readyz`)).status;

/** A webhook while nothing can be stored: its status, and how long the answer took, in milliseconds. */
async function webhookNow(): Promise<{ status: number; ms: number }> {
  const body = JSON.stringify({ destination: "U1", events: [textEvent("Uwhile0000000000000000000000000away", "สวัสดี")] });
  const started = performance.now();
  const { status } = await signedPost(office.server.url, body);
  return { status, ms: performance.now() - started };
}

describe.each([
  { how: "is killed", goes: () => mongod.kill(), returns: () => mongod.startAgain() },
  { how: "hangs", goes: async () => mongod.hang(), returns: async () => mongod.goOn() },
])("while the database $how", ({ how, goes, returns }) => {
  it("nothing is acknowledged and nothing is lost: what was said meanwhile is answered when it is back, without a restart", async () => {
    const writing = await office.teacher(`ครูกำลังพิมพ์ ${how}`);
    const confirming = await office.teacher(`ครูกำลังยืนยัน ${how}`);
    await writing.asks("ปริ้นเตอร์กระดาษติดค่ะ");
    await confirming.asks("คอมห้องพักครู เปิดไม่ติด");
    await confirming.asks("ข้าม");
    expect(await ready()).toBe(200);

    await goes();
    const answer = await webhookNow();
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.ms).toBeLessThan(2_000);
    await expect.poll(ready, { timeout: 5_000 }).toBe(503);
    expect((await fetch(`${office.server.url}/healthz`)).status).toBe(200);
    await writing.says("ห้องธุรการ");
    await confirming.says("ยืนยัน");
    expect((await writing.arrived()).length + (await confirming.arrived()).length).toBe(0);

    await returns();
    await expect.poll(ready, { timeout: 10_000 }).toBe(200);
    const number = numberIn(await confirming.hearsText({ containing: "ซ-", timeoutMs: 15_000 }));
    expect(await storedRequest(number)).toMatchObject({ answers: { place: "ห้องพักครู" } });
    expect(await RequestModel.countDocuments({ "requester.id": confirming.personId })).toBe(1);
    expect(await writing.hearsText({ containing: "รูป", timeoutMs: 15_000 })).toContain("[ข้าม]");
    await writing.asks("ข้าม");
    expect(numberIn(await writing.asks("ยืนยัน"))).not.toBe(number);
    const chat = await ChatModel.findById(confirming.userId).lean();
    expect(new Set(chat?.handled).size).toBe(chat?.handled.length);
  }, 40_000);

  it("and afterwards work goes on as before", async () => {
    const technician = await office.staff(`ช่างหลังฐานข้อมูลกลับ ${how}`);
    const number = await reports(await office.teacher(`ครูหลังฐานข้อมูลกลับ ${how}`), "เน็ตล่มทั้งโรงเรียนเลยค่ะ ห้องเซิร์ฟเวอร์");
    expect(await technician.hearsText({ containing: number, timeoutMs: 10_000 })).toContain("ด่วนที่สุด");
  });
});
