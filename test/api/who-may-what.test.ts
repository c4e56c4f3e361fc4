import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { previewImport } from "#models/contracts/admin/imports.contract.ts";
import { getPerson } from "#models/contracts/admin/people.contract.ts";
import { getSchool } from "#models/contracts/admin/schools.contract.ts";
import { getSettings } from "#models/contracts/admin/settings.contract.ts";
import { saveDraft } from "#models/contracts/drafts.contract.ts";
import { uploadFile } from "#models/contracts/files.contract.ts";
import { doTransition } from "#models/contracts/requests.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { repair } from "#models/requests/repair/repair.request.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { sampleSchools, useOffice } from "#test/support/office.ts";
import { photoOf, reports } from "#test/support/repairs.ts";
import { approvesSurvey, makesSurvey, sheetOf } from "#test/support/surveys.ts";

/** Who calls, from the left to the right of the table. */
const viewers = [
  "nobody signed in",
  "signed in, not registered",
  "the requester",
  "another teacher",
  "the school's director",
  "another school's director",
  "staff of the group",
  "staff of another group",
  "the group's head",
  "another group's head",
  "the area's director",
  "an admin",
] as const;
type Viewer = (typeof viewers)[number];

/** + it is done · 1 sign in first (401) · 3 not allowed or not registered (403) · 4 no such thing for them (404) · 9 they may, and nothing is there to be done (404, 409) */
type Verdicts = string;
const meaning: Record<string, (status: number) => boolean> = {
  "+": (status) => status === 200,
  "1": (status) => status === 401,
  "3": (status) => status === 403,
  "4": (status) => status === 404,
  "9": (status) => status === 404 || status === 409,
};

type Call = { path: string; body?: unknown; file?: { bytes: Uint8Array<ArrayBuffer>; type: string } };
type Row = { who: Verdicts; call(viewer: Viewer): Call | Promise<Call> };

/** The office's settings, people, lists and its trail: admins alone. */
const adminsOnly = "13333333333+";
/** The same where there is nothing to be done just now. */
const adminsReach = "133333333339";

const office = useOffice();
const apis = new Map<Viewer, TestApi>();
/** the requester's: in the school's and the group's hands */
let requestId = "";
/** a picture that is part of that request */
let attachedFile = "";
/** a questionnaire for the schools, which group 2 runs and whose head let it be asked */
let surveyId = "";
/** somebody whom admins administer */
let somebody = "";

beforeAll(async () => {
  const [home, other] = sampleSchools.map(({ code }) => code);
  const requester = await office.teacher("สมใจ เจ้าของเรื่อง");
  const people: Record<Viewer, { userId: string } | null> = {
    "nobody signed in": null,
    "signed in, not registered": await office.stranger("คนแปลก หน้า"),
    "the requester": requester,
    "another teacher": await office.teacher("สมศรี คนอื่น"),
    "the school's director": await office.schoolDirector("ปรีชา ผอโรงเรียน", home),
    "another school's director": await office.schoolDirector("ประทีป ผออื่น", other),
    "staff of the group": await office.staff("มานะ กลุ่มหนึ่ง", 1),
    "staff of another group": await office.staff("มานี กลุ่มสอง", 2),
    "the group's head": await office.head("วิชัย หัวหน้าหนึ่ง", 1),
    "another group's head": await office.head("กานดา หัวหน้าสอง", 2),
    "the area's director": await office.director("ชูใจ ผอเขต"),
    "an admin": await office.admin("อารีย์ ผู้ดูแล"),
  };
  for (const viewer of viewers) apis.set(viewer, apiAs(office, people[viewer]));
  const number = await reports(requester);
  const request = await RequestModel.findOne({ number }).lean();
  requestId = request?._id ?? "";
  expect(request).toMatchObject({ group: 1, school: { code: home } });
  somebody = (await office.teacher("สมบัติ ถูกดูแล")).personId;
  attachedFile = await newFile();
  const added = step("add", { words: "รูปหน้าเครื่อง", photos: [attachedFile] });
  await api("the requester").ask(doTransition, { params: { id: requestId, transition: "add" }, body: added.body });
  surveyId = await makesSurvey(api("staff of another group"), { audience: "schools" });
  await approvesSurvey(api("another group's head"), surveyId);
});

function api(viewer: Viewer): TestApi {
  const found = apis.get(viewer);
  if (!found) throw new Error(`nobody is ${viewer}`);
  return found;
}

/** The requester's, begun just now. */
async function newDraft(): Promise<string> {
  const body = { formId: "repair", formVersion: repair.form.version, answers: { device: "จอภาพ" }, revision: 0 };
  return (await api("the requester").ask(saveDraft, { params: { id: randomUUID() }, body })).id;
}

async function picture(): Promise<NonNullable<Call["file"]>> {
  return { bytes: new Uint8Array(await photoOf(90)), type: "image/jpeg" };
}

/** The requester's, not part of anything yet. */
async function newFile(): Promise<string> {
  return (await api("the requester").upload(uploadFile, { params: { uploadId: randomUUID() }, ...(await picture()) })).id;
}

/** A change says what it was made from. */
async function versionOf(id: string): Promise<string> {
  return (await api("an admin").ask(getPerson, { params: { id } })).version;
}

const csv = (text: string) => ({ bytes: new TextEncoder().encode(text), type: "text/csv" });
const holidays = "date,name\n2026-12-10,วันรัฐธรรมนูญ\n";
const newSchool = { name: "โรงเรียนใหม่ทดสอบ", district: "เมือง", zone: "A", phone: "" };

const answers = {
  device: "จอภาพ",
  symptom: "ภาพไม่ขึ้น",
  place: "ห้อง 1",
  category: "computer",
  urgency: "normal",
  school: { code: null, name: "โรงเรียนทดสอบ" },
};
const submission = () => ({ formId: "repair", formVersion: repair.form.version, draftId: randomUUID(), answers });
const step = (transition: string, given: Record<string, unknown> = {}) => ({
  path: `/requests/${requestId}/transitions/${transition}`,
  body: { offeredIn: "submitted", formVersion: repair.workflow.transitions[transition]?.form?.version ?? null, answers: given },
});

/** Written by hand: who may what. Each column is a viewer, in the order above. */
//                                        nobody in
//                                        |signed in, not registered
//                                        ||requester
//                                        |||other teacher
//                                        ||||school's director
//                                        |||||other school's
//                                        ||||||staff, group
//                                        |||||||staff, other group
//                                        ||||||||head, group
//                                        |||||||||head, other group
//                                        ||||||||||area's director
//                                        |||||||||||admin
const table: Record<string, Row> = {
  "get /config": { who: "++++++++++++", call: () => ({ path: "/config" }) },
  "post /session": { who: "111111111111", call: () => ({ path: "/session", body: { idToken: "forged" } }) },
  "delete /session": { who: "++++++++++++", call: () => ({ path: "/session" }) },
  "get /me": { who: "1+++++++++++", call: () => ({ path: "/me" }) },
  "get /home": { who: "13++++++++++", call: () => ({ path: "/home" }) },
  "get /requests": { who: "13++++++++++", call: () => ({ path: "/requests?list=open" }) },
  "get /requests/{id}": { who: "13+4+4+++++4", call: () => ({ path: `/requests/${requestId}` }) },
  "post /requests": { who: "13++++++++++", call: () => ({ path: "/requests", body: submission() }) },
  "post /requests for a caller": {
    who: "133333++++33",
    call: () => ({ path: "/requests", body: { ...submission(), onBehalfOf: { name: "ครูโทรมา", phone: null } } }),
  },
  "post /requests/{id}/transitions/{transition}": { who: "133434+3+334", call: () => step("note", { words: "บันทึก" }) },
  "post /requests/{id}/transitions/{transition} of a request's own": {
    who: "13+434333334",
    call: () => step("add", { words: "มีเสียงดังด้วย" }),
  },
  "get /forms": { who: "13++++++++++", call: () => ({ path: "/forms" }) },
  "get /forms/{formId}/last": { who: "13++++++++++", call: () => ({ path: "/forms/repair/last" }) },
  "get /requests/{id}/answers": { who: "13+444444444", call: () => ({ path: `/requests/${requestId}/answers` }) },
  "post /requests/{id}/copy": { who: "13+444444444", call: () => ({ path: `/requests/${requestId}/copy`, body: {} }) },
  // Where no form goes on from it as it stands, nobody may; who does not see it hears no more of it.
  "post /requests/{id}/continue": {
    who: "133434333334",
    call: () => ({ path: `/requests/${requestId}/continue`, body: { formId: "repair" } }),
  },
  "put /requests/{id}/official": {
    who: "133434+3+334",
    call: () => ({ path: `/requests/${requestId}/official`, body: { number: "ศธ 04123/1", date: "2026-11-25" } }),
  },
  "get /requests/{id}/card": { who: "134444444444", call: () => ({ path: `/requests/${requestId}/card` }) },
  // None of this code was ever made.
  "get /cards/{code}": { who: "134444444444", call: () => ({ path: "/cards/nobodys.0.code" }) },
  "put /documents/{uploadId}": {
    who: "13++++++++++",
    call: async () => ({ path: `/documents/${randomUUID()}?name=a.jpg`, file: await picture() }),
  },
  "post /requests/{id}/print-link": { who: "13+4+4+++++4", call: () => ({ path: `/requests/${requestId}/print-link` }) },
  "get /desk/requests": { who: "133333++++33", call: () => ({ path: "/desk/requests?view=open" }) },
  "get /desk/counts": { who: "133333++++33", call: () => ({ path: "/desk/counts" }) },
  "get /desk/workload": { who: "133333++++33", call: () => ({ path: "/desk/workload" }) },
  "post /desk/transitions": {
    who: "133333++++33",
    call: () => ({
      path: "/desk/transitions",
      body: { transition: "note", requests: [{ id: requestId, offeredIn: "submitted" }], formVersion: 1, answers: { words: "บันทึก" } },
    }),
  },
  "get /drafts": { who: "13++++++++++", call: () => ({ path: "/drafts?formId=repair" }) },
  "get /drafts/{id}": { who: "13+444444444", call: async () => ({ path: `/drafts/${await newDraft()}` }) },
  "put /drafts/{id}": {
    who: "13+444444444",
    call: async () => ({
      path: `/drafts/${await newDraft()}`,
      body: { formId: "repair", formVersion: 1, answers: { device: "จอ" }, revision: 1 },
    }),
  },
  "delete /drafts/{id}": { who: "13+444444444", call: async () => ({ path: `/drafts/${await newDraft()}` }) },
  "put /files/{uploadId}": { who: "13++++++++++", call: async () => ({ path: `/files/${randomUUID()}`, file: await picture() }) },
  "post /files/{id}/link": { who: "13+444444444", call: async () => ({ path: `/files/${await newFile()}/link` }) },
  "post /files/{id}/link of a request's": {
    who: "13+4+4+++++4",
    call: async () => ({ path: `/files/${attachedFile}/link` }),
  },
  "delete /files/{id}": { who: "13+444444444", call: async () => ({ path: `/files/${await newFile()}` }) },
  "post /forms/{formId}/reading": {
    who: "13++++++++++",
    call: () => ({ path: "/forms/repair/reading", body: { texts: { symptom: "จอดับ" } } }),
  },
  "get /surveys": { who: "13++++++++++", call: () => ({ path: "/surveys" }) },
  "get /surveys/{id}": { who: "13+++++++++4", call: () => ({ path: `/surveys/${surveyId}` }) },
  "post /surveys/{id}/answers": {
    who: "13++++444444",
    call: () => ({ path: `/surveys/${surveyId}/answers`, body: { answers: sheetOf([5, 4, 3], "o1", "") } }),
  },
  "get /surveys/{id}/results": { who: "134444+++++4", call: () => ({ path: `/surveys/${surveyId}/results` }) },
  "get /lookups/{source}": { who: "1+++++++++++", call: () => ({ path: "/lookups/schools?text=หนอง" }) },
  "get /lookups/{source} of staff": { who: "133333++++33", call: () => ({ path: "/lookups/staff?text=" }) },
  "get /admin/settings": { who: adminsOnly, call: () => ({ path: "/admin/settings" }) },
  "put /admin/settings": {
    who: adminsOnly,
    call: async () => {
      const { updatedAt } = await api("an admin").ask(getSettings);
      return { path: "/admin/settings", body: { updatedAt, changes: { name: "ศูนย์ทดสอบ" } } };
    },
  },
  "get /admin/holidays": { who: adminsOnly, call: () => ({ path: "/admin/holidays" }) },
  "post /admin/holidays": {
    who: adminsOnly,
    call: () => ({ path: "/admin/holidays", body: { holidays: [{ date: "2026-12-31", name: "วันสิ้นปี", was: null }] } }),
  },
  "delete /admin/holidays/{date}": {
    who: adminsOnly,
    call: () => ({ path: `/admin/holidays/2026-12-31?${new URLSearchParams({ name: "วันสิ้นปี" })}` }),
  },
  "get /admin/audit": { who: adminsOnly, call: () => ({ path: "/admin/audit" }) },
  "get /admin/audit/actions": { who: adminsOnly, call: () => ({ path: "/admin/audit/actions" }) },
  "get /admin/system": { who: adminsOnly, call: () => ({ path: "/admin/system" }) },
  "post /admin/system/stuck/{id}/retry": { who: adminsReach, call: () => ({ path: "/admin/system/stuck/no-such-event/retry" }) },
  "post /admin/system/retry-all": { who: adminsOnly, call: () => ({ path: "/admin/system/retry-all" }) },
  "get /admin/people": { who: adminsOnly, call: () => ({ path: "/admin/people" }) },
  "get /admin/people/{id}": { who: adminsOnly, call: () => ({ path: `/admin/people/${somebody}` }) },
  "put /admin/people/{id}": {
    who: adminsOnly,
    call: async () => ({
      path: `/admin/people/${somebody}`,
      body: {
        version: await versionOf(somebody),
        name: "สมบัติ แก้แล้ว",
        position: "ครู",
        school: { code: null, name: "โรงเรียนทดสอบ" },
        phone: "",
      },
    }),
  },
  "put /admin/people/{id}/away": {
    who: adminsOnly,
    call: async () => ({ path: `/admin/people/${somebody}/away`, body: { version: await versionOf(somebody), lastDay: "2099-12-31" } }),
  },
  "post /admin/people/{id}/grants": {
    who: adminsOnly,
    call: async () => ({
      path: `/admin/people/${somebody}/grants`,
      body: {
        version: await versionOf(somebody),
        role: "staff",
        scope: { kind: "group", group: 3, zones: [] },
        from: null,
        until: null,
        actingFor: null,
      },
    }),
  },
  "post /admin/people/{id}/grants/{key}/end": {
    who: adminsOnly,
    call: async () => {
      const { grants, version } = await api("an admin").ask(getPerson, { params: { id: somebody } });
      return { path: `/admin/people/${somebody}/grants/${grants[0]?.key}/end`, body: { version } };
    },
  },
  "post /admin/people/{id}/unlink": {
    who: adminsOnly,
    call: async () => ({
      path: `/admin/people/${somebody}/unlink`,
      body: { version: await versionOf(somebody), reason: "เปลี่ยนเครื่อง" },
    }),
  },
  "get /admin/invitations": { who: adminsOnly, call: () => ({ path: "/admin/invitations" }) },
  "post /admin/invitations": {
    who: adminsOnly,
    call: () => ({ path: "/admin/invitations", body: { role: "staff", scope: { kind: "group", group: 1, zones: [] }, personId: null } }),
  },
  "post /admin/invitations/{invitation}/revoke": {
    who: adminsReach,
    call: () => ({ path: `/admin/invitations/${"0".repeat(64)}/revoke`, body: {} }),
  },
  "get /admin/schools": { who: adminsOnly, call: () => ({ path: "/admin/schools" }) },
  "post /admin/schools": { who: adminsOnly, call: () => ({ path: "/admin/schools", body: { code: "24019999", ...newSchool } }) },
  "get /admin/schools/{code}": { who: adminsOnly, call: () => ({ path: "/admin/schools/24019999" }) },
  "put /admin/schools/{code}": {
    who: adminsOnly,
    call: async (viewer) => {
      const version = viewer === "an admin" ? (await api(viewer).ask(getSchool, { params: { code: "24019999" } })).version : "1";
      return { path: "/admin/schools/24019999", body: { version, ...newSchool, zone: "B" } };
    },
  },
  "delete /admin/schools/{code}": {
    who: adminsOnly,
    call: async () => {
      const { version } = await api("an admin").ask(getSchool, { params: { code: "24019999" } });
      return { path: `/admin/schools/24019999?${new URLSearchParams({ version })}` };
    },
  },
  "post /admin/imports/{kind}/preview": {
    who: adminsOnly,
    call: () => ({ path: "/admin/imports/holidays/preview", file: csv(holidays) }),
  },
  "post /admin/imports/{kind}": {
    who: adminsOnly,
    call: async () => {
      const { token } = await api("an admin").upload(previewImport, { params: { kind: "holidays" }, ...csv(holidays) });
      return { path: `/admin/imports/holidays?${new URLSearchParams({ token })}`, file: csv(holidays) };
    },
  },
  "post /admin/exports": { who: adminsOnly, call: () => ({ path: "/admin/exports", body: { wanted: { kind: "schools" } } }) },
  // After the others: from here on the stranger is registered.
  "put /me": {
    who: "1+++++++++++",
    call: () => ({
      path: "/me",
      body: { name: "ชื่อใหม่ ทดสอบ", position: "ครู", school: { code: null, name: "โรงเรียนทดสอบ" }, noticeVersion: privacyNotice.version },
    }),
  },
  "post /me/invitations": { who: "144444444444", call: () => ({ path: "/me/invitations", body: { code: "AAAA-BBBB-CCCC" } }) },
};

describe("who may what", () => {
  it.each(Object.entries(table))("%s", async (name, { who, call }) => {
    const [method = ""] = name.split(" ");
    expect(who).toHaveLength(viewers.length);
    for (const [at, viewer] of viewers.entries()) {
      const { path, body, file } = await call(viewer);
      const json = body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
      const sent = file ? { headers: { "content-type": file.type }, body: file.bytes } : json;
      const response = await apis.get(viewer)?.fetch(path, { method: method.toUpperCase(), ...sent });
      const verdict = who[at] ?? "";
      const said = `${viewer}: ${response?.status} ${(await response?.text())?.slice(0, 300)}`;
      expect(meaning[verdict]?.(response?.status ?? 0), `${said}, where the table says ${verdict}`).toBe(true);
    }
  });

  it("names every endpoint", async () => {
    const document = (await (await fetch(`${office.server.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const served = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    const named = new Set(Object.keys(table).map((name) => name.split(" ").slice(0, 2).join(" ")));
    expect(served.filter((name) => !named.has(name))).toEqual([]);
  });
});
