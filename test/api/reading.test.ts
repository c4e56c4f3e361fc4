import { expect, it } from "vitest";
import { readWords } from "#models/contracts/reading.contract.ts";
import { apiAs } from "#test/support/api.ts";
import { useOffice } from "#test/support/office.ts";

const office = useOffice();

it("a form's words say of what kind and how urgent it is, as the chat would have it", async () => {
  const api = apiAs(office, await office.teacher("สมใจ พิมพ์ฟอร์ม"));
  const texts = { device: "เครื่องพิมพ์", symptom: "กระดาษติด พิมพ์ข้อสอบไม่ได้ สอบพรุ่งนี้" };
  const read = await api.ask(readWords, { params: { formId: "repair" }, body: { texts } });
  expect(read).toEqual({ answers: { category: "printer", urgency: "critical" }, safety: null });
});

it("what to do first is said where somebody may come to harm", async () => {
  const api = apiAs(office, await office.teacher("สมศรี เห็นควัน"));
  const texts = { device: "คอมพิวเตอร์", symptom: "มีควันขึ้น" };
  const { safety } = await api.ask(readWords, { params: { formId: "repair" }, body: { texts } });
  expect(safety).toContain("ถอดปลั๊ก");
});

it("nothing is read where nothing is typed, and of a form that is not there", async () => {
  const api = apiAs(office, await office.teacher("สมหมาย ยังไม่พิมพ์"));
  expect(await api.ask(readWords, { params: { formId: "repair" }, body: { texts: {} } })).toEqual({ answers: {}, safety: null });
  expect(await api.refused(readWords, { params: { formId: "nothing" }, body: { texts: {} } })).toMatchObject({ code: "not_found" });
});
