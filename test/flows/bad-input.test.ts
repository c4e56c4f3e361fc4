import { describe, expect, it } from "vitest";
import { ChatModel } from "#models/documents/chat.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { writePress } from "#models/messages/press.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { does, numberIn, photoOf, reports, storedRequest } from "#test/support/repairs.ts";
import type { LineUser } from "#test/support/simulator.ts";

const office = useOffice({ clock: officeClock() });

/** A polite answer: it is there, offers a way on, scolds nobody, and is no longer than three lines with its question. */
function expectPolite(answer: string): void {
  expect(answer).not.toBe("");
  expect(answer).toMatch(/ค่ะ|คะ/);
  expect(answer).toContain("[");
  expect(answer).not.toMatch(/คำสั่งไม่ถูกต้อง|error|undefined|null|NaN/i);
}

const strange: readonly (readonly [what: string, text: string])[] = [
  ["5,000 characters", "คอมพิวเตอร์ที่ห้องมีเสียงดังมากแล้วก็ดับ ".repeat(125).slice(0, 5_000)],
  ["5,000 times one letter", "ก".repeat(5_000)],
  ["emoji only", "😭😭😭🙏🏽👨‍👩‍👧‍👦"],
  ["zero-width characters only", "\u200b\u200c\u200d\u2060\ufeff"],
  ["control characters only", "\u0001\u0002\u0007\u001b[31m\u0000"],
  ["only spaces", "   \n \t\u00a0\u3000 "],
  ["English", "Please help, nothing works at our school"],
  ["Lao, Burmese and Chinese", "ສະບາຍດີ မင်္ဂလာပါ 打印机坏了"],
  ["a right-to-left override", "\u202eกระดาษติด\u202c"],
  ["only marks", "่่่่ัััั"],
  ["a formula and a query", "=HYPERLINK(\"http://x\") {$gt: ''} '; DROP TABLE"],
  ["LINE's own placeholders", "{user1} $ $LINEEmoji(1)"],
];

describe("strange texts", () => {
  it.each(strange)("%s as a first sentence are answered politely", async (_, text) => {
    const teacher = await office.teacher("ครูพิมพ์แปลก");
    expectPolite(await teacher.asks(text));
    expectPolite(await teacher.asks("สวัสดีค่ะ"));
  });

  it.each(strange)("%s as an answer leave the report whole", async (_, text) => {
    const teacher = await office.teacher("ครูตอบแปลก");
    await teacher.asks("ปริ้นเตอร์เสีย");
    expectPolite(await teacher.asks(text));
    const number = await finishReport(teacher);
    const { answers } = await storedRequest(number);
    expect(String(answers.symptom).length).toBeLessThanOrEqual(1_000);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that must not be kept
    expect(JSON.stringify(answers)).not.toMatch(/\\u0000|[\u0001-\u0008\u200b\ufeff\u202e]/);
  });

  it.each([
    ["emoji only", "😭😭😭"],
    ["zero-width characters only", "\u200b\u200b"],
    ["only spaces", "   "],
  ])("%s are no symptom: it is asked again", async (_, text) => {
    const teacher = await office.teacher("ครูไม่ตอบ");
    await teacher.asks("ปริ้นเตอร์เสีย");
    expect(await teacher.asks(text)).toContain("อาการเป็นอย่างไรคะ");
  });
});

/** Answers whatever is still asked, until there is a number. */
async function finishReport(teacher: LineUser): Promise<string> {
  let heard = await teacher.asks("แจ้งซ่อม");
  const answers: [RegExp, string][] = [
    [/\[ยืนยัน\]/, "ยืนยัน"],
    [/มีรูปไหม|รูปที่/, "ข้าม"],
    [/อุปกรณ์อะไร/, "ปริ้นเตอร์"],
    [/อาการเป็น/, "กระดาษติด"],
    [/ห้องหรืออาคาร/, "ห้องธุรการ"],
  ];
  for (let count = 0; count < 8; count += 1) {
    if (/ซ-\d{4}-\d{6}/.test(heard)) return numberIn(heard);
    heard = await teacher.asks(answers.find(([question]) => question.test(heard))?.[1] ?? "ข้าม");
  }
  throw new Error(`no number: ${heard}`);
}

describe("what is no picture", () => {
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const broken = async () => (await photoOf(5)).subarray(0, 120);

  it.each([
    ["a PDF that says it is a JPEG", async () => pdf],
    ["an SVG", async () => svg],
    ["the beginning of a picture", broken],
    ["nothing at all", async () => Buffer.from(" ")],
  ])("%s is not kept, and the person hears what to send instead", async (_, bytes) => {
    const teacher = await office.teacher("ครูส่งไฟล์แปลก");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await teacher.sendsPhoto(await bytes());
    const answer = await teacher.hearsText();
    expect(answer).toContain("ไม่ใช่รูป");
    expect(answer).toContain("[ข้าม]");
    await teacher.asks("ข้าม");
    expect((await storedRequest(numberIn(await teacher.asks("ยืนยัน")))).answers.photos).toBeUndefined();
    expect(await FileModel.countDocuments({ ownerChatId: teacher.userId, state: { $in: ["loose", "attached"] } })).toBe(0);
  });

  it("keeps the good ones of a set and says what became of the rest", async () => {
    const teacher = await office.teacher("ครูส่งปนกัน");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    const photos = [await photoOf(1), pdf, await photoOf(2)].map((bytes) => ({ base64: bytes.toString("base64") }));
    await teacher.does({ do: "photos", photos });
    const answer = await teacher.hearsText();
    expect(answer).toContain("2 รูป");
    expect(answer).toContain("1 ไฟล์ไม่ใช่รูป");
  });

  it("a 10 MB photo is kept small, a larger one is refused with what to do", async () => {
    const teacher = await office.teacher("ครูรูปใหญ่");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    const photo = await photoOf(9, 400);
    await teacher.sendsPhoto(Buffer.concat([photo, Buffer.alloc(10 * 1024 * 1024 - photo.length)]));
    expect(await teacher.hearsText({ timeoutMs: 10_000 })).toContain("1 รูป");
    await teacher.sendsPhoto(Buffer.concat([photo, Buffer.alloc(11 * 1024 * 1024)]));
    expect(await teacher.hearsText({ timeoutMs: 10_000 })).toContain("ใหญ่เกินไป");
    const kept = await FileModel.find({ ownerChatId: teacher.userId, state: "loose" }).lean();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.size ?? 0).toBeLessThan(1_000_000);
  });
});

describe("messages of other kinds", () => {
  const sends: readonly (readonly [what: string, send: (user: LineUser) => Promise<unknown>, says: string])[] = [
    ["a video", (user) => user.sendsMedia("video", Buffer.from("video")), "วิดีโอ"],
    ["a voice message", (user) => user.sendsMedia("audio", Buffer.from("audio")), "เสียง"],
    ["a file", (user) => user.sendsMedia("file", Buffer.from("PK"), { fileName: "แบบแจ้งซ่อม.docx" }), "ไฟล์"],
    ["a sticker", (user) => user.sendsSticker(), "สติกเกอร์"],
    ["a place on the map", (user) => user.sendsLocation({ title: "โรงเรียน", address: "ถนน", latitude: 13.7, longitude: 101.1 }), "แผนที่"],
    ["a kind that LINE invents tomorrow", (user) => user.sendsEvent("message", { message: { id: "9", type: "hologram" } }), "แบบนี้"],
  ];

  it.each(sends)("%s is answered with what to do instead, and the open question stands", async (_, send, says) => {
    const teacher = await office.teacher("ครูส่งอย่างอื่น");
    await send(teacher);
    const outside = await teacher.hearsText();
    expect(outside).toContain(says);
    expectPolite(outside);
    await teacher.asks("ปริ้นเตอร์กระดาษติด");
    await send(teacher);
    const inside = await teacher.hearsText();
    expect(inside).toContain(says);
    expect(inside).toContain("ห้องหรืออาคารไหน");
    expect(await teacher.asks("ห้องธุรการ")).toContain("รูป");
  });
});

describe("buttons that are over", () => {
  it("of a report that was sent make no second one", async () => {
    const teacher = await office.teacher("ครูกดปุ่มเก่า");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await teacher.asks("ข้าม");
    const [confirm] = (await teacher.buttons()).filter(({ label, isQuickReply }) => label === "ยืนยัน" && !isQuickReply);
    if (!confirm?.messageId) throw new Error("no ยืนยัน on the card");
    await teacher.pressesAndHears("ยืนยัน");
    await teacher.does({ do: "tap", action: confirm.action, messageId: confirm.messageId });
    const answer = await teacher.hearsText();
    expect(answer).toContain("จบไปแล้ว");
    expectPolite(answer);
    expect(await RequestModel.countDocuments({ "requester.id": teacher.personId })).toBe(1);
  });

  it("of a job that has moved on say who did what and how it stands", async () => {
    const [one, two] = [await office.staff("ช่างเร็ว"), await office.staff("ช่างมาทีหลัง")];
    const number = await reports(await office.teacher("ครูปุ่มเก่า"));
    expect(await two.asks(number)).toContain("[รับเรื่อง]");
    await does(one, number, "รับเรื่อง");
    const answer = await two.pressesAndHears("รับเรื่อง", { on: number });
    for (const shown of ["ช่างเร็ว", number, "รับเรื่องแล้ว"]) expect(answer).toContain(shown);
  });

  it.each([
    "",
    "action=buy&item=1",
    "{}",
    "x".repeat(300),
    writePress({ to: "start", talk: "no-such-talk" }),
    writePress({ to: "resume", run: "nosuchrun" }),
    writePress({ to: "transition", request: "no-such-request", transition: "accept", state: "submitted" }),
    writePress({ to: "answer", run: "nosuchrun", ask: "symptom", value: "1" }),
  ])("garbage in a postback (%j) is answered politely and changes nothing", async (data) => {
    const teacher = await office.teacher("ครูปุ่มเพี้ยน");
    await teacher.sendsEvent("postback", { postback: { data } });
    expectPolite(await teacher.hearsText());
    await teacher.asks("ปริ้นเตอร์กระดาษติด");
    await teacher.sendsEvent("postback", { postback: { data } });
    await teacher.hears();
    expect((await ChatModel.findById(teacher.userId).lean())?.reply?.state).toMatch(/pending|delivered/);
    expect(await finishReport(teacher)).toMatch(/ซ-/);
  });
});

describe("the same event again", () => {
  it("as a duplicate and as a redelivery: one request, one step, one answer", async () => {
    const teacher = await office.teacher("ครูไลน์ส่งซ้ำ");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await teacher.asks("ข้าม");
    const { webhookEventIds } = await teacher.says("ยืนยัน");
    const number = numberIn(await teacher.hearsText());
    const [webhookEventId = ""] = webhookEventIds;
    for (const isRedelivery of [false, true]) await office.line.operations.repeatEvent({ webhookEventId, isRedelivery });
    const technician = await office.staff("ช่างไลน์ส่งซ้ำ");
    await technician.asks(number);
    const accepted = await technician.presses("รับเรื่อง", { on: number });
    await technician.hears();
    const [acceptId = ""] = accepted.webhookEventIds;
    await office.line.operations.repeatEvent({ webhookEventId: acceptId });
    await expect.poll(() => InboxEventModel.countDocuments({ state: "waiting" })).toBe(0);
    expect(await RequestModel.countDocuments({ "requester.id": teacher.personId })).toBe(1);
    expect(await storedRequest(number)).toMatchObject({ revision: 2 });
    expect([...(await teacher.arrived()), ...(await technician.arrived())]).toEqual([]);
  });
});
