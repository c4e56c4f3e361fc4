import { keptPhone } from "#bot/services/people/person-names.ts";
import type { SchoolDocument } from "#models/documents/school.document.ts";
import { cleanText } from "#models/fields/thai/normalise.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { differing, type FieldChange } from "./import-plan.ts";
import { comparableSchool } from "./school-names.ts";

/** A school as a file or a page gives it. */
export type SchoolRow = { code: string; name: string; district: string; zone: string; phone: string };

export type SchoolFields = Pick<SchoolDocument, "name" | "district" | "zone" | "phone">;

/** A school as it is kept: cleaned, its telephone in one spelling, found by name and code. */
export function schoolOf(row: SchoolRow): SchoolDocument {
  const name = cleanText(row.name);
  return {
    _id: row.code.trim(),
    name,
    district: cleanText(row.district),
    zone: cleanText(row.zone) || null,
    phone: keptPhone(row.phone) ?? (cleanText(row.phone) || null),
    searchTokens: searchTokens([name, comparableSchool(name), row.code]),
  };
}

/** A row of a known school, its empty cells filled with what is known: leaving out is no taking away. */
export function filledFrom(row: SchoolRow, { name, district, zone, phone }: SchoolFields): SchoolRow {
  const said = (cell: string, known: string | null) => (cleanText(cell) === "" ? (known ?? "") : cell);
  return {
    code: row.code,
    name: said(row.name, name),
    district: said(row.district, district),
    zone: said(row.zone, zone ?? null),
    phone: said(row.phone, phone ?? null),
  };
}

/** What is wrong with a school, by its field, with what to write instead; empty when nothing is. */
export function schoolProblems({ code, name, district, zone, phone }: SchoolRow): { field: keyof SchoolRow; message: string }[] {
  const length = cleanText(name).length;
  const named = length === 0 ? "ไม่มีชื่อโรงเรียน ใส่ชื่อนะคะ" : "ชื่อโรงเรียนต้องมี 2 ถึง 120 ตัวอักษรค่ะ";
  return [
    ...(/^[\w-]{1,20}$/.test(code.trim()) ? [] : [{ field: "code" as const, message: codeProblem(code.trim()) }]),
    ...(length < 2 || length > 120 ? [{ field: "name" as const, message: named }] : []),
    ...(district.length > 80 ? [{ field: "district" as const, message: "อำเภอยาวได้ไม่เกิน 80 ตัวอักษรค่ะ" }] : []),
    ...(/[+:]/.test(zone) || zone.length > 40
      ? [{ field: "zone" as const, message: "โซนยาวได้ไม่เกิน 40 ตัวอักษร และไม่มีเครื่องหมาย + หรือ : ค่ะ" }]
      : []),
    ...(phone.length > 60 ? [{ field: "phone" as const, message: "เบอร์โทรยาวได้ไม่เกิน 60 ตัวอักษรค่ะ" }] : []),
  ];
}

function codeProblem(code: string): string {
  if (code === "") return "ไม่มีรหัสโรงเรียน ใส่รหัสนะคะ";
  return `รหัส "${code.slice(0, 30)}" ต้องเป็นตัวอักษรอังกฤษหรือตัวเลข ไม่เกิน 20 ตัวค่ะ`;
}

/** What differs between a school as it is and as it will be, in shown words. */
export function schoolChanges(before: SchoolFields | null, after: SchoolFields): FieldChange[] {
  const labels = { name: "ชื่อ", district: "อำเภอ", zone: "โซน", phone: "โทรศัพท์" } as const;
  return differing(
    (["name", "district", "zone", "phone"] as const).map((key) => ({
      label: labels[key],
      from: before?.[key] ?? "",
      to: after[key] ?? "",
    })),
  );
}
