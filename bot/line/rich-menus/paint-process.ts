import process from "node:process";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";

// Started by paint.ts: SVG on stdin, PNG on stdout.
const svg = await buffer(process.stdin);
process.stdout.write(await sharp(svg).png({ palette: true, colours: 128 }).toBuffer());
