import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { RequestModel } from "#models/documents/request.document.ts";
import { privacyNotice } from "#models/phrases/privacy-notice.ts";
import { repair } from "#models/requests/repair/repair.request.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { sampleSchools, useOffice } from "#test/support/office.ts";
import { reports } from "#test/support/repairs.ts";

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

/** + it is done · 1 sign in first (401) · 3 not allowed or not registered (403) · 4 there is no such thing for them (404) */
type Verdicts = `${string}`;
const meaning: Record<string, (status: number) => boolean> = {
  "+": (status) => status === 200,
  "1": (status) => status === 401,
  "3": (status) => status === 403,
  "4": (status) => status === 404,
};

type Call = { path: string; body?: unknown };
type Row = { who: Verdicts; call(viewer: Viewer): Call };

const office = useOffice();
const apis = new Map<Viewer, TestApi>();
/** the requester's: in the school's and the group's hands */
let requestId = "";

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
});

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
  "get /lookups/{source}": { who: "1+++++++++++", call: () => ({ path: "/lookups/schools?text=หนอง" }) },
  "get /lookups/{source} of staff": { who: "133333++++33", call: () => ({ path: "/lookups/staff?text=" }) },
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
      const { path, body } = call(viewer);
      const json = body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
      const response = await apis.get(viewer)?.fetch(path, { method: method.toUpperCase(), ...json });
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
