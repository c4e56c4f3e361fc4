import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { readDateTime } from "#models/fields/thai/date-times.ts";
import { showDate, showDateInDocument } from "#models/fields/thai/dates.ts";
import { toThaiDigits } from "#models/fields/thai/digits.ts";
import { showTime } from "#models/fields/thai/times.ts";
import { dayValue } from "./date.ts";

const split = (value: string) => ({ day: value.slice(0, 10), time: value.slice(11, 16) });

/** A day with a time of day in Bangkok, kept as "YYYY-MM-DDTHH:MM" (ค.ศ.). */
export function dateTimeField(options: FieldWords): Field<string> {
  const expected = "ขอวันและเวลาด้วยกันนะคะ เช่น พรุ่งนี้ 9 โมงเช้า หรือ 22 พ.ย. 69 13.30 น.";
  return {
    ...words(options),
    kind: "date-time",
    takesAnyText: false,
    expected,
    schema: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
      .refine((value) => dayValue.safeParse(split(value).day).success),
    read(text, { now }) {
      const value = readDateTime(text, now);
      return value ? { ok: true, value } : { ok: false, message: expected };
    },
    show: (value) => `${showDate(split(value).day)} ${showTime(split(value).time)}`,
    write: (value) => ({ is: "text", text: `${showDateInDocument(split(value).day)} เวลา ${toThaiDigits(showTime(split(value).time))}` }),
  };
}
