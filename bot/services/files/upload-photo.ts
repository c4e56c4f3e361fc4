import { AppError, invalid } from "#bot/platform/errors.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { isHeic } from "./normalise-picture.ts";
import { photoFrom, storePhoto } from "./store-photo.ts";

const hourMs = 3_600_000;
/** Six reports with all the pictures a form takes; nobody photographs faster. */
const mostInAnHour = 60;

/**
 * Stores a picture that somebody's mini-app sends, as if they had sent it in their own chat. The same upload again is the
 * same file.
 * @param upload the id that the phone made for this picture, and whose it is
 * @returns the file's id
 * @throws AppError not_a_picture, too_large, too_many
 */
export async function uploadPhoto(ctx: ServiceContext, upload: { uploadId: string; ownerId: string }, bytes: Uint8Array): Promise<string> {
  const origin = { chatId: upload.ownerId, messageId: null, uploadId: upload.uploadId };
  if (!(await photoFrom(origin))) await refuseTooMany(ctx, upload.ownerId);
  const outcome = await storePhoto(ctx, origin, bytes);
  if ("stored" in outcome) return outcome.stored;
  if (outcome.refused === "too-big") throw tooLarge();
  throw invalid("not_a_picture", (await isHeic(bytes)) ? heicWords : notAPictureWords);
}

const notAPictureWords = "ไฟล์นี้ไม่ใช่รูปที่เปิดได้ค่ะ ถ่ายใหม่หรือเลือกรูป JPG / PNG นะคะ";
const heicWords = "รูปแบบ HEIC เปิดไม่ได้ค่ะ ตั้งกล้องเป็น “เข้ากันได้มากที่สุด” แล้วถ่ายใหม่ หรือส่งรูปนี้ในแชตแทนนะคะ";

const tooLarge = () => new AppError({ code: "too_large", status: 413, message: "รูปใหญ่เกิน 10 MB ค่ะ ย่อรูปหรือถ่ายใหม่นะคะ" });

/** @throws AppError too_many, where somebody has sent as much as anybody needs in an hour */
export async function refuseTooMany(ctx: ServiceContext, ownerChatId: string): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - hourMs);
  const sent = await FileModel.countDocuments({ ownerChatId, createdAt: { $gt: since }, uploadId: { $exists: true } });
  if (sent < mostInAnHour) return;
  const message = `ส่งรูปหรือไฟล์ครบ ${mostInAnHour} รายการใน 1 ชั่วโมงแล้วค่ะ รอสักครู่แล้วส่งต่อได้ ที่ส่งแล้วยังอยู่นะคะ`;
  throw new AppError({ code: "too_many", status: 429, message });
}
