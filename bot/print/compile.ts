import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { withReadableText } from "./readable-text.ts";
import type { PrintJob } from "./sheet.ts";

const layouts = join(import.meta.dirname, "layouts");
const { resolve } = createRequire(import.meta.url);
const font = (file: string) => readFileSync(resolve(`@expo-google-fonts/sarabun/${file}`));

/** Typst with our layouts and Sarabun; no font of the machine's is used. */
export function openCompiler(): NodeCompiler {
  const fontBlobs = [font("400Regular/Sarabun_400Regular.ttf"), font("700Bold/Sarabun_700Bold.ttf")];
  return NodeCompiler.create({ workspace: layouts, fontArgs: [{ fontBlobs }] });
}

/**
 * A job as PDF. Data goes in as JSON, so that nothing in it is taken for markup.
 * @throws with Typst's own words, which its error carries as `code`
 */
export function compile(compiler: NodeCompiler, job: PrintJob): Buffer {
  return withReadableText(set(compiler, job, (mainFilePath) => compiler.pdf({ mainFilePath })));
}

/** A job as one SVG picture, its pages below each other: to look at, and for pictures of it. */
export function drawPages(compiler: NodeCompiler, job: PrintJob): string {
  return set(compiler, job, (mainFilePath) => compiler.plainSvg({ mainFilePath }));
}

/** First pages of documents side by side with their names, for whoever looks at all of them. */
export function drawContactSheet(
  compiler: NodeCompiler,
  data: { title: string; names: string[] },
  pictures: readonly Uint8Array[],
): { pdf: Buffer; svg: string } {
  for (const [at, picture] of pictures.entries()) compiler.mapShadow(join(layouts, `page-${at}`), Buffer.from(picture));
  const draw = <T>(make: (mainFilePath: string) => T) => setData(compiler, "contact", { data }, make);
  return { pdf: draw((mainFilePath) => compiler.pdf({ mainFilePath })), svg: draw((mainFilePath) => compiler.plainSvg({ mainFilePath })) };
}

function set<T>(compiler: NodeCompiler, { layout, data, emblem }: PrintJob, make: (mainFilePath: string) => T): T {
  compiler.mapShadow(join(layouts, "emblem"), Buffer.from(emblem ?? []));
  return setData(compiler, layout, { data, hasEmblem: emblem !== null }, make);
}

function setData<T>(compiler: NodeCompiler, layout: string, job: unknown, make: (mainFilePath: string) => T): T {
  // Each document otherwise stays in memory for ever.
  compiler.evictCache(0);
  compiler.mapShadow(join(layouts, "job.json"), Buffer.from(JSON.stringify(job)));
  try {
    return make(join(layouts, `${layout}.typ`));
  } catch (error) {
    const said = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Error(`${layout} was not set: ${said || String(error)}`, { cause: error });
  }
}
