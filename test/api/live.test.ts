import { describe, expect, it } from "vitest";
import { livePath } from "#models/contracts/live.contract.ts";
import { doTransition, submitRequest } from "#models/contracts/requests.contract.ts";
import { apiAs } from "#test/support/api.ts";
import { openLivePage } from "#test/support/live.ts";
import { sampleSchools, useOffice } from "#test/support/office.ts";
import { brokenPrinter } from "#test/support/services.ts";

const office = useOffice();
type Person = { userId: string };

let drafts = 0;
/** A repair reported in somebody's name. */
async function reported(by: Person, school = sampleSchools[0]) {
  drafts += 1;
  const answers = { ...brokenPrinter, school: { code: school?.code ?? null, name: school?.name ?? "" } };
  return apiAs(office, by).ask(submitRequest, { body: { formId: "repair", formVersion: 1, draftId: `live-${drafts}`, answers } });
}

async function does(by: Person, request: { id: string; state: string }, transition: string, answers: Record<string, unknown> = {}) {
  const formVersion = Object.keys(answers).length > 0 ? 1 : null;
  const params = { id: request.id, transition };
  return apiAs(office, by).ask(doTransition, { params, body: { offeredIn: request.state, formVersion, answers } });
}

describe("an open page", () => {
  it("hears of what happens to its own requests and of nobody else's; staff hear of all, a school's director of the school's", async () => {
    const somsri = await office.teacher("ครูสมศรี ฟังข่าว");
    const suda = await office.teacher("ครูสุดา ฟังข่าว");
    const technician = await office.staff("ช่างฟังข่าว");
    const school = sampleSchools[2]?.code ?? "";
    const principal = await office.teacher("ผอ.ฟังข่าว", { grants: [{ role: "school-director", scope: { kind: "school", school } }] });
    const pages = await Promise.all([somsri, suda, technician, principal].map((one) => openLivePage(apiAs(office, one))));
    const [ofSomsri, ofSuda, ofTechnician, ofPrincipal] = pages;

    const hers = await reported(somsri);
    const other = await reported(suda, sampleSchools[2]);
    await Promise.all([ofTechnician?.hears(hers.id), ofTechnician?.hears(other.id), ofSomsri?.hears(hers.id)]);
    await Promise.all([ofSuda?.hears(other.id), ofPrincipal?.hears(other.id)]);
    expect(ofSomsri?.told()).toEqual([`${hers.id} 1`]);
    expect(ofSuda?.told()).toEqual([`${other.id} 1`]);
    expect(ofPrincipal?.told()).toEqual([`${other.id} 1`]);
  });

  it("of a teacher hears nothing of what staff note among themselves", async () => {
    const teacher = await office.teacher("ครูไม่เห็นบันทึก");
    const technician = await office.staff("ช่างจดบันทึก");
    const request = await reported(teacher);
    const theirs = await openLivePage(apiAs(office, teacher));
    const staffs = await openLivePage(apiAs(office, technician));
    await does(technician, request, "note", { words: "ผู้แจ้งโทรมาด้วยแล้ว" });
    await does(technician, request, "accept");
    await Promise.all([staffs.hears(request.id, 2), theirs.hears(request.id, 3)]);
    expect(theirs.told()).not.toContain(`${request.id} 2`);
  });

  it("hears of what changed while it was being read", async () => {
    const teacher = await office.teacher("ครูเปิดหน้าพอดี");
    const early = await openLivePage(apiAs(office, teacher));
    const request = await reported(teacher);
    await early.hears(request.id);
    const late = await openLivePage(apiAs(office, teacher));
    await late.hears(request.id, 1);
  });

  it("is closed for the ninth of the same person, so that what a phone forgot does not pile up", async () => {
    const teacher = await office.teacher("ครูเปิดหลายหน้า");
    const pages = [];
    for (let at = 0; at < 9; at += 1) pages.push(await openLivePage(apiAs(office, teacher)));
    await pages[0]?.ended;
    const request = await reported(teacher);
    await Promise.all(pages.slice(1).map((page) => page.hears(request.id)));
    expect(pages[0]?.told()).toEqual([]);
  });

  it("needs a session and a registration, and tells proxies to pass it on untouched", async () => {
    const teacher = await office.teacher("ครูหัวข้อ");
    const stranger = await office.stranger("ยังไม่ลงทะเบียน");
    expect((await apiAs(office, null).fetch(livePath)).status).toBe(401);
    expect((await apiAs(office, stranger).fetch(livePath)).status).toBe(403);
    const stopping = new AbortController();
    const response = await apiAs(office, teacher).fetch(livePath, { signal: stopping.signal });
    expect(response.headers.get("cache-control")).toContain("no-transform");
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^retry: \d+\n\n/);
    stopping.abort();
  });

  it("ends with the server", async () => {
    const teacher = await office.teacher("ครูตอนปิดระบบ");
    const page = await openLivePage(apiAs(office, teacher));
    await office.restarts();
    await page.ended;
    const again = await openLivePage(apiAs(office, teacher));
    const request = await reported(teacher);
    await again.hears(request.id);
  });
});
