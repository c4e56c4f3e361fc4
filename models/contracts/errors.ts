import { z } from "zod";

/** Stable codes of the API with their HTTP status and what the person reads: what is wrong and what to do. */
export const apiErrors = {
  bad_request: { status: 400, message: "ข้อมูลที่ส่งมายังไม่ถูกต้อง ตรวจช่องที่แจ้งแล้วลองใหม่นะคะ" },
  invalid_answers: { status: 400, message: "ยังส่งไม่ได้ค่ะ แก้ช่องที่แจ้งไว้แล้วส่งอีกครั้งนะคะ" },
  too_large: { status: 413, message: "ข้อมูลใหญ่เกินไปค่ะ ลดขนาดหรือจำนวนแล้วลองใหม่นะคะ" },
  not_a_picture: { status: 400, message: "ไฟล์นี้ไม่ใช่รูปที่เปิดได้ค่ะ ถ่ายใหม่หรือเลือกรูป JPG / PNG นะคะ" },
  not_a_document: { status: 400, message: "ไฟล์นี้เปิดไม่ได้ค่ะ แนบเป็น PDF, Word, Excel, PowerPoint หรือรูปนะคะ" },
  no_session: { status: 401, message: "เข้าสู่ระบบด้วย LINE อีกครั้งนะคะ" },
  id_token_refused: { status: 401, message: "LINE ยืนยันตัวตนไม่สำเร็จ เข้าสู่ระบบด้วย LINE อีกครั้งนะคะ" },
  not_registered: { status: 403, message: "ยังไม่ได้ลงทะเบียนค่ะ ลงทะเบียนครั้งแรกก่อนนะคะ ใช้เวลาไม่ถึงนาที" },
  not_allowed: { status: 403, message: "เรื่องนี้ต้องให้ผู้มีสิทธิ์ดำเนินการค่ะ ติดต่อเจ้าหน้าที่ศูนย์ ICT ได้เลยนะคะ" },
  own_request: { status: 403, message: "เรื่องที่ยื่นเองพิจารณาเองไม่ได้ค่ะ ให้หัวหน้าศูนย์หรือผู้อำนวยการพิจารณานะคะ" },
  wrong_origin: { status: 403, message: "คำสั่งนี้ไม่ได้ส่งจากหน้าของเราค่ะ เปิดมินิแอปใหม่แล้วลองอีกครั้งนะคะ" },
  not_found: { status: 404, message: "ไม่พบรายการนี้ค่ะ ตรวจหมายเลขอีกครั้ง หรือกลับไปที่หน้าแรกนะคะ" },
  state_changed: { status: 409, message: "เรื่องนี้มีคนดำเนินการไปแล้วค่ะ ดูสถานะล่าสุดด้านล่างนะคะ" },
  too_late: { status: 409, message: "เลยเวลาที่ทำได้แล้วค่ะ แจ้งเป็นเรื่องใหม่ได้เลยนะคะ" },
  form_changed: { status: 409, message: "แบบฟอร์มปรับใหม่แล้วค่ะ โหลดหน้านี้ใหม่ ข้อมูลที่กรอกไว้ยังอยู่นะคะ" },
  draft_changed: { status: 409, message: "แบบร่างนี้ถูกแก้จากอีกที่หนึ่ง โหลดฉบับล่าสุดแล้วแก้ต่อนะคะ" },
  already_exists: { status: 409, message: "มีรายการนี้อยู่แล้วค่ะ" },
  changed_meanwhile: { status: 409, message: "มีคนแก้รายการนี้ไปก่อนแล้ว โหลดใหม่แล้วแก้อีกครั้งนะคะ" },
  last_admin: { status: 409, message: "เป็นผู้ดูแลระบบคนสุดท้ายที่เข้าใช้ได้ค่ะ ให้สิทธิ์ผู้ดูแลกับอีกคนก่อนนะคะ" },
  in_use: { status: 409, message: "รายการนี้ยังมีคนใช้อยู่ค่ะ ย้ายออกให้หมดก่อนแล้วลองใหม่นะคะ" },
  invitation_unknown: { status: 404, message: "ไม่พบรหัสเชิญนี้ค่ะ ตรวจรหัสอีกครั้ง หรือขอรหัสใหม่จากผู้ดูแลนะคะ" },
  invitation_used: { status: 409, message: "รหัสเชิญนี้ใช้ไปแล้วค่ะ ขอรหัสใหม่จากผู้ดูแลนะคะ" },
  invitation_expired: { status: 409, message: "รหัสเชิญหมดอายุแล้วค่ะ ขอรหัสใหม่จากผู้ดูแลนะคะ" },
  too_many: { status: 429, message: "ส่งถี่เกินไปค่ะ รอสักครู่แล้วลองใหม่นะคะ" },
  unavailable: { status: 503, message: "ระบบยังไม่พร้อมค่ะ รอสักครู่แล้วลองใหม่นะคะ" },
  internal: { status: 500, message: "ขออภัยค่ะ ระบบขัดข้อง ลองใหม่อีกครั้งนะคะ" },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof apiErrors;

/** What every endpoint may answer with. */
export const commonErrors = ["bad_request", "too_many", "unavailable"] as const satisfies ErrorCode[];

/** The body of every answer that is not 2xx. `fields`: what is wrong with which field, in words for the person. */
export const errorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(apiErrors) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBody>;
