import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { doTransition } from "#models/contracts/requests.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { apiAs, type TestApi } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";
import { reports } from "#test/support/repairs.ts";

const office = useOffice();

it("a note sent again after a lost answer, or pressed twice at once, is one note; another of the same words is another", async () => {
  const teacher = await office.teacher("ครูส่งซ้ำ ตัวอย่าง");
  await reports(teacher);
  const request = await RequestModel.findOne({ filedById: teacher.personId }).orFail().lean();
  const [one, other] = [apiAs(office, await office.staff("ช่างส่งซ้ำ")), apiAs(office, await office.staff("ช่างอีกคน"))];
  const notes = (by: TestApi, key: string) =>
    by.ask(doTransition, {
      params: { id: request._id, transition: "note" },
      body: { offeredIn: request.state, formVersion: 1, answers: { words: "โทรแล้วไม่มีผู้รับ" }, key },
    });
  const written = () => TimelineEntryModel.countDocuments({ requestId: request._id, transition: "note" });
  const key = randomUUID();
  const [first, twin] = await Promise.all([notes(one, key), notes(one, key)]);
  expect([twin.revision, (await notes(one, key)).reply]).toEqual([first.revision, first.reply]);
  expect(await written()).toBe(1);
  await notes(one, randomUUID());
  await notes(other, key);
  expect(await written()).toBe(3);
});
