import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findDraft, getDraft, saveDraft } from "#models/contracts/drafts.contract.ts";
import { submitRequest } from "#models/contracts/requests.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { apiAs } from "#test/support/api.ts";
import { everything, officeOnly, onPaper, orders } from "#test/support/kinds.ts";
import { useOffice } from "#test/support/office.ts";
import { photoOf } from "#test/support/repairs.ts";
import type { LineUser } from "#test/support/simulator.ts";

const office = useOffice({ catalogue: [everything, orders, onPaper, officeOnly] });

const rows = [{ item: "หมึกดำ", amount: 2, price: 350.5 }];
const signature = [[100, 100, 400, 220, 800, 90]];
const given = {
  jobs: ["move", "wire"],
  urgent: false,
  at: "09:30",
  when: "2026-12-22T13:30",
  days: { from: "2026-12-22", until: "2026-12-25" },
  done: 85.5,
  cost: 1250.5,
  ratings: { speed: 5, manner: 4, result: 3 },
  asset: "ไม่ทราบ",
  terms: true,
};

/** Presses or says each in turn; every answer must hold the words beside it. */
async function goes(user: LineUser, steps: [does: string | { press: string; pick?: string }, hears: string][]): Promise<void> {
  for (const [does, words] of steps) {
    const heard =
      typeof does === "string" ? await user.asks(does) : await user.pressesAndHears(does.press, does.pick ? { pick: does.pick } : {});
    expect(heard, JSON.stringify(does)).toContain(words);
  }
}

const numberIn = (text: string): string => /[ทสก]-\d{4}-\d{6}/.exec(text)?.[0] ?? "";

/** The draft that the offered page goes on with. */
async function draftOffered(user: LineUser): Promise<string> {
  const button = (await user.buttons()).find(({ label }) => label === "กรอกแบบเต็ม");
  return /draft=([\w-]+)/.exec(JSON.stringify(button?.action ?? ""))?.[1] ?? "";
}

/** The chat asks for all that can be typed, ticked or picked there, and comes to what a page takes. */
async function fillsInChat(user: LineUser): Promise<void> {
  await goes(user, [
    ["ขอทดสอบทุกช่อง", "งานอะไรบ้างคะ"],
    [{ press: "เดินสาย" }, "เลือกแล้ว: เดินสาย"],
    [{ press: "ย้ายเครื่อง" }, "เลือกแล้ว: ย้ายเครื่อง, เดินสาย"],
    [{ press: "ติดตั้ง" }, "✓ ติดตั้ง"],
    [{ press: "✓ ติดตั้ง" }, "เลือกแล้ว: ย้ายเครื่อง, เดินสาย"],
    [{ press: "เลือกครบแล้ว" }, "เร่งด่วนไหมคะ"],
    ["อาจจะมั้ง", "เช่น"],
    [{ press: "ไม่เร่ง" }, "กี่โมงคะ"],
    ["เช้า ๆ", "เช่น 13.30 น."],
    [{ press: "เลือกเวลา", pick: "09:30" }, "เมื่อไรคะ"],
    [{ press: "เลือกวันและเวลา", pick: "2026-12-22T13:30" }, "22-25 พ.ย."],
    ["25-22 ธ.ค. 2569", "ขอวันเริ่มและวันสิ้นสุด"],
    ["๒๒-๒๕ ธ.ค. ๒๕๖๙", "เสร็จไปเท่าไรคะ"],
    ["ร้อยละ 120", "0 ถึง 100"],
    ["85.5%", "งบเท่าไรคะ"],
    ["1,250 บาท 50 สตางค์", "ข้อ 1 จาก 3: ความเร็ว"],
    [{ press: "5 มากที่สุด" }, "ข้อ 2 จาก 3: ความสุภาพ"],
    ["มาก", "ข้อ 3 จาก 3: ผลงาน"],
    [{ press: "3 ปานกลาง" }, "หมายเลขครุภัณฑ์"],
    ["ไม่ทราบค่ะ", "รูปสติกเกอร์"],
    [{ press: "ข้าม" }, "จะคืนของตามกำหนด"],
    ["ไม่ยอมรับ", "เช่น กด ยอมรับ"],
    [{ press: "ยอมรับ" }, "ใบเสนอราคา"],
  ]);
}

describe("every kind of field in the chat", () => {
  it("is asked in its own way and stored as the API would store it, with what only a page can take", async () => {
    const chat = await office.teacher("ครูทุกช่อง");
    const app = apiAs(office, chat);
    await fillsInChat(chat);

    await chat.sendsPhoto(await photoOf(60));
    expect(await chat.hearsText()).toContain("ได้รับ 1 รูป");
    expect(await chat.pressesAndHears("ส่งครบแล้ว")).toContain("[กรอกแบบเต็ม]");
    expect(await chat.asks("หมึกสองกล่อง")).toContain("ทีละแถวในแบบเต็มนะคะ เช่น รายการ");

    const { draft } = await app.ask(findDraft, { query: { formId: "everything" } });
    if (!draft) throw new Error("the chat's draft is not in the mini-app");
    expect(draft.answers).toMatchObject(given);
    const { formId, formVersion, onBehalfOf, revision } = draft;
    const answers = { ...draft.answers, rows, signature } as never;
    await app.ask(saveDraft, { params: { id: draft.id }, body: { formId, formVersion, answers, onBehalfOf, revision } });

    const sticker = await chat.asks("กรอกแล้วค่ะ");
    expect(sticker).toContain("ถ่ายรูปสติกเกอร์");
    await chat.sendsPhoto(await photoOf(90));
    await chat.hearsText();
    const summary = await chat.pressesAndHears("ส่งครบแล้ว");
    for (const words of ["ย้ายเครื่อง, เดินสาย", "ร้อยละ 85.5", "1,250.50 บาท", "701 บาท", "ยอมรับแล้ว"]) expect(summary).toContain(words);
    const byChat = await RequestModel.findOne({ number: numberIn(await chat.pressesAndHears("ยืนยัน")) }).lean();

    const { photos = [], files = [] } = (byChat?.answers ?? {}) as { photos?: string[]; files?: string[] };
    expect([photos.length, files.length]).toEqual([1, 1]);
    expect(byChat?.answers).toEqual({ ...given, rows, signature, photos, files });

    const other = apiAs(office, await office.teacher("ครูกรอกแอป"));
    const body = {
      formId: "everything",
      formVersion: 1,
      draftId: randomUUID(),
      answers: { ...given, asset: "7440-001-0001", rows, signature },
    };
    const { number } = await other.ask(submitRequest, { body });
    const byApi = await RequestModel.findOne({ number }).lean();
    expect(byApi?.answers).toEqual({ ...byChat?.answers, asset: "7440-001-0001", photos: undefined, files: undefined });
    const shownOf = (request: typeof byApi) => request?.filed.filter(({ field }) => !["asset", "photos", "files"].includes(field));
    expect(shownOf(byApi)).toEqual(shownOf(byChat));
  });

  it("takes whole answers typed at once, and leaves optional ones out", async () => {
    const chat = await office.teacher("ครูพิมพ์เอง");
    await goes(chat, [
      ["ขอสั่งของ", "ของอะไรบ้างคะ"],
      ["2 กับ 3 ค่ะ", "พอใจแค่ไหนคะ"],
      ["5 4 9", "1 ถึง 5 ทั้ง 2 ข้อ"],
      ["5 4", "นัดวันไหน"],
      ["22 ธ.ค. 2569", "ขอวันและเวลาด้วยกัน"],
      ["22 ธ.ค. 2569 บ่ายสองครึ่ง", "มีของแถมไหมคะ"],
      ["ไม่มีค่ะ", "แนบเอกสาร"],
      ["ข้าม", "[ยืนยัน]"],
    ]);
    const number = numberIn(await chat.pressesAndHears("ยืนยัน"));
    expect((await RequestModel.findOne({ number }).lean())?.answers).toEqual({
      things: ["paper", "cable"],
      ratings: { speed: 5, manner: 4 },
      meets: "2026-12-22T14:30",
      extra: false,
    });
  });
});

describe("a document sent to the chat", () => {
  it("is led to the form's place for it, which has a way to the page", async () => {
    const chat = await office.teacher("ครูส่งเอกสาร");
    await chat.asks("ขอสั่งของ");
    await chat.sendsMedia("file", Buffer.from("%PDF-1.7"), { fileName: "ใบเสนอราคา.pdf" });
    const heard = await chat.hearsText();
    expect(heard).toContain("แนบเอกสารไหมคะ");
    expect(heard).toContain("[กรอกแบบเต็ม]");
    expect(await chat.pressesAndHears("ข้าม")).toContain("ของอะไรบ้างคะ");
  });
});

describe("a form too long for the chat", () => {
  it("is handed over to its page with what the sentence and the profile know", async () => {
    const chat = await office.teacher("ครูแบบยาว", { phone: "081-234-5678" });
    const heard = await chat.asks("ขอกรอกแบบยาว");
    expect(heard).toContain("แบบยาว: รายการของที่ใช้");
    expect(heard).toContain("[กรอกแบบเต็ม]");
    const id = await draftOffered(chat);
    const draft = await apiAs(office, chat).ask(getDraft, { params: { id } });
    expect(draft).toMatchObject({ formId: "on-paper", answers: { phone: "081-234-5678", school: { name: "โรงเรียนบ้านหนองไผ่แก้ว" } } });
    expect(await chat.asks("อืม")).toContain("[กรอกแบบเต็ม]");
    expect(await chat.asks("ยกเลิก")).toContain("ยกเลิก");
  });

  it("asks a stranger to register first, and keeps the office's own from others", async () => {
    const stranger = await office.stranger("คนใหม่");
    expect(await stranger.asks("ขอกรอกแบบยาว")).toContain("[ลงทะเบียน]");
    const teacher = await office.teacher("ครูขอแบบของสำนักงาน");
    expect(await teacher.asks("ขอแบบของสำนักงาน")).toContain("แบบของเจ้าหน้าที่");
    expect(await (await office.staff("เจ้าหน้าที่ขอแบบ")).asks("ขอแบบของสำนักงาน")).toContain("[กรอกแบบเต็ม]");
  });

  it("ends in the chat with its number once it was sent from the page", async () => {
    const chat = await office.teacher("ครูส่งจากหน้า");
    const app = apiAs(office, chat);
    await chat.asks("ขอกรอกแบบยาว");
    const draftId = await draftOffered(chat);
    const answers = { school: { code: "24010001", name: "โรงเรียนบ้านหนองไผ่แก้ว" }, rows };
    const { number } = await app.ask(submitRequest, { body: { formId: "on-paper", formVersion: 1, draftId, answers } });
    expect(await chat.asks("ส่งแล้วนะคะ")).toContain(number);
  });
});

describe("a step that the chat cannot take", () => {
  it("opens the request's page", async () => {
    const teacher = await office.teacher("ครูรอลงนาม");
    const head = await office.head("หัวหน้าลงนาม");
    const answers = { school: { code: "24010001", name: "โรงเรียนบ้านหนองไผ่แก้ว" }, rows };
    const { number } = await apiAs(office, teacher).ask(submitRequest, {
      body: { formId: "on-paper", formVersion: 1, draftId: randomUUID(), answers },
    });
    await head.hears({ containing: number });
    const heard = await head.pressesAndHears("ลงนาม");
    expect(heard).toContain(`${number} · ลงนาม`);
    expect(heard).toContain("หน้าของคำขอนี้");
    expect((await head.buttons()).find(({ label }) => label === "ลงนาม")?.action).toMatchObject({
      uri: expect.stringContaining("requests/"),
    });
    expect(await RequestModel.findOne({ number }).lean()).toMatchObject({ state: "waiting" });
  });
});
