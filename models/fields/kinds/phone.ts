import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { readPhone, showPhone } from "#models/fields/thai/phone.ts";

const expected = "ขอเบอร์โทรที่มีตัวเลขครบนะคะ เช่น 081-234-5678";

/** A Thai phone number, kept as it is shown: "081-234-5678", "038-511-234 ต่อ 12". */
export function phoneField(options: FieldWords): Field<string> {
  return {
    ...words(options),
    kind: "phone",
    takesAnyText: false,
    expected,
    schema: z.string().transform((text, context) => {
      const phone = readPhone(text);
      if (phone) return showPhone(phone);
      context.addIssue({ code: "custom", message: expected });
      return z.NEVER;
    }),
    read(text) {
      const phone = readPhone(text);
      return phone ? { ok: true, value: showPhone(phone) } : { ok: false, message: expected };
    },
    show: (value) => value,
  };
}
