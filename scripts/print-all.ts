import "#scripts/support/require-node.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { compile, drawContactSheet, drawPages, openCompiler } from "#bot/print/compile.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { pagePictures, wholePicture } from "#scripts/print-all/pictures.ts";
import { samplesOf } from "#scripts/print-all/samples.ts";
import { Remedy, runScript } from "#scripts/support/run-script.ts";

const usage = [
  "วิธีใช้: npm run print:all -- [--folder โฟลเดอร์]",
  "  พิมพ์ทุกแบบฟอร์มด้วยคำตอบตัวอย่าง พร้อมแผ่นรวมหน้าแรกของทุกแบบ (ค่าเริ่มต้น .data/print)",
].join("\n");

/** Wide enough to read headings on the contact sheet. Pixels. */
const thumbnailWidth = 420;

await runScript(async () => {
  const folder = resolve(readFolder());
  mkdirSync(folder, { recursive: true });
  const compiler = openCompiler();
  const samples = samplesOf(openCatalogue(catalogue).all);
  const pictures: Buffer[] = [];
  for (const { file, job } of samples) {
    writeFileSync(join(folder, `${file}.pdf`), compile(compiler, job));
    const [first] = await pagePictures(drawPages(compiler, job), thumbnailWidth, 1);
    if (first) pictures.push(first);
  }
  const title = `แบบฟอร์มทั้งหมด ${samples.length} ฉบับ`;
  const sheet = drawContactSheet(compiler, { title, names: samples.map(({ name, file }) => `${name} · ${file}.pdf`) }, pictures);
  writeFileSync(join(folder, "contact-sheet.pdf"), sheet.pdf);
  writeFileSync(join(folder, "contact-sheet.png"), await wholePicture(sheet.svg));
  console.log(`พิมพ์ ${samples.length} ฉบับแล้วค่ะ อยู่ใน ${folder} เริ่มดูที่ contact-sheet.png ได้เลยนะคะ`);
  return 0;
});

function readFolder(): string {
  try {
    const { values } = parseArgs({ options: { folder: { type: "string", default: join(".data", "print") } } });
    return values.folder;
  } catch {
    throw new Remedy(usage);
  }
}
