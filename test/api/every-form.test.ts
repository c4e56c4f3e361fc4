import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { guardCell, readCsv } from "#bot/services/directory/csv.ts";
import { makeExport } from "#models/contracts/admin/exports.contract.ts";
import { submitRequest } from "#models/contracts/requests.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { FieldKind } from "#models/fields/field.ts";
import { addDays, bangkokDate } from "#models/fields/thai/bangkok.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { type Answers, type Form, isShown } from "#models/requests/define-form.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";
import { type ApiRefusal, apiAs, type TestApi } from "#test/support/api.ts";
import { generatedAnswers } from "#test/support/generated-answers.ts";
import { useOffice } from "#test/support/office.ts";
import { breakOf } from "#test/support/rule-breaks.ts";
import { storeFile, withStoredFiles } from "#test/support/stored-files.ts";
import { timelyExamples } from "#test/support/timely.ts";
import { wrongValuesOf } from "#test/support/wrong-values.ts";

const office = useOffice();
const generated = 5;
const mostFiles = 11;

const bodyOf = ({ id, version }: Form, answers: Answers, formVersion = version) => ({
  formId: id,
  formVersion,
  draftId: randomUUID(),
  answers,
});

/** What cannot be typed has no example: who fills it is told what to do there, and in which row. */
const saysOtherwise: Partial<Record<FieldKind, RegExp>> = {
  photos: /แนบ|ไม่เกิน \d+ รูป/,
  files: /แนบ|ไม่เกิน \d+ ไฟล์/,
  rows: /เช่น|รายการที่ 1|ไม่เกิน \d+ รายการ|อย่างน้อย \d+ รายการ/,
  grid: /เลือกระดับของ “.+” ด้วยนะคะ/,
  consent: /^ยอมรับ.+ด้วยนะคะ$/,
  signature: /^ลงชื่อ.+ด้วยนะคะ$/,
};

/** An example that shows and fills the field. */
const exampleWith = (form: Form, key: string): Answers =>
  timelyExamples(form).find((example) => example[key] !== undefined && isShown(form, key, example)) ?? {};

describe.each(catalogue)("$form.id: who fills it by the API", ({ form }) => {
  let api: TestApi;
  let personId: string;
  let files: string[];
  beforeAll(async () => {
    // Staff may fill every form. One each: the calls of a minute are counted by person.
    const person = await office.staff(`กรอกแบบ ${form.id}`);
    personId = person.personId;
    api = apiAs(office, person);
    files = await Promise.all(Array.from({ length: mostFiles }, () => storeFile(api, "files")));
  });

  /** Files that no request has: a refusal leaves them so. */
  const withFiles = (answers: Answers): Answers =>
    Object.fromEntries(
      Object.entries(answers).map(([key, value]) => {
        const holdsFiles = ["photos", "files"].includes(form.fields[key]?.kind ?? "") && Array.isArray(value);
        return [key, holdsFiles ? value.map((_: unknown, at: number) => files[at]) : value];
      }),
    );
  const refused = (answers: Answers): Promise<ApiRefusal> => api.refused(submitRequest, { body: bodyOf(form, withFiles(answers)) });
  const filed = () => RequestModel.countDocuments({ filedById: personId });

  it("has every answer kept as the form reads it, whichever are given", async () => {
    for (const answers of fc.sample(generatedAnswers(form), { numRuns: generated, seed: 20 })) {
      const given = await withStoredFiles(api, form, answers);
      const { id } = await api.ask(submitRequest, { body: bodyOf(form, given) });
      const parsed = parseAnswers(form, given);
      expect((await RequestModel.findById(id).lean())?.answers).toEqual(parsed.ok ? parsed.answers : {});
    }
  });

  // Forms without rules have no such test.
  it.each(form.rules)("is told, and nothing is kept, when this rule alone does not hold: $message", async (rule) => {
    const before = await filed();
    const broken = breakOf(form, rule);
    expect(broken, "no answers break it and nothing else").not.toBeNull();
    const { status, code, fields } = await refused(broken ?? {});
    expect({ status, code, fields }).toEqual({ status: 400, code: "invalid_answers", fields: { [rule.at]: rule.message } });
    expect(await filed()).toBe(before);
  });

  it("is told at each field what it expects, with an example, and nothing is kept", async () => {
    const before = await filed();
    for (const [key, field] of Object.entries(form.fields)) {
      const example = exampleWith(form, key);
      for (const { what, value } of wrongValuesOf(field, example[key])) {
        const { status, code, fields } = await refused({ ...example, [key]: value });
        expect({ status, code }, `${key}: ${what}`).toEqual({ status: 400, code: "invalid_answers" });
        expect(fields?.[key], `${key}: ${what}`).toMatch(saysOtherwise[field.kind] ?? /เช่น/);
      }
    }
    expect(await filed()).toBe(before);
  });

  it("is asked for what is missing, and told of a field that the form does not have", async () => {
    const [example = {}] = timelyExamples(form);
    const before = await filed();
    const required = Object.entries(form.fields).filter(([key, { optional }]) => !optional && isShown(form, key, {}));
    const { fields } = await refused({});
    for (const [key, { label }] of required) expect(fields?.[key], key).toContain(label);
    expect(await refused({ ...example, "no-such-field": "ค่า" })).toMatchObject({
      status: 400,
      fields: { "no-such-field": `แบบ${form.title}ไม่มีช่อง no-such-field ค่ะ` },
    });
    expect(await filed()).toBe(before);
  });

  it("is told of a newer version instead of being kept in an older one", async () => {
    const [example = {}] = timelyExamples(form);
    const before = await filed();
    for (const version of [form.version - 1, form.version + 1]) {
      expect(await api.refused(submitRequest, { body: bodyOf(form, withFiles(example), version) })).toMatchObject({
        status: 409,
        code: "form_changed",
      });
    }
    expect(await filed()).toBe(before);
  });
});

describe("words that a spreadsheet would compute", () => {
  const starts = ["=", "+", "-", "@"];
  const isText = (kind: string | undefined) => kind === "text" || kind === "place" || kind === "asset";

  /** Every text of the form's first example begins so, those in its tables too. */
  function asFormulas(form: Form, example: Answers): Answers {
    let at = 0;
    const begun = (text: unknown) => {
      at += 1;
      return `${starts[at % starts.length]}${String(text)}`;
    };
    const inRow = (key: string) => (row: Answers) =>
      Object.fromEntries(Object.entries(row).map(([k, v]) => [k, isText(form.fields[key]?.rows?.columns[k]?.kind) ? begun(v) : v]));
    const changed = Object.entries(example).flatMap(([key, value]): [string, unknown][] => {
      const kind = form.fields[key]?.kind;
      if (kind === "photos" || kind === "files") return [];
      if (kind === "school") return [[key, { code: null, name: begun("โรงเรียนตัวอย่าง") }]];
      if (kind === "rows") return [[key, (value as Answers[]).map(inRow(key))]];
      return [[key, isText(kind) ? begun(value) : value]];
    });
    return Object.fromEntries(changed);
  }

  it("are kept as they were typed in every form, and are exported as text", async () => {
    const teller = await office.staff("=เจ้าหน้าที่ พิมพ์สูตร");
    const api = apiAs(office, teller);
    for (const { form } of catalogue) {
      const example = timelyExamples(form).find((one) => parseAnswers(form, asFormulas(form, one)).ok) ?? {};
      const answers = asFormulas(form, example);
      const { id } = await api.ask(submitRequest, { body: bodyOf(form, answers) });
      expect((await RequestModel.findById(id).lean())?.answers, form.id).toEqual(answers);
    }
    const today = bangkokDate(new Date());
    const span = { from: addDays(today, -1), until: addDays(today, 1) };
    const admin = apiAs(office, await office.admin("ผู้ดูแล ส่งออก"));
    const { url } = await admin.ask(makeExport, {
      body: { wanted: { kind: "requests", ...span, state: "all", group: null, category: null } },
    });
    const cells = readCsv(await (await fetch(`${office.server.url}${url}`)).text()).map((record) => record.cells);
    expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    const guarded = cells.map((row) => row.filter((cell) => /^'[=+\-@]/.test(cell)).length);
    expect(Math.max(...guarded), "subject, school and name of one row").toBe(3);
    for (const { number, subject, school, requester } of await RequestModel.find({ filedById: teller.personId }).lean()) {
      const row = cells.find(([first]) => first === number);
      for (const text of [subject, school.name, requester.name]) expect(row, number).toContain(guardCell(text));
    }
  });
});
