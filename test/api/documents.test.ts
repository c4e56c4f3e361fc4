import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { linkFile, uploadDocument } from "#models/contracts/files.contract.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { officeFile, packedPdf, pdfFile, zipOf } from "#test/support/office-file.ts";
import { photoOf } from "#test/support/repairs.ts";

const office = useOffice();
let teacher: TestApi;
let other: TestApi;
const vague = "application/octet-stream";

beforeAll(async () => {
  teacher = apiAs(office, await office.teacher("ครูแนบไฟล์"));
  other = apiAs(office, await office.teacher("ครูข้างห้อง"));
});

const sent = (name: string, bytes: Uint8Array, type = vague, uploadId: string = randomUUID()) => ({
  params: { uploadId },
  query: { name },
  bytes,
  type,
});

describe("a document sent from the mini-app", () => {
  it.each([
    ["ใบเสนอราคา.pdf", pdfFile(), "application/pdf", "ใบเสนอราคา.pdf"],
    ["บีบอัด.pdf", packedPdf(), "application/pdf", "บีบอัด.pdf"],
    ["รายการ.xlsx", officeFile("xlsx"), vague, "รายการ.xlsx"],
    ["แผน", officeFile("pptx"), vague, "แผน.pptx"],
    ["C:\\งาน\\..\\บันทึก\u202e.docx", officeFile("docx"), vague, "บันทึก.docx"],
    [`${"ก".repeat(200)}.pdf`, pdfFile(), vague, `${"ก".repeat(116)}.pdf`],
  ])("is kept as %s", async (name, bytes, type, kept) => {
    const stored = await teacher.upload(uploadDocument, sent(name, bytes, type));
    expect(stored).toMatchObject({ name: kept, size: bytes.length, thumbnail: null });
    expect(await FileModel.findById(stored.id).lean()).toMatchObject({ state: "loose", type: stored.type });
  });

  it("may be a picture too, with a thumbnail, made anew as pictures are", async () => {
    const stored = await teacher.upload(uploadDocument, sent("หน้าร้าน.png", await photoOf(90), "image/jpeg"));
    expect(stored).toMatchObject({ name: "หน้าร้าน.jpg", type: "image/jpeg", thumbnail: expect.stringContaining("/pictures/") });
  });

  it("is the same file when its upload comes again", async () => {
    const uploadId = randomUUID();
    const first = await teacher.upload(uploadDocument, sent("ก.pdf", pdfFile(), vague, uploadId));
    const again = await teacher.upload(uploadDocument, sent("ก.pdf", pdfFile(), vague, uploadId));
    expect(again).toEqual(first);
  });

  it.each([
    ["ชื่อ.pdf", officeFile("docx"), "ลงท้าย .docx"],
    ["รูป.jpg", pdfFile(), "ลงท้าย .pdf"],
    ["มาโคร.docx", officeFile("docm"), "มาโคร"],
    ["ซ่อน.xlsx", officeFile("xlsx", [{ name: "xl/vbaProject.bin", text: "x" }]), "มาโคร"],
    ["เก่า.doc", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), "บันทึกเป็น .docx"],
    [
      "ล็อก.docx",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(600)]),
      "รหัสผ่าน",
    ],
    ["ล็อก.pdf", Buffer.from("%PDF-1.4\ntrailer<</Encrypt 5 0 R>>\n%%EOF"), "รหัสผ่าน"],
    ["สคริปต์.pdf", pdfFile("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "พิมพ์เป็น PDF ใหม่"],
    ["สคริปต์อำพราง.pdf", pdfFile("/OpenAction<</S/J#61vaScript/JS 3 0 R>>"), "พิมพ์เป็น PDF ใหม่"],
    ["สคริปต์สั้น.pdf", pdfFile("/OpenAction<</S/Rendition/JS(app.alert(1))>>"), "พิมพ์เป็น PDF ใหม่"],
    ["เปิดโปรแกรม.pdf", pdfFile("/OpenAction<</S/Launch/F(a.exe)>>"), "พิมพ์เป็น PDF ใหม่"],
    ["ไฟล์ในไฟล์.pdf", pdfFile("/Names<</EmbeddedFiles<</Names[]>>>>"), "พิมพ์เป็น PDF ใหม่"],
    ["สคริปต์บีบอัด.pdf", packedPdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "พิมพ์เป็น PDF ใหม่"],
    ["เปิดดูไม่ได้.pdf", packedPdf("", "[/ASCIIHexDecode/FlateDecode]"), "พิมพ์เป็น PDF ใหม่"],
    ["ขาด.pdf", Buffer.from("%PDF-1.4\n1 0 obj"), "เสียหรือส่งมาไม่ครบ"],
    ["ขาด.docx", officeFile("docx").subarray(0, 120), "เสียหรือส่งมาไม่ครบ"],
    ["กองไฟล์.zip", zipOf([{ name: "a.txt", text: "a" }]), "แนบไม่ได้"],
    ["โปรแกรม.exe", Buffer.from("MZ\0\0"), "แนบไม่ได้"],
    ["หน้าเว็บ.html", Buffer.from("<script>1</script>"), "แนบไม่ได้"],
  ])("is refused with what to do about it: %s", async (name, bytes, words) => {
    const refusal = await teacher.refusedUpload(uploadDocument, sent(name, bytes));
    expect(refusal).toMatchObject({ status: 400, code: "not_a_document" });
    expect(refusal.message).toContain(words);
  });

  it("is refused when it claims one type and is another, is empty, or is too large", async () => {
    expect(await teacher.refusedUpload(uploadDocument, sent("ก", pdfFile(), "image/png"))).toMatchObject({ code: "not_a_document" });
    const empty = await teacher.refusedUpload(uploadDocument, sent("ว่าง.pdf", new Uint8Array(), "application/pdf"));
    expect(empty.message).toContain("ว่างเปล่า");
    const large = Buffer.concat([pdfFile(), Buffer.alloc(10 * 1024 * 1024)]);
    expect(await teacher.refusedUpload(uploadDocument, sent("ใหญ่.pdf", large, "application/pdf"))).toMatchObject({ status: 413 });
  });

  it("is downloaded under its name by its owner's link, never shown as a page, and is nobody else's", async () => {
    const { id } = await teacher.upload(uploadDocument, sent("ใบเสนอราคา (1).pdf", pdfFile()));
    const { url } = await teacher.ask(linkFile, { params: { id } });
    const response = await fetch(`${office.server.url}${url}`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent("ใบเสนอราคา ")}%281%29.pdf`,
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdfFile());
    expect(await other.refused(linkFile, { params: { id } })).toMatchObject({ status: 404 });
  });
});
