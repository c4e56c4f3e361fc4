/** Enough for a technician to read a screen's error message. Pixels, and JPEG's own quality. */
const longestSide = 1600;
const quality = 0.8;

/**
 * A picture upright, no larger than needed, as JPEG and without what the camera wrote into it (place, time). What this
 * browser cannot decode goes as it is: the server says whether it can.
 */
export async function shrinkPicture(file: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    draw(canvas, picture);
    picture.close();
    return (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality))) ?? file;
  } catch {
    return file;
  }
}

/** On white, because JPEG has no transparency and would make it black. */
function draw(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas to draw on");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
}
