import { beforeAll, describe, expect, it } from "vitest";
import { checkCard, getCard } from "#models/contracts/cards.contract.ts";
import { continueRequest } from "#models/contracts/requests.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { idCardRequestForm } from "#models/requests/id-card-request/id-card-request.form.ts";
import { apiAs } from "#test/support/api.ts";
import { sampleSchools, type TestOffice, useOffice } from "#test/support/office.ts";
import { walkIn } from "#test/support/walk.ts";

type Person = Awaited<ReturnType<TestOffice["teacher"]>>;

let at = new Date("2026-12-01T10:00:00+07:00");
const clock = { now: () => at };
const office = useOffice({ clock });
const { file, step, refused, read, offered } = walkIn(office, clock);
const [ownSchool, otherSchool] = sampleSchools;

let teacher: Person;
let schoolHead: Person;
let groupHead: Person;
let centreHead: Person;
let technician: Person;

beforeAll(async () => {
  teacher = await office.teacher("ครูขอบัตร");
  schoolHead = await office.schoolDirector("ผอ.โรงเรียนรับรอง");
  groupHead = await office.head("หัวหน้ากลุ่มหนึ่ง");
  centreHead = await office.teacher("หัวหน้าศูนย์", { grants: [{ role: "centre-head", scope: { kind: "office" } }] });
  technician = await office.staff("เจ้าหน้าที่บัตร");
});

const [, answers = {}] = idCardRequestForm.examples;
const ask = async (changes: Record<string, unknown> = {}, by = teacher) =>
  (await file(by, "id_card_request", { ...answers, school: { code: ownSchool?.code ?? null, name: ownSchool?.name ?? "" }, ...changes }))
    .id;
const issued = async (changes: Record<string, unknown> = {}) => {
  const id = await ask(changes);
  await step(schoolHead, id, "endorser-endorse");
  expect(await step(centreHead, id, "head-approve")).toBe("issued");
  return id;
};
const standing = async (code: string) => (await apiAs(office, technician, clock).ask(checkCard, { params: { code } })).standing;

describe("a card for a teacher of a school", () => {
  it("is endorsed by the school's director, approved by the head, and shown; staff check it", async () => {
    const id = await ask();
    expect(await offered(centreHead, id)).not.toContain("head-approve");
    expect(await step(schoolHead, id, "endorser-endorse", { words: "เป็นผู้รับผิดชอบงานธุรการ" })).toBe("waiting-head");
    expect(await offered(schoolHead, id)).toEqual([]);
    expect(await step(centreHead, id, "head-approve")).toBe("issued");

    const card = await apiAs(office, teacher, clock).ask(getCard, { params: { id } });
    expect(card).toMatchObject({ holder: "ครูขอบัตร", standing: "not-yet", from: "2026-12-15", until: "2027-12-14" });
    expect(await standing(card.code), "its first day is to come").toBe("not-yet");
    const today = at;
    at = new Date("2026-12-15T00:00:00+07:00");
    expect(await standing(card.code)).toBe("valid");
    at = today;
    expect(await RequestModel.findById(id).lean()).toMatchObject({ isOpen: false, record: { state: expect.any(String) } });
  });

  it("is the group's head's to endorse where the school has no director", async () => {
    const id = await ask({ school: { code: otherSchool?.code ?? null, name: otherSchool?.name ?? "" } });
    expect(await RequestModel.findById(id).lean()).toMatchObject({ decider: { role: "group-head", unit: "1" } });
    expect(await step(groupHead, id, "endorser-endorse")).toBe("waiting-head");
  });

  it("is not decided by the one who asks for it", async () => {
    const id = await ask({}, groupHead);
    expect(await refused(groupHead, id, "endorser-endorse")).toMatchObject({ code: "own_request" });
    expect(await step(schoolHead, id, "endorser-endorse")).toBe("waiting-head");
    expect(await step(centreHead, id, "head-approve")).toBe("issued");
  });

  it("goes back to be mended, comes again with the new answers, and may be refused", async () => {
    const id = await ask();
    expect(await step(schoolHead, id, "endorser-return", { reason: "ขอใช้เกินหน้าที่" })).toBe("returned");
    const mended = { ...answers, school: { code: ownSchool?.code ?? null, name: ownSchool?.name ?? "" }, duty: "รับหนังสือราชการเท่านั้น" };
    expect(await step(teacher, id, "resubmit", mended)).toBe("waiting-endorser");
    expect((await read(schoolHead, id)).filed.find(({ field }) => field === "duty")?.shown).toBe("รับหนังสือราชการเท่านั้น");
    await step(schoolHead, id, "endorser-endorse");
    expect(await step(centreHead, id, "head-refuse", { reason: "มีผู้รับผิดชอบแล้ว" })).toBe("refused");
    expect(await offered(teacher, id)).toEqual([]);
  });

  it("is corrected until somebody acted, and withdrawn until the last word", async () => {
    const id = await ask();
    expect(await offered(teacher, id)).toEqual(expect.arrayContaining(["correct", "withdraw"]));
    await step(schoolHead, id, "endorser-endorse");
    expect(await offered(teacher, id)).toEqual(["withdraw"]);
    expect(await step(teacher, id, "withdraw")).toBe("withdrawn");
  });

  it("is revoked by staff with the reason, which the check then shows", async () => {
    const id = await issued();
    const { code } = await apiAs(office, teacher, clock).ask(getCard, { params: { id } });
    expect((await refused(technician, id, "revoke")).code).toBe("invalid_answers");
    expect(await step(technician, id, "revoke", { reason: "ย้ายไปสังกัดอื่น" })).toBe("revoked");
    expect(await standing(code)).toBe("revoked");
  });

  it("expires by itself once its last day is over, and is renewed from there", async () => {
    const id = await issued({ period: { from: "2026-12-01", until: "2026-12-31" } });
    const { code } = await apiAs(office, teacher, clock).ask(getCard, { params: { id } });
    at = new Date("2026-12-31T23:59:00+07:00");
    expect(await standing(code)).toBe("valid");
    at = new Date("2027-01-01T00:00:01+07:00");
    expect(await standing(code)).toBe("expired");
    await office.restarts();
    await expect.poll(async () => (await read(teacher, id)).state).toBe("expired");

    const again = await apiAs(office, teacher, clock).ask(continueRequest, { params: { id }, body: { formId: "id_card_request" } });
    expect(again.answers).toMatchObject({ occasion: "renew", systems: ["amss"] });
    expect(again.answers).not.toHaveProperty("period");
    expect(again.answers).not.toHaveProperty("acceptsRules");
  });
});

describe("a card asked for in the chat", () => {
  it("is asked question by question and stored as the API would store it", async () => {
    const chat = await office.teacher("ครูขอบัตรในแชต");
    expect(await chat.asks("ขอบัตรประจำตัว")).toContain("ขอใช้ระบบไหนบ้างคะ");
    expect(await chat.asks("DMC, ระบบอื่น")).toContain("ระบบอื่นชื่ออะไรคะ");
    expect(await chat.asks("ระบบเยี่ยมบ้านของโรงเรียน")).toContain("ขอใช้งานระดับไหนคะ");
    expect(await chat.pressesAndHears("บันทึกข้อมูล")).toContain("ใช้ระบบทำงานอะไรคะ");
    expect(await chat.asks("บันทึกข้อมูลนักเรียนรายบุคคล")).toContain("ขอใช้ตั้งแต่วันไหนถึงวันไหนคะ");
    expect(await chat.asks("1 ม.ค. 2571 ถึง 30 ก.ย. 2571")).toContain("เป็นบุคลากรประเภทไหนคะ");
    const rules = await chat.pressesAndHears("ข้าราชการครู");
    expect(rules).toContain("ไม่ให้ผู้อื่นใช้หรือรู้รหัสผ่าน");
    expect(await chat.pressesAndHears("ยอมรับ")).toContain("เพื่อออกบัตร");
    const summary = await chat.pressesAndHears("ยอมรับ");
    expect(summary).toContain("ระบบเยี่ยมบ้านของโรงเรียน");
    const filed = await chat.pressesAndHears("ยืนยัน");
    const number = /บช-\d{4}-\d{6}/.exec(filed)?.[0];
    expect((await RequestModel.findOne({ number: number ?? "" }).lean())?.answers).toEqual({
      systems: ["dmc", "other"],
      otherSystem: "ระบบเยี่ยมบ้านของโรงเรียน",
      level: "enter",
      duty: "บันทึกข้อมูลนักเรียนรายบุคคล",
      period: { from: "2028-01-01", until: "2028-09-30" },
      personKind: "civil",
      acceptsRules: true,
      acceptsPrivacy: true,
      school: { code: ownSchool?.code, name: ownSchool?.name },
    });
  });
});
