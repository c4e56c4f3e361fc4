import process from "node:process";
import { json } from "node:stream/consumers";
import sharp from "sharp";
import { z } from "zod";

// Started by paint.ts: a JSON list of SVGs on stdin, one of PNGs in base64 on stdout.
const svgs = z.array(z.string()).parse(await json(process.stdin));
const pictures = await Promise.all(svgs.map((svg) => sharp(Buffer.from(svg)).png().toBuffer()));
process.stdout.write(JSON.stringify(pictures.map((picture) => picture.toString("base64"))));
