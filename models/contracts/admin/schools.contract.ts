import { z } from "zod";
import { defineContract } from "#models/contracts/contract.ts";
import { cursor } from "#models/contracts/parts.ts";

export const schoolCode = z.string().regex(/^[\w-]{1,20}$/, "รหัสเป็นตัวอักษรอังกฤษหรือตัวเลข ไม่เกิน 20 ตัวค่ะ");

const fields = {
  name: z.string().max(200),
  district: z.string().max(200),
  zone: z.string().max(200),
  phone: z.string().max(200),
};

/** A school of the directory and who uses it. */
const school = z.object({
  code: z.string(),
  name: z.string(),
  district: z.string(),
  zone: z.string(),
  phone: z.string(),
  /** what was read: a change says it again, so that nobody's is overwritten unseen */
  version: z.string(),
  people: z.number().int(),
  openRequests: z.number().int(),
});
export type AdminSchool = z.infer<typeof school>;

export const listSchools = defineContract({
  method: "get",
  path: "/admin/schools",
  summary: "The directory of schools, by Thai alphabet",
  asks: "person",
  query: z.strictObject({ text: z.string().max(120).optional(), cursor: cursor.optional() }),
  response: z.object({
    schools: z.array(school),
    total: z.number().int(),
    next: cursor.nullable(),
    /** every zone in use */
    zones: z.array(z.string()),
  }),
  errors: ["not_allowed"],
});

export const getSchool = defineContract({
  method: "get",
  path: "/admin/schools/:code",
  summary: "One school",
  asks: "person",
  params: z.strictObject({ code: schoolCode }),
  response: school,
  errors: ["not_allowed", "not_found"],
});

export const addSchool = defineContract({
  method: "post",
  path: "/admin/schools",
  summary: "Add a school",
  asks: "person",
  body: z.strictObject({ code: z.string().max(40), ...fields }),
  response: school,
  errors: ["not_allowed", "invalid_answers", "already_exists"],
});

export const changeSchool = defineContract({
  method: "put",
  path: "/admin/schools/:code",
  summary: "Change a school; its people get the new name",
  asks: "person",
  params: z.strictObject({ code: schoolCode }),
  body: z.strictObject({ version: z.string().max(60), ...fields }),
  response: school,
  errors: ["not_allowed", "invalid_answers", "not_found", "changed_meanwhile"],
});

export const removeSchool = defineContract({
  method: "delete",
  path: "/admin/schools/:code",
  summary: "Remove a school that nobody uses",
  asks: "person",
  params: z.strictObject({ code: schoolCode }),
  query: z.strictObject({ version: z.string().max(60) }),
  response: z.object({}),
  errors: ["not_allowed", "not_found", "in_use", "changed_meanwhile", "wrong_origin"],
});
