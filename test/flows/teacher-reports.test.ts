import { describe, expect, it } from "vitest";
import { ChatModel } from "#models/documents/chat.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { edits, filesOf, numberIn, photoOf, pushesTo, reports, storedRequest } from "#test/support/repairs.ts";

const clock = officeClock();
const office = useOffice({ clock });
const personOf = (userId: string) => PersonModel.findOne({ lineUserId: userId }).lean();

describe("reporting", () => {
  it("by a sentence: what it says is not asked again, and the number comes with what happens next and by when", async () => {
    const teacher = await office.teacher("ครูสมหญิง", { phone: "0812345678" });
    const asked = await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
    expect(asked).toContain("กระดาษติด");
    expect(asked).toContain("[ข้าม]");
    const summary = await teacher.pressesAndHears("ข้าม");
    for (const said of ["เครื่องพิมพ์", "กระดาษติด", "ห้องธุรการ", "โรงเรียนบ้านหนองไผ่แก้ว"]) expect(summary).toContain(said);
    const filed = await teacher.pressesAndHears("ยืนยัน");
    expect(filed).toMatch(/ซ-\d{4}-\d{6}/);
    expect(filed).toContain("เจ้าหน้าที่จะติดต่อกลับ");
    expect(filed).toMatch(/ภายใน.*\d{2}\.\d{2} น\./);
    expect(await storedRequest(numberIn(filed))).toMatchObject({
      state: "submitted",
      requester: { id: teacher.personId, name: "ครูสมหญิง", phone: "0812345678" },
      answers: { device: "เครื่องพิมพ์", symptom: "กระดาษติด", place: "ห้องธุรการ" },
      category: "printer",
      urgency: "normal",
      group: 1,
      revision: 1,
    });
  });

  it("by the rich menu's tile", async () => {
    const teacher = await office.teacher("ครูเมนู");
    await expect.poll(async () => (await teacher.buttons()).map(({ label }) => label)).toContain("แจ้งซ่อม");
    expect(await teacher.pressesAndHears("แจ้งซ่อม")).toContain("อุปกรณ์อะไรเสียคะ");
    expect(await teacher.pressesAndHears("โปรเจคเตอร์")).toContain("อาการเป็นอย่างไรคะ");
    expect(await teacher.pressesAndHears("ภาพไม่ขึ้น")).toContain("ห้องหรืออาคารไหน");
    await teacher.asks("ห้องประชุม");
    await teacher.asks("ข้าม");
    const number = numberIn(await teacher.asks("ยืนยัน"));
    expect(await storedRequest(number)).toMatchObject({ category: "av", answers: { place: "ห้องประชุม" } });
  });

  it("by แจ้งซ่อม, and offers the places of last time", async () => {
    const teacher = await office.teacher("ครูพิมพ์");
    await reports(teacher, "คอมห้องพักครู เปิดไม่ติด");
    expect(await teacher.asks("แจ้งซ่อม")).toContain("อุปกรณ์อะไรเสียคะ");
    await teacher.asks("โน้ตบุ๊ก");
    expect(await teacher.asks("ชาร์จไม่เข้า")).toContain("[ห้องพักครู]");
    await teacher.presses("ห้องพักครู");
    await teacher.hears();
    await teacher.asks("ข้าม");
    expect(await storedRequest(numberIn(await teacher.asks("ยืนยัน")))).toMatchObject({ answers: { place: "ห้องพักครู" } });
  });

  it("tells staff of a report at once only where it is urgent, and a free plan's usual one not by push", async () => {
    const technician = await office.staff("ช่างรอฟัง");
    const teacher = await office.teacher("ครูไม่ด่วน");
    await reports(teacher);
    const urgent = await reports(teacher, "เน็ตล่มทั้งโรงเรียนเลยค่ะ ห้องเซิร์ฟเวอร์");
    expect(await technician.hearsText({ containing: urgent })).toContain("ด่วนที่สุด");
    expect(await pushesTo(technician)).toHaveLength(1);
  });
});

describe("photos", () => {
  it("sent when asked, one after the other and as a set, all come with the report", async () => {
    const teacher = await office.teacher("ครูหลายรูป");
    await teacher.asks("คอมห้องคอมจอฟ้าค่ะ");
    await teacher.sendsPhoto(await photoOf(10));
    expect(await teacher.hearsText()).toContain("1 รูป");
    await teacher.sendsPhoto(await photoOf(20), { count: 3 });
    expect(await teacher.hearsText()).toContain("4 รูป");
    expect(await teacher.pressesAndHears("ส่งครบแล้ว")).toContain("[ยืนยัน]");
    const request = await storedRequest(numberIn(await teacher.asks("ยืนยัน")));
    const files = await filesOf(request.answers.photos);
    expect(files).toHaveLength(4);
    expect(files.every(({ state, requestId, type }) => state === "attached" && requestId === request._id && type === "image/jpeg")).toBe(
      true,
    );
  });

  it("sent before anything is said begin the report, and are not asked for again", async () => {
    const teacher = await office.teacher("ครูรูปก่อน");
    await teacher.sendsPhoto(await photoOf(30));
    expect(await teacher.hearsText()).toContain("อุปกรณ์อะไรเสียคะ");
    await teacher.asks("ปริ้นเตอร์");
    await teacher.asks("กระดาษติด");
    const summary = await teacher.asks("ห้องธุรการ");
    expect(summary).toContain("1 รูป");
    const request = await storedRequest(numberIn(await teacher.asks("ยืนยัน")));
    expect(request.answers.photos).toHaveLength(1);
  });

  it("sent on the summary are joined to it", async () => {
    const teacher = await office.teacher("ครูรูปทีหลัง");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await teacher.asks("ข้าม");
    await teacher.sendsPhoto(await photoOf(40));
    expect(await teacher.hearsText()).toContain("1 รูป");
    const request = await storedRequest(numberIn(await teacher.asks("ยืนยัน")));
    expect(request.answers.photos).toHaveLength(1);
  });
});

describe("the summary", () => {
  it("lets every line be changed, and an older card no longer confirms", async () => {
    const teacher = await office.teacher("ครูแก้ไข");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await teacher.asks("ข้าม");
    const first = (await teacher.buttons()).find(({ label, isQuickReply }) => label === "ยืนยัน" && !isQuickReply);
    if (!first?.messageId) throw new Error("no ยืนยัน on the card");
    expect(await edits(teacher, "อุปกรณ์")).toContain("อุปกรณ์อะไรเสียคะ");
    expect(await teacher.asks("สแกนเนอร์")).toContain("สแกนเนอร์");
    expect(await edits(teacher, "อาการ")).toContain("อาการ");
    expect(await teacher.asks("สแกนแล้วมีเส้นดำ")).toContain("เส้นดำ");
    expect(await edits(teacher, "สถานที่")).toContain("ห้อง");
    expect(await teacher.asks("ห้องวิชาการ ชั้น 2")).toContain("ห้องวิชาการ ชั้น 2");
    expect(await edits(teacher, "รูปถ่าย")).toContain("รูป");
    await teacher.sendsPhoto(await photoOf(50));
    await teacher.hears();
    expect(await teacher.asks("พอแล้ว")).toContain("1 รูป");
    expect(await edits(teacher, "โรงเรียน")).toContain("โรงเรียน");
    expect(await teacher.asks("ทุ่งสว่าง")).toContain("โรงเรียนวัดทุ่งสว่าง");
    await teacher.does({ do: "tap", action: first.action, messageId: first.messageId });
    expect(await teacher.hearsText()).toContain("เส้นดำ");
    expect(await RequestModel.countDocuments({ "requester.id": teacher.personId })).toBe(0);
    const request = await storedRequest(numberIn(await teacher.asks("ยืนยัน")));
    expect(request).toMatchObject({
      answers: { symptom: "สแกนแล้วมีเส้นดำ", place: "ห้องวิชาการ ชั้น 2" },
      school: { code: "24010002", name: "โรงเรียนวัดทุ่งสว่าง" },
    });
    expect(request.subject).toContain("สแกนเนอร์");
  });

  it("takes a typed wish to change a line", async () => {
    const teacher = await office.teacher("ครูพิมพ์แก้");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await teacher.asks("ข้าม");
    expect(await teacher.asks("แก้สถานที่")).toContain("ห้องหรืออาคารไหน");
    expect(await teacher.asks("ห้องสมุด")).toContain("ห้องสมุด");
  });

  it("confirmed twice is one request with one number", async () => {
    const teacher = await office.teacher("ครูกดซ้ำ");
    await teacher.asks("ปริ้นเตอร์ห้องธุรการกระดาษติด");
    await teacher.asks("ข้าม");
    const [confirm] = (await teacher.buttons()).filter(({ label, isQuickReply }) => label === "ยืนยัน" && !isQuickReply);
    if (!confirm?.messageId) throw new Error("no ยืนยัน on the card");
    const tap = { do: "tap" as const, action: confirm.action, messageId: confirm.messageId };
    await Promise.all([teacher.does(tap), teacher.does(tap)]);
    expect(await teacher.hearsText({ containing: "ซ-" })).toMatch(/ซ-\d{4}-\d{6}/);
    await teacher.asks("สวัสดีค่ะ");
    expect(await RequestModel.countDocuments({ "requester.id": teacher.personId })).toBe(1);
  });
});

describe("giving up and coming back", () => {
  it("ยกเลิก ends a report at every question, and it can be taken back", async () => {
    const teacher = await office.teacher("ครูยกเลิก");
    const answers = ["แจ้งซ่อม", "ปริ้นเตอร์", "กระดาษติด", "ห้องธุรการ", "ข้าม"];
    for (let count = 2; count <= answers.length; count += 1) {
      for (const answer of answers.slice(0, count)) await teacher.asks(answer);
      const ended = await teacher.asks("ยกเลิก");
      expect(ended).toContain("ยกเลิกแจ้งซ่อมแล้ว");
      expect(ended).toContain("[เอากลับมา]");
    }
    expect(await teacher.pressesAndHears("เอากลับมา")).toContain("[ยืนยัน]");
    const number = numberIn(await teacher.asks("ยืนยัน"));
    expect(await RequestModel.countDocuments({ "requester.id": teacher.personId })).toBe(1);
    expect(await storedRequest(number)).toMatchObject({ answers: { symptom: "กระดาษติด", place: "ห้องธุรการ" } });
  });

  it("goes on with the open question after another question was answered", async () => {
    const teacher = await office.teacher("ครูถามแทรก");
    const first = await reports(teacher, "คอมห้องพักครู เปิดไม่ติด");
    await teacher.asks("ปริ้นเตอร์กระดาษติด");
    const between = await teacher.asks("ซ่อมถึงไหนแล้ว");
    expect(between).toContain(first);
    expect(between).toContain("ห้องหรืออาคารไหน");
    await teacher.asks("ห้องวิชาการ");
    await teacher.asks("ข้าม");
    expect(await storedRequest(numberIn(await teacher.asks("ยืนยัน")))).toMatchObject({ answers: { place: "ห้องวิชาการ" } });
  });

  it("offers a half-finished report the next day, to go on with, begin anew or throw away", async () => {
    const [goesOn, beginsAnew, throwsAway] = await Promise.all([
      office.teacher("ครูทำต่อ"),
      office.teacher("ครูเริ่มใหม่"),
      office.teacher("ครูทิ้ง"),
    ]);
    for (const teacher of [goesOn, beginsAnew, throwsAway]) await teacher.asks("ปริ้นเตอร์กระดาษติด");
    clock.goTo("09:30", 1);
    for (const teacher of [goesOn, beginsAnew, throwsAway]) {
      const offer = await teacher.asks("สวัสดีค่ะ");
      expect(offer).toContain("ค้างไว้");
      expect(offer).toContain("[ทำต่อ]");
    }
    expect(await goesOn.pressesAndHears("ทำต่อ")).toContain("ห้องหรืออาคารไหน");
    await goesOn.asks("ห้องธุรการ");
    await goesOn.asks("ข้าม");
    expect(await storedRequest(numberIn(await goesOn.asks("ยืนยัน")))).toMatchObject({ answers: { symptom: "กระดาษติด" } });
    expect(await beginsAnew.pressesAndHears("เริ่มใหม่")).toContain("อุปกรณ์อะไรเสียคะ");
    expect(await throwsAway.pressesAndHears("ทิ้ง")).not.toContain("?");
    expect(JSON.stringify((await ChatModel.findById(throwsAway.userId).lean())?.session)).not.toContain("กระดาษติด");
  });
});

describe("reporting before registering", () => {
  it("keeps the report, asks who they are on the way, and nothing twice", async () => {
    const newcomer = await office.stranger("ครูใหม่");
    await newcomer.asks("ปริ้นเตอร์ห้องธุรการกระดาษติดค่ะ");
    await newcomer.asks("หนองไผ่แก้ว");
    const notice = await newcomer.asks("ยืนยัน");
    expect(notice).toContain(privacyNotice.text.split("\n")[0]);
    expect(notice).toContain("ชื่อ");
    expect(await newcomer.asks("สมชาย ใจดี")).toContain("ตำแหน่ง");
    const filed = await newcomer.pressesAndHears("ครู");
    const request = await storedRequest(numberIn(filed));
    const person = await personOf(newcomer.userId);
    expect(person).toMatchObject({ name: "สมชาย ใจดี", position: "ครู", school: { code: "24010001" } });
    expect(person?.acceptedNotice).toMatchObject({ version: privacyNotice.version, at: expect.any(Date) });
    expect(request).toMatchObject({ requester: { id: person?._id, name: "สมชาย ใจดี" }, school: { code: "24010001" } });
    await newcomer.asks("คอมห้องพักครู เปิดไม่ติด");
    const summary = await newcomer.asks("ข้าม");
    expect(summary).toContain("โรงเรียนบ้านหนองไผ่แก้ว");
    expect(await newcomer.asks("ยืนยัน")).toMatch(/ซ-\d{4}-\d{6}/);
  });
});
