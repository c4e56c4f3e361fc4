import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { linkPrint } from "#models/contracts/print.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { annualReport } from "#models/requests/annual-report/annual-report.request.ts";
import { apiAs } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { squeezedPdf } from "#test/support/pdf-text.ts";
import { walkIn } from "#test/support/walk.ts";

const office = useOffice();
const { file, step } = walkIn(office);
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** The first example without files, which nobody has sent. */
function filled(): Record<string, unknown> {
  const { fields, examples } = annualReport.form;
  const isSent = ([key]: [string, unknown]) => fields[key]?.kind !== "files" && fields[key]?.kind !== "photos";
  return Object.fromEntries(Object.entries(examples[0] ?? {}).filter(isSent));
}

it("prints a decided request as what was kept of it, and how it stands now as a copy", async () => {
  const officer = await office.staff("เจ้าหน้าที่ รายงาน", 2);
  const director = await office.director("ผอ. ตัวอย่าง");
  const { id } = await file(officer, annualReport.form.id, filled());
  await step(director, id, "director-acknowledge", { words: "ทราบ" });
  const recordOf = async () => (await RequestModel.findById(id, { record: 1 }).lean())?.record;
  await expect.poll(async () => (await recordOf())?.state, { timeout: 30_000, interval: 200 }).toBe("made");
  const { url } = await apiAs(office, officer).ask(linkPrint, { params: { id } });
  const kept = await (await fetch(`${office.server.url}${url}`)).bytes();
  expect(hash(kept)).toBe((await recordOf())?.sha256);
  expect(hash(await (await fetch(`${office.server.url}${url}`)).bytes())).toBe(hash(kept));
  const memo = await squeezedPdf(kept);
  for (const words of ["บันทึกข้อความ", "คำสั่งผู้อำนวยการ", "ความเห็น:ทราบ", "ฉบับจัดเก็บเป็นหลักฐาน"]) expect(memo).toContain(words);
  const copy = await squeezedPdf(await (await fetch(`${office.server.url}${url}?copy`)).bytes());
  expect(copy).toContain("พิมพ์เมื่อ");
  expect(copy).not.toContain("ฉบับจัดเก็บเป็นหลักฐาน");
}, 60_000);
