import { describe, expect, it } from "vitest";
import { manualForms } from "#models/processes/manual-forms.ts";
import { manualProcesses } from "#models/processes/manual-processes.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { faultsOfTitles } from "#test/support/manual-titles.ts";

const broken = (change: (type: (typeof catalogue)[number]) => Partial<(typeof catalogue)[number]>, of: string) =>
  catalogue.map((type) => (type.form.id === of ? { ...type, ...change(type) } : type));
const titled = (manualTitles: string[]) => (type: (typeof catalogue)[number]) => ({ form: { ...type.form, manualTitles } });

describe("the manual's list of forms", () => {
  it("has 23 titles, none twice, used by processes that the manual has", () => {
    expect(manualForms).toHaveLength(23);
    expect(new Set(manualForms.map(({ title }) => title)).size).toBe(23);
    expect(new Set(manualForms.map(({ id }) => id)).size).toBe(23);
    const numbers = manualProcesses.map(({ number }) => number);
    for (const { id, processes } of manualForms) for (const process of processes) expect(numbers, id).toContain(process);
  });

  it("is claimed title for title, each by exactly one definition with its processes", () => {
    expect(faultsOfTitles(manualForms, catalogue)).toEqual([]);
  });

  it("misses a form that nobody claims", () => {
    const faults = faultsOfTitles(
      manualForms,
      catalogue.filter(({ form }) => form.id !== "borrow"),
    );
    expect(faults).toEqual(['borrow: "แบบบันทึกขอยืมวัสดุอุปกรณ์/เอกสาร/สื่อ Software" is claimed 0 times']);
  });

  it("misses one of two titles that share a definition", () => {
    const faults = faultsOfTitles(manualForms, broken(titled(["แบบบันทึกขอซื้อวัสดุอุปกรณ์"]), "purchase"));
    expect(faults).toContain('purchase_media: "แบบบันทึกขอซื้อวัสดุอุปกรณ์/เอกสาร/สื่อ Software" is claimed 0 times');
    expect(faults).toContain("purchase: used by the processes 1 4 5, says 1 4 5 13 14 15 17 18");
  });

  it("sees a title that two claim, and one that a definition claims twice", () => {
    const title = "แบบบันทึกขอให้ดำเนินการ";
    expect(faultsOfTitles(manualForms, broken(titled([title]), "spec_definition"))).toContain(
      `work_request: "${title}" is claimed 2 times`,
    );
    expect(faultsOfTitles(manualForms, broken(titled([title, title]), "work_request"))).toEqual([
      `work_request: "${title}" is claimed 2 times`,
    ]);
  });

  it("sees a letter that is wrong, and a space too many", () => {
    for (const title of ["แบบบันทึกขอให้ดำเนินการณ์", "แบบบันทึกขอให้ดำเนินการ ", "แบบบันทึก ขอให้ดำเนินการ"]) {
      expect(faultsOfTitles(manualForms, broken(titled([title]), "work_request")), title).toEqual([
        'work_request: "แบบบันทึกขอให้ดำเนินการ" is claimed 0 times',
        `work_request: the manual has no "${title}"`,
      ]);
    }
  });

  it("sees a process too few or too many", () => {
    const processes = (numbers: number[]) => () => ({ processes: numbers });
    expect(faultsOfTitles(manualForms, broken(processes([3, 4]), "spec_definition"))).toEqual([
      "spec_definition: used by the processes 3, says 3 4",
    ]);
    expect(faultsOfTitles(manualForms, broken(processes([]), "borrow"))).toEqual(["borrow: used by the processes 16, says "]);
  });

  it("counts a card that is issued like a form", () => {
    const uncarded = catalogue.map((type) => ({ ...type, card: null }));
    expect(faultsOfTitles(manualForms, uncarded)).toContain('user_card: "แบบบัตรประจำตัวผู้ใช้งานในระบบ" is claimed 0 times');
  });

  it("lets forms of our own claim nothing", () => {
    const own = { form: { id: "own", manualTitles: [] }, card: null, processes: [7] };
    expect(faultsOfTitles(manualForms, [...catalogue, own])).toEqual([]);
  });
});
