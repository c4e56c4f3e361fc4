import sharp from "sharp";

/** A4 in points, as Typst sets it. */
const page = { width: 595.276, height: 841.89 };

/** The pages of a document drawn as one SVG, each as a PNG of that width in pixels; the first `most` of them. */
export function pagePictures(svg: string, width: number, most = Number.POSITIVE_INFINITY): Promise<Buffer[]> {
  const [root = "", tall] = /<svg[^>]*?viewBox="0 0 [\d.]+ ([\d.]+)"[^>]*>/.exec(svg) ?? [];
  const pages = Math.max(1, Math.round(Number(tall ?? page.height) / page.height));
  const height = Math.round((width * page.height) / page.width);
  return Promise.all(
    Array.from({ length: Math.min(pages, most) }, (_, at) => {
      const view = `viewBox="0 ${at * page.height} ${page.width} ${page.height}"`;
      const framed = root
        .replace(/\s(?:width|height|viewBox)="[^"]*"/g, "")
        .replace("<svg", `<svg ${view} width="${width}" height="${height}"`);
      return sharp(Buffer.from(svg.replace(root, framed)), { unlimited: true })
        .flatten({ background: "white" })
        .png()
        .toBuffer();
    }),
  );
}

/** A document of a single page of any size, as a PNG. */
export function wholePicture(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg), { unlimited: true, limitInputPixels: false }).flatten({ background: "white" }).png().toBuffer();
}
