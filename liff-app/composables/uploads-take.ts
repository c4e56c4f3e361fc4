import { documentTypes } from "#models/contracts/document-types.ts";

/** What a field of uploads takes: pictures alone, or documents as well. */
export type Takes = "pictures" | "files";

/** As the server takes them. Bytes. */
const mostBytes = 10 * 1024 * 1024;
const documents = ["pdf", "docx", "xlsx", "pptx"] as const;
const pictures = ["jpg", "jpeg", "png", "webp", "heic", "heif"] as const;

/** For the file chooser: types where phones know them, endings where they do not. */
export const acceptOf: Readonly<Record<Takes, string>> = {
  pictures: "image/*",
  files: ["image/*", "application/pdf", ...documents.map((ending) => `.${ending}`)].join(","),
};

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
export const isPictureName = (name: string): boolean => pictures.some((ending) => ending === endingOf(name));
export const isPicture = ({ type, name }: { type: string; name: string }): boolean =>
  type ? type.startsWith("image/") : isPictureName(name);

export const noPicture = "ส่งได้เฉพาะรูปถ่าย (JPG, PNG) นะคะ";
const macros = "ไฟล์ที่มีมาโครส่งไม่ได้ค่ะ บันทึกเป็น .docx .xlsx หรือ PDF ก่อนนะคะ";
const remedies: Readonly<Record<string, string>> = {
  doc: "ไฟล์ Word แบบเก่า (.doc) ส่งไม่ได้ค่ะ เปิดแล้วบันทึกเป็น .docx หรือ PDF ก่อนนะคะ",
  xls: "ไฟล์ Excel แบบเก่า (.xls) ส่งไม่ได้ค่ะ เปิดแล้วบันทึกเป็น .xlsx หรือ PDF ก่อนนะคะ",
  docm: macros,
  xlsm: macros,
  pptm: macros,
  ppt: "ไฟล์ PowerPoint แบบเก่า (.ppt) ส่งไม่ได้ค่ะ เปิดแล้วบันทึกเป็น .pptx หรือ PDF ก่อนนะคะ",
};
const noFile = "ส่งได้เฉพาะ PDF, Word, Excel, PowerPoint และรูปถ่ายนะคะ เช่น ใบเสนอราคา.pdf";
const tooBig = "ไฟล์ใหญ่เกิน 10 MB ค่ะ บันทึกเป็น PDF ให้เล็กลง หรือแบ่งเป็นหลายไฟล์นะคะ";

/** Why a chosen file need not be sent at all, or null. The server looks inside; a name alone proves nothing. */
export function refusalOf(file: File, takes: Takes): string | null {
  // Some phones give a file no type at all: then the server looks. A large picture is made small first.
  if (takes === "pictures") return file.type === "" || file.type.startsWith("image/") ? null : noPicture;
  if (isPicture(file)) return null;
  const ending = endingOf(file.name);
  if (ending && !documents.some((known) => known === ending)) return remedies[ending] ?? noFile;
  return file.size > mostBytes ? tooBig : null;
}

/** A type that is no known one keeps a server from looking at all: then it says nothing. */
export function documentBlob(bytes: Blob): Blob {
  const isKnown = documentTypes.some((type) => type === bytes.type.toLowerCase());
  return isKnown ? bytes : bytes.slice(0, bytes.size, "application/octet-stream");
}

/** "1.2 MB" */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
