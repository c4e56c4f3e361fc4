/** Longest side of a photo as LINE sends it; keeps what goes to the simulator small. */
const longestSide = 2048;

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ""));
    reader.onerror = () => reject(new Error("ไม่สามารถอ่านรูปนี้ได้ค่ะ"));
    reader.readAsDataURL(blob);
  });
}

const toJpeg = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error("ไม่สามารถส่งรูปนี้ได้ค่ะ")) : resolve(blob)), "image/jpeg", 0.85),
  );

/** A chosen picture as LINE would send it: JPEG, at most 2048 a side. What is no picture goes as it is. */
export async function readPhoto(file: File): Promise<{ base64: string; contentType: string }> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return { base64: await base64Of(file), contentType: file.type || "application/octet-stream" };
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return { base64: await base64Of(await toJpeg(canvas)), contentType: "image/jpeg" };
}

function drawPrinter(pen: CanvasRenderingContext2D): void {
  const block = (fill: string, x: number, y: number, width: number, height: number, radius = 0) => {
    pen.fillStyle = fill;
    pen.beginPath();
    pen.roundRect(x, y, width, height, radius);
    pen.fill();
  };
  block("#d9d3c7", 0, 0, 960, 720);
  block("#a98d6b", 0, 540, 960, 180);
  block("#fbfbf9", 330, 120, 300, 180);
  block("#4a5058", 210, 260, 540, 230, 24);
  block("#2d3238", 270, 400, 420, 50, 8);
  block("#e0533d", 670, 300, 36, 16, 8);
  block("#f4f2ec", 300, 425, 360, 120);
  pen.strokeStyle = "#b9b3a6";
  pen.lineWidth = 3;
  for (const [index, bend] of [18, -14, 22, -9].entries()) {
    pen.beginPath();
    pen.moveTo(310, 448 + index * 24);
    pen.bezierCurveTo(420, 448 + index * 24 + bend, 540, 448 + index * 24 - bend, 650, 450 + index * 24);
    pen.stroke();
  }
}

/** A drawn picture of a printer with crumpled paper, for those who have no photo at hand. */
export async function samplePhoto(): Promise<{ base64: string; contentType: string }> {
  const canvas = document.createElement("canvas");
  canvas.width = 960;
  canvas.height = 720;
  const pen = canvas.getContext("2d");
  if (pen !== null) drawPrinter(pen);
  return { base64: await base64Of(await toJpeg(canvas)), contentType: "image/jpeg" };
}
