import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase, prepareCollections } from "#bot/platform/database.ts";
import { invitationId } from "#bot/services/people/invitation-code.ts";
import { HolidayModel } from "#models/documents/holiday.document.ts";
import { InboxEventModel } from "#models/documents/inbox-event.document.ts";
import { InvitationModel } from "#models/documents/invitation.document.ts";
import { NoticeModel } from "#models/documents/notice.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { useDatabase } from "#test/support/database.ts";
import { runScript } from "#test/support/run-script.ts";

const uri = useDatabase();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
  await prepareCollections(await connectDatabase(uri, { poolSize: 5 }));
});
afterAll(async () => {
  await mongoose.disconnect();
  await rm(folder, { recursive: true });
});

async function importing(kind: string, content: string | Uint8Array, ...options: string[]) {
  const path = join(folder, `${kind}.csv`);
  await writeFile(path, content);
  return runScript("import", [kind, path, ...options], uri);
}

const schools = [
  "\uFEFFcode,name,district,zone,phone",
  '99010001,"โรงเรียนบ้านเมฆลอย, สาขาหนึ่ง",เมฆงาม,A,038-000-001',
  "99010002,โรงเรียนวัดดาวยิ้ม,ดาวเรียง,B,",
  "",
].join("\r\n");

describe("npm run import", () => {
  it("tries a list of schools out without writing it", async () => {
    const { code, out } = await importing("schools", schools, "--dry-run");
    expect(out).toContain("จะเพิ่ม 2");
    expect(code).toBe(0);
    expect(await SchoolModel.countDocuments()).toBe(0);
  });

  it("takes schools as Excel saves them, and the same file again changes nothing", async () => {
    expect((await importing("schools", schools)).out).toContain("เพิ่ม 2 · แก้ 0 · เหมือนเดิม 0");
    expect(await SchoolModel.findById("99010001").lean()).toMatchObject({ name: "โรงเรียนบ้านเมฆลอย, สาขาหนึ่ง", zone: "A" });
    expect((await importing("schools", schools)).out).toContain("เพิ่ม 0 · แก้ 0 · เหมือนเดิม 2");
    const moved = schools.replace("ดาวเรียง,B", "ดาวเรียง,C");
    expect((await importing("schools", moved)).out).toContain("เพิ่ม 0 · แก้ 1 · เหมือนเดิม 1");
    expect((await SchoolModel.findById("99010002").lean())?.zone).toBe("C");
  });

  it("leaves bad lines out, names each by its line in the file, and says so by its exit code", async () => {
    const file = `code,name,district,zone,phone\n\n99010003,"โรงเรียน\nบ้านรุ้ง",รุ้ง,A,\n,โรงเรียนไม่มีรหัส,รุ้ง,A,\n99010004,โรงเรียนบ้านลม,ลม,A,,เกิน\n`;
    const { code, out } = await importing("schools", file);
    expect(out).toContain("เพิ่ม 1");
    expect(out).toContain("บรรทัด 5: ");
    expect(out).toContain("บรรทัด 6: มี 6 ช่อง");
    expect(code).toBe(1);
    expect(await SchoolModel.countDocuments()).toBe(3);
  });

  it("takes people with roles, their school by code or by name", async () => {
    const file = [
      "name,position,school,role,phone",
      "นายมานะ ทรายหัวเราะดี,นักวิชาการคอมพิวเตอร์,ศูนย์ ICT,staff:1:A+B,0800000001",
      "นางสมใจ เมฆพาเพลิน,ครู,99010002,,080-000-0002",
      "นายทวีป ลมใสแจ๋ว,ผู้อำนวยการโรงเรียน,โรงเรียนวัดดาวยิ้ม,school-director,",
      "นางสาวชบา ฝนชอบอ่าน,ครู,99010002,จอมยุทธ์,",
    ].join("\n");
    const { code, out } = await importing("people", file);
    expect(out).toContain("เพิ่ม 3");
    expect(out).toContain("บรรทัด 5: ");
    expect(code).toBe(1);
    const director = await PersonModel.findOne({ "grants.role": "school-director" }).lean();
    expect(director?.grants[0]?.scope).toMatchObject({ kind: "school", school: "99010002" });
    expect((await importing("people", file)).out).toContain("เพิ่ม 0 · แก้ 0 · เหมือนเดิม 3");
  });

  it("takes holidays in พ.ศ. and ค.ศ. as one day", async () => {
    const file = "date,name\n2026-12-10,วันรัฐธรรมนูญ\n10/12/2569,วันรัฐธรรมนูญ\n31 ธ.ค. 69,วันสิ้นปี\n๑ ม.ค. ๒๕๗๐,วันขึ้นปีใหม่\n31/02/2569,ไม่มีวันนี้\n";
    const { code, out } = await importing("holidays", file);
    expect(out).toContain("เพิ่ม 3 · แก้ 0 · เหมือนเดิม 1");
    expect(out).toContain("บรรทัด 6: ");
    expect(code).toBe(1);
    expect((await HolidayModel.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id)).toEqual(["2026-12-10", "2026-12-31", "2027-01-01"]);
  });

  it("says what to do with a file that is not UTF-8, has no heading or is not there", async () => {
    const [latin, headless, absent] = await Promise.all([
      importing("schools", Uint8Array.from([0xa1, 0xa2, 0x0a])),
      importing("people", "นายมานะ,ช่าง\n"),
      runScript("import", ["holidays", join(folder, "absent.csv")], uri),
    ]);
    expect(latin.err).toContain("CSV UTF-8");
    expect(headless.err).toContain("name,position,school,role,phone");
    expect(absent.err).toContain("absent.csv");
    expect([latin.code, headless.code, absent.code]).toEqual([1, 1, 1]);
  });
});

describe("npm run invite", () => {
  it("prints a code that is stored only as its hash, for the group and zone asked for", async () => {
    const { out, code } = await runScript("invite", ["--role", "staff", "--group", "1", "--zone", "A"], uri);
    expect(code).toBe(0);
    const [printed = ""] = /ICT-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(out) ?? [];
    const invitation = await InvitationModel.findById(invitationId(printed)).lean();
    expect(invitation).toMatchObject({ role: "staff", scope: { kind: "group", group: 1, zones: ["A"] }, usedAt: null });
    expect(JSON.stringify(await InvitationModel.find().lean())).not.toContain(printed);
  });

  it("says what is missing instead of making a role too wide", async () => {
    const runs = await Promise.all([
      runScript("invite", ["--role", "king"], uri),
      runScript("invite", ["--role", "group-head"], uri),
      runScript("invite", ["--role", "school-director", "--school", "00000000"], uri),
      runScript("invite", ["--role", "admin", "--group", "1"], uri),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(runs[0]?.err).toContain("group-head, centre-head");
    expect(runs[1]?.err).toContain("--group");
    expect(runs[2]?.err).toContain("00000000");
    expect(runs[3]?.err).toContain("admin");
  });
});

describe("npm run set-aside", () => {
  const receivedAt = new Date("2026-11-23T02:30:00Z");

  it("lists what was given up without anybody's words, and sends it back", async () => {
    const payload = { what: { kind: "text", text: "ความลับของครู" } };
    const event = { chatId: "U1", timestamp: 1, receivedAt, state: "set-aside" as const, payload, tries: 3, fault: "boom" };
    await InboxEventModel.insertMany([1, 2].map((n) => ({ _id: `event-${n}`, ...event })));
    await NoticeModel.create([
      {
        _id: "notice-1",
        personId: "p1",
        requestId: "r1",
        revision: 1,
        event: "new-work",
        as: "worker",
        urgency: "high",
        state: "given-up",
        retryKey: "key-1",
        fault: "http_429",
        createdAt: receivedAt,
        settledAt: receivedAt,
      },
    ]);
    const listed = await runScript("set-aside", ["list"], uri);
    for (const shown of ["event-1", "event-2", "boom", "notice-1", "http_429", "23 พ.ย. 69 09.30 น."]) expect(listed.out).toContain(shown);
    expect(listed.out).not.toContain("ความลับ");

    expect((await runScript("set-aside", ["retry", "event-1"], uri)).out).toContain("1 รายการ");
    expect((await InboxEventModel.findById("event-1").lean())?.state).toBe("waiting");
    expect((await InboxEventModel.findById("event-2").lean())?.state).toBe("set-aside");

    expect((await runScript("set-aside", ["retry-all"], uri)).out).toContain("2 รายการ");
    const notice = await NoticeModel.findById("notice-1").lean();
    expect(notice).toMatchObject({ state: "new", tries: 0 });
    expect(notice?.retryKey).not.toBe("key-1");
    expect((await runScript("set-aside", ["list"], uri)).out).toContain("ไม่มีรายการที่พักไว้");
    expect((await runScript("set-aside", ["retry", "event-1"], uri)).code).toBe(1);
  });
});
