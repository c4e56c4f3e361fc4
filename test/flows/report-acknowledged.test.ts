import { beforeAll, describe, expect, it } from "vitest";
import { continueRequest, submitRequest } from "#models/contracts/requests.contract.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { apiAs } from "#test/support/api.ts";
import { type TestOffice, useOffice } from "#test/support/office.ts";
import { walkIn } from "#test/support/walk.ts";

type Person = Awaited<ReturnType<TestOffice["teacher"]>>;

const office = useOffice();
const { file, step, read, offered } = walkIn(office);
const { of } = openCatalogue(catalogue);

let teacher: Person;
let officer: Person;
let director: Person;
let heads: Person[];

beforeAll(async () => {
  teacher = await office.teacher("ครูรายงาน");
  officer = await office.staff("เจ้าหน้าที่รายงาน", 2);
  director = await office.director("ผอ.เขต");
  heads = [await office.head("หัวหน้าหนึ่ง", 1), await office.head("หัวหน้าสอง", 2)];
});

/** The first example without the files, which nobody has sent. */
const filled = (formId: string) => {
  const { form } = of(formId);
  const isSent = ([key]: [string, unknown]) => form.fields[key]?.kind !== "files" && form.fields[key]?.kind !== "photos";
  return Object.fromEntries(Object.entries(form.examples[0] ?? {}).filter(isSent));
};
const headOf = (group: number) => heads[group - 1] as Person;

describe("reports of staff", () => {
  const reports = [
    "operation_summary",
    "study_record",
    "study_report",
    "ict_dev_record",
    "ict_dev_report",
    "evaluation_report",
    "annual_report",
  ];

  it.each(reports)("go up to the director to be seen: %s", async (formId) => {
    const { id, state } = await file(officer, formId, filled(formId));
    expect(state).toBe("waiting-director");
    for (const head of heads) expect(await offered(head, id)).not.toContain("director-acknowledge");
    expect(await step(director, id, "director-acknowledge", { words: "ทราบ ดำเนินการต่อได้" })).toBe("acknowledged");
    expect((await read(officer, id)).isOpen).toBe(false);
  });

  it.each(reports)("are not a teacher's to file: %s", async (formId) => {
    const body = { formId, formVersion: 1, draftId: `teacher-${formId}`, answers: filled(formId) };
    expect((await apiAs(office, teacher).refused(submitRequest, { body })).code).toBe("not_allowed");
  });

  it("go back to be mended, and may be withdrawn, but never refused", async () => {
    const { id } = await file(officer, "operation_summary", filled("operation_summary"));
    expect(await offered(director, id)).toEqual(["director-acknowledge", "director-return"]);
    expect(await step(director, id, "director-return", { reason: "ขอจำนวนผู้เข้าร่วม" })).toBe("returned");
    expect(await step(officer, id, "resubmit", { ...filled("operation_summary"), participants: 90 })).toBe("waiting-director");
    expect(await step(officer, id, "withdraw")).toBe("withdrawn");
  });
});

describe("monitoring by schools", () => {
  it.each(["monitor_network", "monitor_info", "monitor_feedback"])(
    "is seen by the head of the group that it is about: %s",
    async (formId) => {
      const { id, group } = await file(teacher, formId, filled(formId));
      expect(group).toBe(formId === "monitor_network" ? 1 : 2);
      expect(await offered(headOf(3 - group), id)).not.toContain("head-acknowledge");
      expect(await step(headOf(group), id, "head-acknowledge")).toBe("acknowledged");
    },
  );

  it("goes on to the evaluation and from there to the year's report, each linked to the one before", async () => {
    const monitoring = await file(teacher, "monitor_network", filled("monitor_network"));
    await step(headOf(1), monitoring.id, "head-acknowledge");
    const evaluated = await goOn(monitoring.id, "evaluation_report");
    expect(evaluated.origin).toMatchObject({ number: monitoring.number });
    await step(director, evaluated.id, "director-acknowledge");
    const year = await goOn(evaluated.id, "annual_report");
    expect(year.origin).toMatchObject({ number: evaluated.number });
    expect((await read(officer, evaluated.id)).followUps).toMatchObject([{ number: year.number }]);
  });

  async function goOn(id: string, formId: string) {
    const api = apiAs(office, officer);
    const { id: draftId, answers } = await api.ask(continueRequest, { params: { id }, body: { formId } });
    expect(Object.keys(answers).length).toBeGreaterThan(0);
    const body = { formId, formVersion: 1, draftId, answers: { ...filled(formId), ...answers } };
    return api.ask(submitRequest, { body });
  }
});
