import { createHash } from "node:crypto";
import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRecords } from "#bot/jobs/make-records.ts";
import { createLogger } from "#bot/platform/logger.ts";
import { openPrinter } from "#bot/print/open-printer.ts";
import { claimRecord } from "#bot/services/records/claim-record.ts";
import { keepRecord } from "#bot/services/records/keep-record.ts";
import { readRecord } from "#bot/services/records/read-record.ts";
import { FileModel } from "#models/documents/file.document.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { chairs } from "#test/support/invented-types.ts";
import { squeezed, squeezedPdf } from "#test/support/pdf-text.ts";
import { useServices } from "#test/support/services.ts";

const ctx = useServices([chairs]);
const log = createLogger({ level: "silent" });
const printer = openPrinter({ log });
afterAll(() => printer.close(1_000));

const deps = { services: ctx, printer, log, pageOf: (id: string) => `https://liff.line.me/0-sample/requests/${id}` };
const minutes = (count: number) => new Date(ctx.at.getTime() + count * 60_000);

let teacher: PersonDocument;
let head: PersonDocument;
let staff: PersonDocument;

beforeAll(async () => {
  const scope = { kind: "group", group: 1, zones: [] } as const;
  teacher = await ctx.person("ครูขอเก้าอี้", { phone: "081-000-0123" });
  head = await ctx.person("หัวหน้า อนุมัติ", { position: "หัวหน้ากลุ่มงาน", roles: [{ role: "group-head", scope: { ...scope, zones: [] } }] });
  staff = await ctx.person("เจ้าหน้าที่ ให้ยืม", { roles: [{ role: "staff", scope: { ...scope, zones: [] } }] });
});

async function does(person: PersonDocument, id: string, transition: string, answers: Record<string, unknown> = {}): Promise<void> {
  const { state, answersRevision } = await read(id);
  await ctx.run({ do: "transition", requestId: id, transition, offeredIn: state, seen: answersRevision, answers }, ctx.who(person));
}

const read = async (id: string) => {
  const found = await RequestModel.findById(id).lean();
  if (!found) throw new Error("no request");
  return found;
};

/** A request on which the last decision was made. */
async function decided(event = "ประชุมผู้ปกครอง"): Promise<string> {
  const answers = { event, count: 20, day: "2027-01-22" };
  const { request } = await ctx.run({ do: "submit", formId: "chairs", formVersion: 1, draftId: ctx.newId(), answers }, ctx.who(teacher));
  await does(head, request.id, "head-approve-to-end", { words: "ให้ยืมได้" });
  return request.id;
}

const recordFiles = () => FileModel.find({ kind: "record" }, { state: 1, requestId: 1 }).lean();

describe("the paper of record", () => {
  it("is made once a last decision wants it, as the office reads it, and its hash is that of its bytes", async () => {
    const id = await decided();
    expect(await readRecord(id)).toBeNull();
    expect(await makeRecords(deps)).toBe(1);
    expect(await makeRecords(deps)).toBe(0);
    const bytes = await readRecord(id);
    const { record } = await read(id);
    expect(record).toMatchObject({
      state: "made",
      sha256: createHash("sha256")
        .update(bytes ?? "")
        .digest("hex"),
      at: ctx.at,
    });
    expect(await FileModel.findById(record?.fileId).lean()).toMatchObject({ state: "attached", kind: "record", requestId: id });
    const paper = await squeezedPdf(bytes ?? Buffer.of());
    for (const words of ["ประชุมผู้ปกครอง", "๒๒ มกราคม ๒๕๗๐", "๐๘๑-๐๐๐-๐๑๒๓", "ให้ยืมได้", "หัวหน้า อนุมัติ", "ลงนามทางอิเล็กทรอนิกส์"]) {
      expect(paper).toContain(squeezed(words));
    }
    expect(paper).toContain("ฉบับจัดเก็บเป็นหลักฐาน");
  });

  it("names who sent it for somebody else", async () => {
    const answers = { event: "งานของคนโทรมา", count: 20, day: "2027-01-22" };
    const caller = { name: "ครูโทร มาแจ้ง", phone: "081-000-0456" };
    const submission = { formId: "chairs", formVersion: 1, draftId: ctx.newId(), answers, onBehalfOf: caller };
    const { request } = await ctx.run({ do: "submit", ...submission }, ctx.who(staff));
    await does(head, request.id, "head-approve-to-end");
    await makeRecords(deps);
    const paper = await squeezedPdf((await readRecord(request.id)) ?? Buffer.of());
    expect(paper).toContain(squeezed("เจ้าหน้าที่ ให้ยืม ตำแหน่ง ครู ยื่นแทน"));
    expect(paper).not.toContain("ยื่นทางอิเล็กทรอนิกส์");
  });

  it("is signed by the requester at the time of what stands in it", async () => {
    const answers = { event: "งานที่แก้แล้ว", count: 20, day: "2027-01-22" };
    const { request } = await ctx.run({ do: "submit", formId: "chairs", formVersion: 1, draftId: ctx.newId(), answers }, ctx.who(teacher));
    await does(head, request.id, "head-return", { reason: "ขอวันอื่น" });
    ctx.at = new Date("2026-11-25T10:15:00+07:00");
    await does(teacher, request.id, "resubmit", { ...answers, day: "2027-01-29" });
    ctx.at = minutes(30);
    await does(head, request.id, "head-approve-to-end");
    await makeRecords(deps);
    const paper = await squeezedPdf((await readRecord(request.id)) ?? Buffer.of());
    expect(paper).toContain(squeezed("ยื่นทางอิเล็กทรอนิกส์ เมื่อ ๒๕ พฤศจิกายน ๒๕๖๙ เวลา ๑๐.๑๕ น."));
  });

  it("says how it stood when it was decided, whatever is done or numbered before it is made", async () => {
    const id = await decided("งานที่เลื่อนทีหลัง");
    ctx.at = minutes(30);
    await does(staff, id, "lend");
    await does(staff, id, "move", { until: "2027-02-28" });
    await RequestModel.updateOne({ _id: id }, { $set: { official: { number: "ศธ 04000/77", date: "2026-11-30" } } });
    expect((await read(id)).answers).toMatchObject({ day: "2027-02-28" });
    expect(await makeRecords(deps)).toBe(1);
    const paper = await squeezedPdf((await readRecord(id)) ?? Buffer.of());
    expect(paper).toContain(squeezed("๒๒ มกราคม ๒๕๗๐"));
    for (const later of ["๒๘ กุมภาพันธ์", "ให้ยืมแล้ว", "เลื่อนวันคืน", "๐๔๐๐๐/๗๗", "ผู้รับผิดชอบ"]) expect(paper).not.toContain(squeezed(later));
    const { record } = await read(id);
    expect(record).toMatchObject({ state: "made", revision: 2, hasNumber: false });
    expect(record).not.toHaveProperty("decided");
  });

  it("stays as it is, byte for byte, whatever is done or numbered afterwards", async () => {
    const id = await decided("งานที่ยังเดินต่อ");
    await makeRecords(deps);
    const before = await readRecord(id);
    ctx.at = minutes(30);
    await does(staff, id, "lend");
    await does(staff, id, "return");
    await RequestModel.updateOne({ _id: id }, { $set: { official: { number: "ศธ 04000/99", date: "2026-11-30" } } });
    expect(await makeRecords(deps)).toBe(0);
    expect(Buffer.compare((await readRecord(id)) ?? Buffer.of(), before ?? Buffer.of(0))).toBe(0);
  });

  it("is made by another where the process that began it died before it was kept", async () => {
    const id = await decided("คนแรกตาย");
    await claimRecord(ctx);
    expect(await makeRecords(deps)).toBe(0);
    ctx.at = minutes(3);
    expect(await makeRecords(deps)).toBe(1);
    expect((await read(id)).record?.state).toBe("made");
  });

  it("is kept once where two made it: the slower leaves nothing behind", async () => {
    const id = await decided("ช้ากว่า");
    const slow = await claimRecord(ctx);
    ctx.at = minutes(3);
    expect(await makeRecords(deps)).toBe(1);
    const kept = (await read(id)).record;
    const files = await recordFiles();
    expect(slow && (await keepRecord(ctx, slow, Buffer.from("another")))).toBeNull();
    expect((await read(id)).record).toEqual(kept);
    expect(await recordFiles()).toEqual(files);
  });

  it("is printed again where the process that sets documents is killed", async () => {
    const id = await decided("เครื่องพิมพ์ล้ม");
    await printer.print({
      layout: "card",
      emblem: null,
      data: { office: "", title: "", number: "", holder: "", position: "", rows: [], until: "", qr: "", printed: "" },
    });
    const pid = printer.pid() ?? 0;
    process.kill(pid, "SIGSTOP");
    const dying: typeof printer.print = (job) => {
      setImmediate(() => process.kill(pid, "SIGKILL"));
      return printer.print(job);
    };
    expect(await makeRecords({ ...deps, printer: { print: dying } })).toBe(0);
    expect((await read(id)).record?.state).toBe("wanted");
    ctx.at = minutes(3);
    expect(await makeRecords(deps)).toBe(1);
  });

  it("is not served when somebody changed the stored bytes", async () => {
    const id = await decided("ถูกแก้ไข");
    await makeRecords(deps);
    const { record } = await read(id);
    const stored = await mongoose.connection.collection("pictures.files").findOne({ filename: `${record?.fileId}/full` });
    const chunks = mongoose.connection.collection("pictures.chunks");
    const chunk = await chunks.findOne({ files_id: stored?._id, n: 0 });
    const bytes = Buffer.from(chunk?.data.buffer);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await chunks.updateOne({ files_id: stored?._id, n: 0 }, { $set: { data: new mongoose.mongo.Binary(bytes) } });
    await expect(readRecord(id)).rejects.toThrow("is not what was kept");
  });

  it("finds what is wanted by its index alone", async () => {
    const plan = await RequestModel.find({ "record.state": "wanted", "record.at": { $lte: ctx.at } })
      .sort({ "record.at": 1 })
      .explain("queryPlanner");
    expect(JSON.stringify(plan)).toContain("records_wanted");
  });
});
