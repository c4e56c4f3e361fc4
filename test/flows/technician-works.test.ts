import { describe, expect, it } from "vitest";
import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import { officeClock } from "#test/support/clock.ts";
import { useOffice } from "#test/support/office.ts";
import { does, filesOf, finishes, noticesOf, photoOf, picks, reports, storedRequest, timelineOf } from "#test/support/repairs.ts";

const clock = officeClock();
const office = useOffice({ clock });
const network = "เน็ตล่มทั้งโรงเรียนเลยค่ะ ห้องเซิร์ฟเวอร์";

describe("doing the work in chat", () => {
  it("goes through remote repair, parts, an outside shop and back to done, each step with its form, each seen by the teacher", async () => {
    const teacher = await office.teacher("ครูรอซ่อม");
    const technician = await office.staff("ช่างทุกขั้น");
    const number = await reports(teacher, "คอมห้องพักครู เปิดไม่ติด");
    const sees = async (state: string) => expect(await teacher.asks(number)).toContain(state);

    await does(technician, number, "รับเรื่อง");
    await sees("รับเรื่องแล้ว");
    expect(await does(technician, number, "เริ่มตรวจสอบ")).toContain("กำลังตรวจสอบ");
    await sees("กำลังตรวจสอบ");
    await does(technician, number, "แก้ทางไกล");
    await sees("กำลังแก้ทางไกล");
    await does(technician, number, "ลงมือซ่อม");
    await sees("กำลังซ่อม");

    expect(await does(technician, number, "รออะไหล่ / งบ")).toContain("รออะไหล่หรืองบอะไร");
    expect(await technician.asks("พาวเวอร์ซัพพลาย")).toContain("วันไหน");
    const day = addDays(bangkokDate(clock.now()), 7);
    expect(await technician.pressesAndHears("เลือกวันที่", { pick: day })).toContain(number);
    await sees("รออะไหล่");
    await sees("พาวเวอร์ซัพพลาย");

    expect(await does(technician, number, "ส่งซ่อมภายนอก")).toContain("ส่งซ่อมที่ไหน");
    await technician.asks("ร้านคอมในตลาด");
    expect(await technician.asks("ข้าม")).toContain(number);
    await sees("ส่งซ่อมภายนอก");

    expect(await does(technician, number, "ซ่อมเสร็จ")).toContain("สาเหตุ");
    await technician.asks("พาวเวอร์ซัพพลายเสีย");
    expect(await technician.asks("เปลี่ยนพาวเวอร์ซัพพลาย")).toContain("อะไหล่");
    expect(await technician.asks("พาวเวอร์ซัพพลาย 1 ตัว")).toContain("บาท");
    expect(await technician.asks("๑,๒๕๐ บาท")).toContain("รูป");
    await technician.sendsPhoto(await photoOf(80));
    await technician.hears();
    expect(await technician.asks("พอแล้ว")).toContain("รอผู้แจ้งยืนยัน");
    await sees("ซ่อมเสร็จ");
    expect(await teacher.asks(number)).toContain("เปลี่ยนพาวเวอร์ซัพพลาย");

    const entries = await timelineOf(number);
    const steps = ["submit", "accept", "inspect", "fix-remotely", "repair", "wait-parts", "send-out", "done"];
    expect(entries.map(({ transition }) => transition)).toEqual(steps);
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(entries.slice(1).every(({ actor }) => actor.id === technician.personId && actor.position !== "")).toBe(true);
    expect(entries.slice(1).map(({ from }) => from)).toEqual(entries.slice(0, -1).map(({ to }) => to));
    expect(entries[5]?.answers).toMatchObject({ what: "พาวเวอร์ซัพพลาย", until: day });
    expect(entries[7]?.answers).toMatchObject({ cause: "พาวเวอร์ซัพพลายเสีย", parts: "พาวเวอร์ซัพพลาย 1 ตัว", cost: 1250 });
    expect(await filesOf(entries[7]?.answers.photos)).toMatchObject([{ state: "attached" }]);
  });

  it("ends what cannot be repaired with its reason, and the teacher hears it", async () => {
    const teacher = await office.teacher("ครูเครื่องเก่า");
    const technician = await office.staff("ช่างซ่อมไม่ได้");
    const number = await reports(teacher, "คอมห้องพักครู เปิดไม่ติด");
    await does(technician, number, "รับเรื่อง");
    expect(await does(technician, number, "ซ่อมไม่ได้")).toContain("เพราะอะไร");
    expect(await technician.asks("เมนบอร์ดไหม้ ไม่มีอะไหล่แล้ว")).toContain(number);
    const news = await teacher.asks("สวัสดีค่ะ");
    expect(news).toContain("ซ่อมไม่ได้");
    expect(news).toContain("เมนบอร์ดไหม้");
    expect(await storedRequest(number)).toMatchObject({ state: "unrepairable", isOpen: false });
  });

  it("can be given up in the middle of a form: nothing has changed", async () => {
    const technician = await office.staff("ช่างยกเลิกกลางทาง");
    const number = await reports(await office.teacher("ครูงานค้าง"));
    await does(technician, number, "รับเรื่อง");
    await does(technician, number, "ซ่อมเสร็จ");
    await technician.asks("หมึกหมด");
    expect(await technician.asks("ยกเลิก")).toContain("เหมือนเดิม");
    expect(await storedRequest(number)).toMatchObject({ state: "accepted", revision: 2 });
  });
});

describe("asking the teacher", () => {
  it("brings the question to their chat and the answer, with its picture, back to the technician", async () => {
    const teacher = await office.teacher("ครูถูกถาม");
    const technician = await office.staff("ช่างถาม");
    const number = await reports(teacher, network);
    await does(technician, number, "รับเรื่อง");
    await does(technician, number, "เริ่มตรวจสอบ");
    expect(await does(technician, number, "ขอข้อมูลเพิ่ม")).toContain("ถามผู้แจ้งว่าอะไร");
    expect(await technician.asks("ไฟที่เราเตอร์ติดกี่ดวง")).toContain(number);
    expect(await storedRequest(number)).toMatchObject({ state: "asked", awaits: teacher.personId });

    // A critical job: what holds it up is pushed, even on the free plan.
    const asked = await teacher.hearsText({ containing: "ไฟที่เราเตอร์" });
    expect(asked).toContain("[ตอบช่าง]");
    await teacher.sendsPhoto(await photoOf(90));
    const got = await teacher.hearsText();
    expect(got).toContain(number);
    const sent = await teacher.asks("ติดสองดวงค่ะ สีส้ม");
    if (!sent.includes("ส่งคำตอบ")) expect(await teacher.asks("พอแล้ว")).toContain("ส่งคำตอบ");
    const answer = (await timelineOf(number)).at(-1);
    expect(answer).toMatchObject({ transition: "answer", from: "asked", to: "inspecting", actor: { name: "ครูถูกถาม" } });
    expect(answer?.answers).toMatchObject({ words: "ติดสองดวงค่ะ สีส้ม" });
    expect(await filesOf(answer?.answers.photos)).toHaveLength(1);
    expect(await technician.hearsText({ containing: "สีส้ม" })).toContain("ได้คำตอบแล้ว");
    expect(await storedRequest(number)).toMatchObject({ state: "inspecting", awaits: null });
  });

  it("takes a plain typed text as the answer, and goes back to where the work was", async () => {
    const teacher = await office.teacher("ครูตอบสั้น");
    const technician = await office.staff("ช่างถามสั้น");
    const number = await reports(teacher);
    await does(technician, number, "รับเรื่อง");
    await does(technician, number, "ขอข้อมูลเพิ่ม");
    await technician.asks("เครื่องรุ่นอะไรคะ");
    const heard = await teacher.asks("สวัสดีค่ะ");
    expect(heard).toContain("เครื่องรุ่นอะไร");
    const answered = await teacher.pressesAndHears("ตอบช่าง");
    expect(answered).toContain("คะ");
    const sent = await teacher.asks("รุ่น L3110 ค่ะ");
    expect(sent).toContain("ส่งคำตอบ");
    expect((await timelineOf(number)).at(-1)).toMatchObject({ transition: "answer", to: "accepted" });
    await expect.poll(async () => (await noticesOf(number, technician.personId)).at(-1)?.state).toBe("waiting");
    expect(await technician.asks("งานของฉัน")).toContain("L3110");
    expect(await technician.pressesAndHears("ดูในแชต", { on: number })).toContain("L3110");
  });

  it("may go on without waiting for the answer", async () => {
    const technician = await office.staff("ช่างไม่รอ");
    const number = await reports(await office.teacher("ครูเงียบ"));
    await does(technician, number, "รับเรื่อง");
    await does(technician, number, "ขอข้อมูลเพิ่ม");
    await technician.asks("อยู่ชั้นไหนคะ");
    expect(await does(technician, number, "ทำต่อโดยไม่รอคำตอบ")).toContain(number);
    expect(await storedRequest(number)).toMatchObject({ state: "accepted", awaits: null });
  });
});

describe("among staff", () => {
  it("an internal note is seen by staff and never by the teacher", async () => {
    const teacher = await office.teacher("ครูไม่เห็น");
    const [technician, colleague] = [await office.staff("ช่างจด"), await office.staff("ช่างอ่าน")];
    const number = await reports(teacher);
    await does(technician, number, "รับเรื่อง");
    expect(await does(technician, number, "บันทึกภายใน")).toContain("ผู้แจ้งไม่เห็น");
    expect(await technician.asks("เครื่องนี้หมดประกันแล้ว")).toContain(number);
    expect(await colleague.asks(number)).toContain("หมดประกัน");
    expect(await teacher.asks("สวัสดีค่ะ")).not.toContain("หมดประกัน");
    expect(await teacher.asks(number)).not.toContain("หมดประกัน");
    expect((await timelineOf(number)).at(-1)).toMatchObject({ transition: "note", audience: "staff" });
    expect((await noticesOf(number, teacher.personId)).map(({ revision }) => revision)).not.toContain(3);
  });

  it("a job is forwarded to a colleague with a word, and is theirs", async () => {
    const [technician, colleague] = [await office.staff("ช่างส่งต่อ"), await office.staff("ช่างรับต่อ")];
    const number = await reports(await office.teacher("ครูถูกส่งต่อ"), network);
    await does(technician, number, "รับเรื่อง");
    expect(await does(technician, number, "ส่งต่อ")).toContain("ส่งต่อให้ใครดีคะ");
    await picks(technician, "ช่างรับต่อ");
    expect(await technician.asks("รุ่นนี้พี่ถนัดกว่าครับ")).toContain(number);
    expect(await storedRequest(number)).toMatchObject({ state: "assigned", assignee: { id: colleague.personId, name: "ช่างรับต่อ" } });
    const told = await colleague.hearsText({ containing: "พี่ถนัดกว่า" });
    expect(told).toContain("มอบหมายให้คุณ");
    expect(await colleague.pressesAndHears("รับเรื่อง", { on: number })).toContain(number);
    expect(await finishes(colleague, number)).toContain(number);
    expect(await technician.asks("งานของฉัน")).not.toContain(number);
  });

  it("of two who press รับเรื่อง at the same moment one has it, and the other is told who", async () => {
    const [one, two] = [await office.staff("ช่างมือไว"), await office.staff("ช่างมือช้า")];
    for (let round = 0; round < 3; round += 1) {
      const number = await reports(await office.teacher("ครูสองช่าง"), network);
      for (const technician of [one, two]) await technician.hears({ containing: number });
      await Promise.all([one.presses("รับเรื่อง", { on: number }), two.presses("รับเรื่อง", { on: number })]);
      const answers = [await one.hearsText(), await two.hearsText()];
      const { assignee, revision } = await storedRequest(number);
      const winner = assignee?.id === one.personId ? 0 : 1;
      expect(answers[winner]).toContain(`รับงาน ${number}`);
      expect(answers[1 - winner]).toContain(`${assignee?.name} รับเรื่อง`);
      expect(answers[1 - winner]).toContain(number);
      expect(revision).toBe(2);
    }
  });

  it("staff of another group or a teacher cannot take it", async () => {
    const [other, teacher] = [await office.staff("ช่างกลุ่มอื่น", 2), await office.teacher("ครูอยากซ่อม")];
    const number = await reports(await office.teacher("ครูกลุ่มหนึ่ง"));
    expect(await other.asks(number)).not.toContain("[รับเรื่อง]");
    expect(await teacher.asks(number)).toContain("ไม่พบ");
    expect(await teacher.asks("คิวงาน")).not.toContain(number);
  });
});
