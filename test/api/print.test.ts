import { beforeAll, describe, expect, it } from "vitest";
import { flushAccessLog } from "#bot/services/record-access.ts";
import { linkPrint } from "#models/contracts/print.contract.ts";
import { doTransition, getRequest } from "#models/contracts/requests.contract.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { repair } from "#models/requests/repair/repair.request.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { squeezed, squeezedPdf } from "#test/support/pdf-text.ts";
import { reports } from "#test/support/repairs.ts";

let now = new Date();
const office = useOffice({ clock: { now: () => now } });
let teacher: TestApi;
let technician: TestApi;
let technicianId = "";
let id = "";
let number = "";

beforeAll(async () => {
  const clock = { now: () => now };
  const somsri = await office.teacher("สมศรี เรียนดี", { phone: "081-000-0123" });
  const mana = await office.staff("มานะ ใจงาม");
  technicianId = mana.personId;
  teacher = apiAs(office, somsri, clock);
  technician = apiAs(office, mana, clock);
  number = await reports(somsri);
  id = (await RequestModel.findOne({ number }, { _id: 1 }).lean())?._id ?? "";
  await does("note", { words: "รออะไหล่จากร้าน" });
  await does("accept");
});

/** The technician takes a step of the request. */
async function does(transition: string, answers: Record<string, unknown> = {}): Promise<void> {
  const { state } = await technician.ask(getRequest, { params: { id } });
  const formVersion = repair.workflow.transitions[transition]?.form?.version ?? null;
  await technician.ask(doTransition, { params: { id, transition }, body: { offeredIn: state, formVersion, answers } });
}

async function linkOf(api: TestApi): Promise<string> {
  return `${office.server.url}${(await api.ask(linkPrint, { params: { id } })).url}`;
}

async function prints(api: TestApi): Promise<string> {
  const response = await fetch(await linkOf(api));
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  return squeezedPdf(await response.bytes());
}

const inThaiDigits = (text: string) => squeezed(text).replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "");

describe("a request on paper", () => {
  it("is a PDF with number, names, answers and what happened, in Thai digits, made of the form alone", async () => {
    const paper = await prints(teacher);
    const { filed } = await teacher.ask(getRequest, { params: { id } });
    expect(paper).toContain(inThaiDigits(number));
    expect(paper).toContain(squeezed(repair.form.manualTitles[0] ?? ""));
    for (const { field, label, shown } of filed) {
      if (field !== "photos") expect(paper).toContain(`${squeezed(label)}${inThaiDigits(shown)}`);
    }
    expect(paper).toContain("ผู้ยื่นเรื่องสมศรีเรียนดีตำแหน่งครู");
    expect(paper).toContain("ผู้รับผิดชอบมานะใจงามตำแหน่งนักวิชาการคอมพิวเตอร์");
    expect(paper).toContain("ลงชื่อผู้ดำเนินการ(มานะใจงาม)ตำแหน่งนักวิชาการคอมพิวเตอร์");
    expect(paper).toMatch(/ผู้ยื่นเรื่อง\(สมศรีเรียนดี\)ตำแหน่งครูยื่นทางอิเล็กทรอนิกส์เมื่อ[๐-๙]/);
    expect(paper).toContain("ปีงบประมาณพ.ศ.๒๕");
    expect(paper).toMatch(/พิมพ์เมื่อ[๐-๙]{1,2}[ก-๙]+๒๕[๐-๙]{2}เวลา[๐-๙]{2}\.[๐-๙]{2}น\.โดยสมศรีเรียนดี/);
    expect(paper).toMatch(/หน้า๑จาก[๑-๙]/);
    expect(paper).not.toMatch(/\d/);
  });

  it("opens without a session, inside the browser, under a name to keep it by, and leaves no copy on the way", async () => {
    const { headers } = await fetch(await linkOf(teacher));
    const [, encoded = ""] = /filename\*=UTF-8''(\S+)$/.exec(headers.get("content-disposition") ?? "") ?? [];
    expect(headers.get("content-disposition")).toMatch(/^inline; filename="REP-\d{4}-\d{6}\.pdf"; /);
    expect(decodeURIComponent(encoded)).toBe(`${repair.form.title} ${number}.pdf`);
    expect([headers.get("cache-control"), headers.get("referrer-policy")]).toEqual(["private, no-store", "no-referrer"]);
  });

  it("shows each person what they may see: notes among staff and the telephone only to staff", async () => {
    const [hers, his] = [await prints(teacher), await prints(technician)];
    expect(his).toContain("รออะไหล่จากร้าน");
    expect(his).toContain(inThaiDigits("081-000-0123"));
    expect(hers).not.toContain("รออะไหล่จากร้าน");
    expect(hers).not.toContain("บันทึกภายใน");
    expect(hers).not.toContain(inThaiDigits("081-000-0123"));
  });

  it("says so where nobody may print it, and every look is in the access log", async () => {
    const other = await office.teacher("ครูอื่น ไม่เกี่ยว");
    expect(await apiAs(office, other).refused(linkPrint, { params: { id } })).toMatchObject({ status: 404, code: "not_found" });
    expect(await apiAs(office, null).refused(linkPrint, { params: { id } })).toMatchObject({ status: 401 });
    await flushAccessLog();
    expect(await AccessEntryModel.countDocuments({ personId: other.personId, action: "print", result: "refused" })).toBe(1);
    expect(await AccessEntryModel.countDocuments({ personId: technicianId, action: "print", result: "allowed" })).toBeGreaterThan(0);
  });
});

describe("a link to print by", () => {
  const opens = async (url: string, init?: RequestInit) => {
    const response = await fetch(url, init);
    return { status: response.status, type: response.headers.get("content-type"), words: await response.text() };
  };

  it("is over after five minutes, and says how to get another", async () => {
    const url = await linkOf(teacher);
    now = new Date(now.getTime() + 4 * 60_000);
    expect((await opens(url)).status).toBe(200);
    now = new Date(now.getTime() + 61_000);
    expect(await opens(url)).toEqual({
      status: 404,
      type: "text/plain; charset=utf-8",
      words: expect.stringContaining("กดพิมพ์อีกครั้ง"),
    });
  });

  it("opens nothing once a letter of it is changed, nor when it is only looked at", async () => {
    const url = await linkOf(teacher);
    const start = url.indexOf("/print/") + "/print/".length;
    for (const at of [start, start + 10, url.length - 30, url.length - 1]) {
      const forged = url.slice(0, at) + (url[at] === "a" ? "b" : "a") + url.slice(at + 1);
      expect((await opens(forged)).status, forged).toBe(404);
    }
    expect((await opens(url, { method: "HEAD" })).status).toBe(405);
  });

  it("ends with the rights of whose it is", async () => {
    const leaving = await office.staff("ลาออก พรุ่งนี้");
    const url = await linkOf(apiAs(office, leaving, { now: () => now }));
    await PersonModel.updateOne({ _id: leaving.personId }, { $set: { grants: [] } });
    expect((await opens(url)).status).toBe(404);
  });

  it("prints so often a minute, without stopping anybody else", async () => {
    const busy = await office.staff("พิมพ์ไม่หยุด เลยนะ");
    const url = await linkOf(apiAs(office, busy, { now: () => now }));
    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await opens(url)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
    expect((await opens(await linkOf(technician))).status).toBe(200);
  });
});
