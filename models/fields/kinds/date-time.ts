import { z } from "zod";
import { type Field, type FieldWords, words } from "#models/fields/field.ts";
import { readDate, showDate, showDateInDocument } from "#models/fields/thai/dates.ts";
import { readTime, showTime } from "#models/fields/thai/times.ts";

const split = (value: string) => ({ day: value.slice(0, 10), time: value.slice(11, 16) });

/** A day with a time of day in Bangkok, kept as "YYYY-MM-DDTHH:MM" (ค.ศ.). */
export function dateTimeField(options: FieldWords): Field<string> {
  return {
    ...words(options),
    kind: "date-time",
    takesAnyText: false,
    schema: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
      .refine((value) => z.iso.date().safeParse(value.slice(0, 10)).success),
    read(text, { now }) {
      const day = readDate(text, now);
      const time = readTime(text);
      if (day && time) return { ok: true, value: `${day}T${time}` };
      return { ok: false, message: "ขอวันและเวลาด้วยกันนะคะ เช่น พรุ่งนี้ 9 โมงเช้า หรือ 22 พ.ย. 69 13.30 น." };
    },
    show: (value) => `${showDate(split(value).day)} ${showTime(split(value).time)}`,
    write: (value) => ({ is: "text", text: `${showDateInDocument(split(value).day)} เวลา ${showTime(split(value).time)}` }),
  };
}
