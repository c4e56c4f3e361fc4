import { beforeAll, describe, expect, it } from "vitest";
import { RequestModel } from "#models/documents/request.document.ts";
import { workRequestForm } from "#models/requests/work-request/work-request.form.ts";
import { type TestOffice, useOffice } from "#test/support/office.ts";
import { walkIn } from "#test/support/walk.ts";

type Person = Awaited<ReturnType<TestOffice["teacher"]>>;

const office = useOffice();
const { file, step, read, offered } = walkIn(office);

let teacher: Person;
let head: Person;
let officer: Person;
let colleague: Person;

beforeAll(async () => {
  teacher = await office.teacher("ครูขอติดตั้ง");
  head = await office.head("หัวหน้ากลุ่มหนึ่ง", 1);
  officer = await office.staff("ช่างหนึ่ง", 1);
  colleague = await office.staff("ช่างสอง", 1);
});

const exampleOf = (kind: string) => {
  const { photos: _photos, attachments: _files, ...answers } = workRequestForm.examples.find((example) => example.kind === kind) ?? {};
  return answers;
};
const ask = async (kind = "wiring") => (await file(teacher, "work_request", exampleOf(kind))).id;
const taken = async () => {
  const id = await ask();
  await step(head, id, "head-approve");
  expect(await step(officer, id, "accept", { plannedOn: "2026-12-16" })).toBe("accepted");
  return id;
};

describe("work that a school asks for", () => {
  it("is granted, assigned, taken, done, confirmed and rated", async () => {
    const id = await ask();
    expect(await offered(officer, id)).not.toContain("accept");
    expect(await step(head, id, "head-approve")).toBe("approved");
    expect(await step(head, id, "assign", { person: { id: colleague.personId, name: "ช่างสอง" } })).toBe("assigned");
    expect(await step(colleague, id, "accept")).toBe("accepted");
    expect(await step(colleague, id, "finish", { done: "เดินสาย 6 จุด ทดสอบแล้ว" })).toBe("done");
    expect(await step(teacher, id, "not-done", { reason: "จุดที่ 4 ไม่มีสัญญาณ" })).toBe("accepted");
    expect(await step(colleague, id, "finish", { done: "เปลี่ยนหัวสายจุดที่ 4" })).toBe("done");
    expect(await step(teacher, id, "confirm")).toBe("confirmed");
    expect(await step(teacher, id, "rate", { stars: 5 })).toBe("closed");
    expect((await read(teacher, id)).isOpen).toBe(false);
  });

  it("is handed on, or comes to nothing with the reason", async () => {
    const id = await taken();
    expect(await step(officer, id, "forward", { person: { id: colleague.personId, name: "ช่างสอง" } })).toBe("assigned");
    expect(await offered(officer, id)).not.toContain("finish");
    expect(await step(colleague, id, "cannot-do", { reason: "ท่อร้อยสายเต็ม" })).toBe("undone");
    const unwanted = await ask();
    await step(head, unwanted, "head-approve");
    expect(await step(teacher, unwanted, "give-up")).toBe("withdrawn");
  });

  it("goes to the group whose duty it is, under the process that it counts for", async () => {
    const filed = Object.fromEntries(
      await Promise.all(
        workRequestForm.examples.map(async ({ kind = "other" }) => {
          const { group, process } = (await RequestModel.findById(await ask(kind)).lean()) ?? {};
          return [kind, [group, process]];
        }),
      ),
    );
    expect(filed).toEqual({
      wiring: [1, 2],
      move: [1, 2],
      program: [1, 2],
      develop: [2, 10],
      website: [2, 11],
      lms: [3, 17],
      training: [1, 5],
    });
  });

  it("shows a note of the office to the office alone", async () => {
    const id = await taken();
    await step(officer, id, "note", { words: "ต้องใช้บันได" });
    const words = async (by: Person) => JSON.stringify((await read(by, id)).timeline);
    expect(await words(colleague)).toContain("ต้องใช้บันได");
    expect(await words(teacher)).not.toContain("ต้องใช้บันได");
  });
});
