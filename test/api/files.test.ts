import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { openSessionTokens } from "#bot/api/session-token.ts";
import { flushAccessLog } from "#bot/services/record-access.ts";
import { linkFile, removeFile, uploadFile } from "#models/contracts/files.contract.ts";
import { getRequest, submitRequest } from "#models/contracts/requests.contract.ts";
import { AccessEntryModel } from "#models/documents/access-entry.document.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { sampleSchools, useOffice } from "#test/support/office.ts";
import { photoOf } from "#test/support/repairs.ts";
import { brokenPrinter } from "#test/support/services.ts";
import { testChannel } from "#test/support/simulator.ts";

const office = useOffice();
const [school] = sampleSchools;

async function sends(api: TestApi, { bytes, uploadId = randomUUID() }: { bytes?: Buffer; uploadId?: string } = {}) {
  return api.upload(uploadFile, { params: { uploadId }, bytes: bytes ?? (await photoOf()), type: "image/jpeg" });
}

function report(api: TestApi, photos: string[]) {
  const answers = {
    ...brokenPrinter,
    school: { code: school?.code ?? null, name: school?.name ?? "" },
    ...(photos.length > 0 ? { photos } : {}),
  };
  return api.ask(submitRequest, { body: { formId: "repair", formVersion: 1, draftId: randomUUID(), answers } });
}

const opens = (url: string) => fetch(`${office.server.url}${url}`);

describe("a picture sent from the mini-app", () => {
  it("is kept as the person's own, shown at once, and becomes part of the request that names it", async () => {
    const api = apiAs(office, await office.teacher("ครูส่งรูป ใจดี"));
    const { id, thumbnail } = await sends(api);
    const shown = await opens(thumbnail);
    expect([shown.status, shown.headers.get("content-type"), shown.headers.get("content-disposition")]).toEqual([
      200,
      "image/jpeg",
      "inline",
    ]);
    const { photos } = await report(api, [id]);
    expect(photos.map((photo) => photo.id)).toEqual([id]);
  });

  it("that is gone by now is refused at its field, by its place among the pictures; the same submission again is the first", async () => {
    const api = apiAs(office, await office.teacher("ครูรูปหาย ตัวอย่าง"));
    const photos = [(await sends(api)).id, (await sends(api)).id];
    await FileModel.deleteOne({ _id: photos[1] ?? "" });
    const answers = { ...brokenPrinter, school: { code: null, name: "โรงเรียนตัวอย่าง" } };
    const body = { formId: "repair", formVersion: 1, draftId: randomUUID(), answers };
    expect(await api.refused(submitRequest, { body: { ...body, answers: { ...answers, photos } } })).toMatchObject({
      code: "invalid_answers",
      fields: { photos: expect.stringContaining("รูปที่ 2 ไม่อยู่แล้ว") },
    });
    const whole = { body: { ...body, answers: { ...answers, photos: photos.slice(0, 1) } } };
    const [first, second] = await Promise.all([api.ask(submitRequest, whole), api.ask(submitRequest, whole)]);
    expect([second.id, (await api.ask(submitRequest, whole)).id]).toEqual([first.id, first.id]);
  });

  it("is one file however often the phone sends it, also at once; another person's same id is another file", async () => {
    const teacher = apiAs(office, await office.teacher("ครูเน็ตช้า รอนาน"));
    const uploadId = randomUUID();
    const bytes = await photoOf(90);
    const sent = await Promise.all([1, 2, 3].map(() => sends(teacher, { uploadId, bytes })));
    sent.push(await sends(teacher, { uploadId, bytes }));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const other = await sends(apiAs(office, await office.teacher("ครูอีกคน บังเอิญ")), { uploadId, bytes });
    expect(other.id).not.toBe(sent[0]?.id);
  });

  it("is refused with the remedy when it is none, of a kind that cannot be opened, too big, or sent by nobody", async () => {
    const teacher = await office.teacher("ครูส่งผิด ไฟล์อื่น");
    const api = apiAs(office, teacher);
    const params = { uploadId: randomUUID() };
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), Buffer.alloc(200)]);
    const refused = (bytes: Buffer, type: string) => api.refusedUpload(uploadFile, { params, bytes, type });
    expect(await refused(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "image/png")).toMatchObject({
      status: 400,
      code: "not_a_picture",
    });
    expect(await refused(heic, "image/heic")).toMatchObject({ code: "not_a_picture", message: expect.stringContaining("HEIC") });
    expect(await refused(Buffer.from("%PDF-1.7"), "application/pdf")).toMatchObject({ status: 400, code: "bad_request" });
    expect(await refused(Buffer.alloc(10 * 1024 * 1024 + 1), "image/jpeg")).toMatchObject({ status: 413, code: "too_large" });
    expect(await apiAs(office, null).refusedUpload(uploadFile, { params, bytes: await photoOf(), type: "image/jpeg" })).toMatchObject({
      status: 401,
    });
    const stranger = apiAs(office, await office.stranger("ยังไม่ลงทะเบียน"));
    expect(await stranger.refusedUpload(uploadFile, { params, bytes: await photoOf(), type: "image/jpeg" })).toMatchObject({
      code: "not_registered",
    });
    expect(await FileModel.countDocuments({ ownerChatId: teacher.userId })).toBe(0);
  });

  it("leaves nothing behind when the network breaks in the middle", async () => {
    const teacher = await office.teacher("ครูเน็ตหลุด กลางทาง");
    const bytes = await photoOf(100, 1_000);
    await sendsHalf(teacher.userId, bytes);
    expect(await FileModel.countDocuments({ ownerChatId: teacher.userId })).toBe(0);
    await sends(apiAs(office, teacher), { bytes });
    expect(await FileModel.countDocuments({ ownerChatId: teacher.userId })).toBe(1);
  });

  it("is one of sixty an hour; those that came are still there, and the same one again is no other", async () => {
    const teacher = await office.teacher("ครูถ่ายเยอะ มากมาย");
    const api = apiAs(office, teacher);
    const first = randomUUID();
    await sends(api, { uploadId: first });
    const old = { ownerChatId: teacher.userId, state: "loose" as const, type: "image/jpeg", size: 1 };
    await FileModel.insertMany(
      Array.from({ length: 59 }, (_, n) => ({ ...old, _id: `many${n}`, uploadId: `many-${n}`, createdAt: new Date() })),
    );
    const refusal = await api.refusedUpload(uploadFile, { params: { uploadId: randomUUID() }, bytes: await photoOf(), type: "image/jpeg" });
    expect(refusal).toMatchObject({ status: 429, code: "too_many", message: expect.stringContaining("60 รายการ") });
    await sends(api, { uploadId: first });
    await FileModel.updateMany({ ownerChatId: teacher.userId }, { $set: { createdAt: new Date(Date.now() - 3_700_000) } });
    await sends(api);
  });
});

describe("a whole picture", () => {
  it("opens outside LINE by a link of five minutes, for its owner and for who sees its request", async () => {
    const teacher = apiAs(office, await office.teacher("ครูเปิดรูป เต็มจอ"));
    const staff = apiAs(office, await office.staff("ช่างดู รูปใหญ่"));
    const other = apiAs(office, await office.teacher("ครูไม่เกี่ยว เลยนะ"));
    const { id } = await sends(teacher, { bytes: await photoOf(77, 1_000) });
    const params = { id };
    const { url } = await teacher.ask(linkFile, { params });
    const whole = await opens(url);
    expect((await sharp(await whole.bytes()).metadata()).width).toBe(1_000);
    expect(await staff.refused(linkFile, { params })).toMatchObject({ status: 404, code: "not_found" });
    await report(teacher, [id]);
    expect((await opens((await staff.ask(linkFile, { params })).url)).status).toBe(200);
    for (const someone of [other, apiAs(office, null)]) expect([401, 404]).toContain((await someone.refused(linkFile, { params })).status);
    expect(await teacher.refused(linkFile, { params: { id: "nosuchfile" } })).toMatchObject({ status: 404 });
    await flushAccessLog();
    const looks = await AccessEntryModel.find({ subject: `file:${id}` }).lean();
    expect(looks.map(({ result }) => result).sort()).toEqual(["allowed", "allowed", "refused", "refused"]);
  });

  it("of a note for staff is not for the teacher", async () => {
    const teacher = apiAs(office, await office.teacher("ครูเจ้าของ เรื่องนี้"));
    const technician = apiAs(office, await office.staff("ช่างจด ภายใน"));
    const { id: requestId } = await report(teacher, []);
    const { id } = await sends(technician);
    // As if it had come with a note: its file belongs to the request, and no entry that the teacher sees names it.
    await FileModel.updateOne({ _id: id }, { $set: { requestId, state: "attached" } });
    expect((await teacher.ask(getRequest, { params: { id: requestId } })).photos).toEqual([]);
    expect(await teacher.refused(linkFile, { params: { id } })).toMatchObject({ status: 404 });
  });
});

describe("a picture that nobody wants any more", () => {
  it("is removed by who sent it as long as no request holds it", async () => {
    const api = apiAs(office, await office.teacher("ครูถ่ายใหม่ ชัดกว่า"));
    const [blurred, kept] = [await sends(api), await sends(api)];
    expect(await apiAs(office, await office.teacher("ครูมือซน อีกคน")).refused(removeFile, { params: { id: kept.id } })).toMatchObject({
      status: 404,
    });
    await api.ask(removeFile, { params: { id: blurred.id } });
    expect((await opens(blurred.thumbnail)).status).toBe(404);
    await report(api, [kept.id]);
    expect(await api.refused(removeFile, { params: { id: kept.id } })).toMatchObject({ status: 404 });
    expect((await opens(kept.thumbnail)).status).toBe(200);
  });
});

/** Half of an upload, then the line is gone. */
function sendsHalf(userId: string, bytes: Buffer): Promise<void> {
  const cookie = `ict_session=${openSessionTokens(testChannel.secret).make(userId, new Date())}`;
  return new Promise((resolve) => {
    const sending = httpRequest(`${office.server.url}/api/files/${randomUUID()}`, {
      method: "PUT",
      headers: { cookie, "content-type": "image/jpeg", "content-length": bytes.length },
    });
    sending.on("error", () => resolve());
    sending.write(bytes.subarray(0, bytes.length / 2), () => sending.destroy(new Error("the line is gone")));
  });
}
