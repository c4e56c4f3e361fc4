type Refused = { reason: "not-a-picture" | "too-big" | "gone" | "unavailable"; count: number };

/** Why pictures were not taken, and what to do instead. */
export function refusedPhotos({ reason, count }: Refused): string {
  switch (reason) {
    case "not-a-picture":
      return `${count} ไฟล์ไม่ใช่รูปที่เปิดได้ค่ะ ถ่ายรูปใหม่หรือส่งเป็น JPG, PNG นะคะ`;
    case "too-big":
      return `${count} รูปใหญ่เกินไปค่ะ ส่งจากปุ่มเลือกรูปในไลน์โดยไม่เลือกขนาดต้นฉบับนะคะ`;
    case "gone":
      return `${count} รูปหมดอายุหรือถูกลบไปแล้วค่ะ ส่งใหม่อีกครั้งนะคะ`;
    case "unavailable":
      return `รับ ${count} รูปจากไลน์ไม่สำเร็จค่ะ ส่งใหม่อีกครั้งนะคะ`;
  }
}

/** How many pictures there are now. */
export function photosReceived(count: number, tooMany: boolean): string {
  return tooMany ? `เก็บไว้ ${count} รูปแรกนะคะ ครบจำนวนแล้วค่ะ` : `ได้รับ ${count} รูปแล้วค่ะ ส่งเพิ่มได้ หรือกด ส่งครบแล้ว`;
}

/** What to do instead of a kind of message that is not taken. */
export function unsupportedInput(what: "video" | "audio" | "file" | "sticker" | "location" | "unknown"): string {
  switch (what) {
    case "video":
      return "ขออภัยค่ะ ยังรับวิดีโอไม่ได้ ส่งเป็นรูปหรือพิมพ์บอกได้เลยค่ะ";
    case "audio":
      return "ขออภัยค่ะ ยังฟังข้อความเสียงไม่ได้ พิมพ์บอกได้เลยค่ะ";
    case "file":
      return "ขออภัยค่ะ ยังรับไฟล์ไม่ได้ ส่งเป็นรูปหรือพิมพ์บอกได้เลยค่ะ";
    case "location":
      return "ขออภัยค่ะ ยังใช้ตำแหน่งบนแผนที่ไม่ได้ พิมพ์ชื่อห้องหรืออาคารได้เลยค่ะ";
    case "sticker":
      return "ได้รับสติกเกอร์แล้วค่ะ มีอะไรให้ช่วย พิมพ์บอกได้เลยค่ะ";
    case "unknown":
      return "ขออภัยค่ะ ยังเปิดข้อความแบบนี้ไม่ได้ พิมพ์หรือส่งรูปได้เลยค่ะ";
  }
}
