/** Office's own (OOXML) since 2007, by what their package calls itself. */
export const officeTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
} as const;

/**
 * What may be sent where documents are attached. The older and the macro-enabled ones are read only to say what to do about them;
 * a browser that knows no type says application/octet-stream.
 */
export const documentTypes = [
  "application/pdf",
  ...Object.values(officeTypes),
  "application/msword",
  "application/vnd.ms-excel",
  "application/vnd.ms-powerpoint",
  "application/vnd.ms-word.document.macroenabled.12",
  "application/vnd.ms-excel.sheet.macroenabled.12",
  "application/vnd.ms-powerpoint.presentation.macroenabled.12",
  "application/octet-stream",
  "application/zip",
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
  "image/heif",
] as const;
