import { expect, it } from "vitest";
import { numberField } from "#models/fields/kinds/number.ts";
import { rowsField } from "#models/fields/kinds/rows.ts";
import { textField } from "#models/fields/kinds/text.ts";

it("says how many of what as people do", () => {
  const things = rowsField({
    label: "รายการ",
    columns: {
      name: textField({ label: "รายการ", max: 40 }),
      quantity: numberField({ label: "จำนวน", whole: true }),
      unit: textField({ label: "หน่วย", max: 20, optional: true }),
      note: textField({ label: "หมายเหตุ", max: 40, optional: true }),
    },
  });
  expect(things.show([{ name: "โปรเจคเตอร์", quantity: 1, unit: "เครื่อง", note: "มีสาย" }])).toBe("1. โปรเจคเตอร์ 1 เครื่อง · มีสาย");
  expect(things.show([{ name: "สาย HDMI", quantity: 2, note: "ยาว" }])).toBe("1. สาย HDMI · 2 · ยาว");
});
