import { AppError, invalid } from "#bot/platform/errors.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { FileModel } from "#models/documents/file.document.ts";
import { describeFiles, type FileFacts } from "./describe-files.ts";
import { documentName, endingOf } from "./document-name.ts";
import { isHeic, mostBytes } from "./normalise-picture.ts";
import { removeFile, writeBytes } from "./picture-store.ts";
import { type DocumentRefusal, readDocument } from "./read-document.ts";
import { insertFile, photoFrom, storePhoto } from "./store-photo.ts";
import { refuseTooMany } from "./upload-photo.ts";

/** The id that the phone made, whose it is, what it is called and what the browser takes it for. */
type Upload = { uploadId: string; ownerId: string; name: string; claimed: string };

/**
 * Stores a document, or a picture among documents, under its name. What it is its content says: whoever lies about it, and what
 * cannot be opened by everybody or carries a program, is refused with what to do instead. The same upload again is the same file.
 * @throws AppError not_a_document, too_large, too_many
 */
export async function uploadDocument(ctx: ServiceContext, upload: Upload, bytes: Uint8Array): Promise<FileFacts> {
  const { uploadId, ownerId } = upload;
  if (bytes.length > mostBytes) throw tooLarge();
  const origin = { chatId: ownerId, messageId: null, uploadId };
  const known = await photoFrom(origin);
  if (!known) await refuseTooMany(ctx, ownerId);
  const id = known && known.size !== null ? known._id : await store(ctx, upload, bytes);
  const facts = (await describeFiles([id])).get(id);
  if (!facts) throw refused("broken");
  return facts;
}

async function store(ctx: ServiceContext, upload: Upload, bytes: Uint8Array): Promise<string> {
  const { uploadId, ownerId, name, claimed } = upload;
  const origin = { chatId: ownerId, messageId: null, uploadId };
  const found = readDocument(bytes);
  if ("refused" in found) {
    if (found.refused !== "not-a-document") throw refused(found.refused);
    return storePicture(ctx, upload, bytes);
  }
  const { kind, type } = found;
  if (!fits(endingOf(name), claimed, kind, type)) throw lying(kind);
  const kept = documentName(name, kind);
  // The document goes first: bytes whose process died in between are found by it, and removed with it.
  const id = await insertFile(ctx, { ...origin, name: kept }, { state: "loose", nextTryAt: null });
  await writeBytes(id, "full", bytes);
  const { matchedCount } = await FileModel.updateOne({ _id: id }, { $set: { type, size: bytes.length } });
  if (matchedCount === 0) await removeFile(id);
  return id;
}

const pictureEndings = new Set(["", "jpg", "jpeg", "png", "webp", "gif", "avif", "tif", "tiff", "heic", "heif"]);

async function storePicture(ctx: ServiceContext, { uploadId, ownerId, name, claimed }: Upload, bytes: Uint8Array): Promise<string> {
  if (await isHeic(bytes)) throw invalid("not_a_document", "รูปแบบ HEIC เปิดไม่ได้ค่ะ บันทึกเป็น JPG แล้วแนบใหม่นะคะ");
  const isClaimed = pictureEndings.has(endingOf(name)) && (isVague(claimed) || claimed.startsWith("image/"));
  const origin = { chatId: ownerId, messageId: null, uploadId, name: documentName(name, "jpg") };
  if (!isClaimed) throw refused("not-a-document");
  const outcome = await storePhoto(ctx, origin, bytes);
  if ("stored" in outcome) return outcome.stored;
  throw outcome.refused === "too-big" ? tooLarge() : refused("not-a-document");
}

/** Browsers that know no better say these. */
const isVague = (claimed: string): boolean => ["", "application/octet-stream", "application/zip"].includes(claimed);

function fits(ending: string, claimed: string, kind: string, type: string): boolean {
  return (ending === "" || ending === kind) && (isVague(claimed) || claimed === type);
}

const words: Record<DocumentRefusal, string> = {
  "not-a-document": "ไฟล์ชนิดนี้แนบไม่ได้ค่ะ แนบเป็น PDF, Word, Excel, PowerPoint หรือรูปนะคะ",
  "old-office": "ไฟล์ Office รุ่นเก่า (.doc .xls .ppt) แนบไม่ได้ค่ะ เปิดแล้วบันทึกเป็น .docx .xlsx .pptx หรือ PDF นะคะ",
  macros: "ไฟล์นี้มีมาโครค่ะ บันทึกเป็น .docx .xlsx .pptx ที่ไม่มีมาโคร หรือ PDF แล้วแนบใหม่นะคะ",
  programs: "PDF นี้มีคำสั่งหรือไฟล์อื่นฝังอยู่ค่ะ พิมพ์เป็น PDF ใหม่แล้วแนบอีกครั้งนะคะ",
  locked: "ไฟล์นี้ตั้งรหัสผ่านไว้ค่ะ เอารหัสออกแล้วแนบใหม่นะคะ",
  broken: "ไฟล์นี้เสียหรือส่งมาไม่ครบค่ะ ลองเปิดดูในเครื่องแล้วแนบใหม่นะคะ",
};

const refused = (why: DocumentRefusal) => invalid("not_a_document", words[why]);

const lying = (kind: string) =>
  invalid("not_a_document", `เนื้อไฟล์เป็น ${kind.toUpperCase()} แต่ชื่อไฟล์บอกเป็นอย่างอื่นค่ะ ตั้งชื่อลงท้าย .${kind} แล้วแนบใหม่นะคะ`);

const tooLarge = () => new AppError({ code: "too_large", status: 413, message: "ไฟล์ใหญ่เกิน 10 MB ค่ะ ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่นะคะ" });
