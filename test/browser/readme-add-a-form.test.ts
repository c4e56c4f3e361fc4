import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkPrint } from "#models/contracts/print.contract.ts";
import { submitRequest } from "#models/contracts/requests.contract.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import { apiAs } from "#test/support/api.ts";
import { fillForm } from "#test/support/mini-app/fill-form.ts";
import { useMiniApp } from "#test/support/mini-app/use-mini-app.ts";
import { squeezedPdf } from "#test/support/pdf-text.ts";

const repository = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

/** A copy of the sources in which somebody did what the README says. Not below node_modules, where nothing is compiled as ours. */
async function followReadme(): Promise<string> {
  await mkdir(join(repository, ".data"), { recursive: true });
  const copy = await mkdtemp(join(repository, ".data/readme-"));
  for (const part of ["models", "liff-app", "package.json", "tsconfig.json"]) {
    await cp(join(repository, part), join(copy, part), { recursive: true });
  }
  await symlink(join(repository, "node_modules"), join(copy, "node_modules"));
  const [definition, line] = codeOf(await readFile(join(repository, "README.md"), "utf8"));
  const [, path = ""] = /^\/\/ (\S+)\n/.exec(definition) ?? [];
  await mkdir(dirname(join(copy, path)), { recursive: true });
  await writeFile(join(copy, path), definition);
  const [, list = ""] = /^\/\/ one more line in (\S+)\n/.exec(line) ?? [];
  const before = await readFile(join(copy, list), "utf8");
  await writeFile(join(copy, list), before.replace("\n]);", `\n${line.split("\n").slice(1).join("\n").trimEnd()}\n]);`));
  return copy;
}

/** The two pieces of code under "Add a form". */
function codeOf(readme: string): [string, string] {
  const section = readme.slice(readme.indexOf("### Add a form"));
  const [definition = "", line = ""] = [...section.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
  return [definition, line];
}

const copy = await followReadme();
afterAll(() => rm(copy, { recursive: true }));

const { catalogue } = (await import(join(copy, "models/requests/catalogue.ts"))) as { catalogue: RequestType[] };
const added = catalogue.find(({ form }) => form.id === "room_booking");

async function buildCopy(): Promise<string> {
  const vite = join(repository, "node_modules/vite/bin/vite.js");
  const options = ["build", "--config", join(copy, "liff-app/vite.config.ts"), "--outDir", join(copy, "dist"), "--logLevel", "warn"];
  await run(process.execPath, [vite, ...options], { cwd: copy, env: { ...process.env, NODE_ENV: "production" } });
  return join(copy, "dist");
}

describe("The README's page on adding a form, followed to the letter", () => {
  const { office, openMiniApp } = useMiniApp({ catalogue, miniApp: buildCopy });
  let teacher: Awaited<ReturnType<typeof office.teacher>>;
  let example: Record<string, unknown>;
  beforeAll(async () => {
    teacher = await office.teacher("ครูจองห้อง ตัวอย่าง");
    example = added?.form.examples[0] ?? {};
  });

  const filed = () => RequestModel.find({ formId: "room_booking", "requester.id": teacher.personId }).sort({ createdAt: 1 }).lean();

  it("puts the form into the catalogue", () => {
    expect(added?.form.title).toBe("แบบขอใช้ห้องประชุม");
  });

  it("asks it in chat, and says what a rule expects", async () => {
    const answers = ["จองห้องประชุม", "ห้องเล็ก", "15 ธ.ค. 69 9.30 น.", "40", "วางแผนระบบเครือข่าย"];
    for (const said of answers) await teacher.asks(said);
    expect(await teacher.screen(1)).toContain("ห้องเล็กนั่งได้ไม่เกิน 12 คน");
    expect(await teacher.asks("12")).toContain("สรุปจองห้องประชุม");
    expect(await teacher.asks("ยืนยัน")).toContain("หป-");
    const [stored] = await filed();
    expect(stored?.answers).toEqual({ ...example, room: "small", people: 12 });
  });

  it("takes it by the API", async () => {
    const api = apiAs(office, teacher);
    await api.ask(submitRequest, { body: { formId: "room_booking", formVersion: 1, draftId: "readme-1", answers: example } });
    expect((await filed()).map(({ answers }) => answers)).toHaveLength(2);
    expect((await filed()).at(-1)?.answers).toEqual(example);
  });

  it("fills it in the mini-app, with the same answers", async () => {
    if (!added) throw new Error("the form is not in the catalogue");
    const page = await openMiniApp(teacher, "/new/room_booking");
    await page.locator('[data-field="room"]').waitFor();
    await fillForm(page, added.form, example);
    await page.getByRole("button", { name: "ส่งจองห้องประชุม" }).click();
    await page.getByRole("heading", { name: "รับเรื่องแล้วค่ะ" }).waitFor();
    expect(await filed()).toHaveLength(3);
    expect((await filed()).at(-1)?.answers).toEqual(example);
  });

  it("prints it", async () => {
    const api = apiAs(office, teacher);
    const first = (await filed()).at(-1);
    const { url } = await api.ask(linkPrint, { params: { id: first?._id ?? "" } });
    const pdf = Buffer.from(await (await fetch(new URL(url, office.server.url))).arrayBuffer());
    const text = await squeezedPdf(pdf);
    expect(text).toContain("แบบขอใช้ห้องประชุม");
    expect(text).toContain("๔๐คน");
  });
});
