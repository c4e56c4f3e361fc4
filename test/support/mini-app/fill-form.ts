import type { Locator, Page } from "playwright-core";
import type { Field } from "#models/fields/field.ts";
import { showDate } from "#models/fields/thai/dates.ts";
import { showTime } from "#models/fields/thai/times.ts";
import { type Answers, type Form, isShown } from "#models/requests/define-form.ts";
import { photoOf } from "#test/support/repairs.ts";

type Row = Record<string, unknown>;

/**
 * Fills a form of the mini-app as a person does: each field that shows, in the form's order, by its own control. Pictures and files
 * are new ones, as many as the answers name.
 */
export async function fillForm(page: Page, form: Form, answers: Answers): Promise<void> {
  for (const [key, field] of Object.entries(form.fields)) {
    if (answers[key] === undefined || !isShown(form, key, answers)) continue;
    await fillField(page.locator(`[data-field="${key}"]`), field, answers[key]);
  }
}

async function fillField(row: Locator, field: Field, value: unknown): Promise<void> {
  switch (field.kind) {
    case "choice":
      return choose(row, field, String(value));
    case "choices":
      for (const one of value as string[]) await row.locator(`input[value="${one}"]`).check();
      return;
    case "yes-no":
      return row.getByRole("radio", { name: field.show(value), exact: true }).check();
    case "rating":
      return row
        .locator("label")
        .nth(Number(value) - 1)
        .click();
    case "consent":
      return row.getByRole("checkbox").check();
    case "grid":
      for (const [item, level] of Object.entries(value as Row))
        await row.locator(`label:has(input[name$="-${item}"][value="${level}"])`).click();
      return;
    case "date-time": {
      const [day = "", time = ""] = String(value).split("T");
      await type(row.locator("input").first(), showDate(day));
      return type(row.locator("input").nth(1), showTime(time));
    }
    case "date-range": {
      const { from, until } = value as { from: string; until: string };
      await type(row.locator("input").first(), showDate(from));
      return type(row.locator("input").nth(1), showDate(until));
    }
    case "school":
    case "person":
      return pick(row, field.show(value));
    case "photos":
      await row.locator("input[multiple]").setInputFiles(await pictures((value as string[]).length));
      return;
    case "files":
      await row.locator("input[type=file]").setInputFiles((value as string[]).map((_, at) => document(at)));
      return;
    case "rows":
      return fillRows(row, field, value as Row[]);
    case "signature":
      return sign(row.locator("svg.pad"), value as number[][]);
    default:
      return type(row.locator("input, textarea").first(), field.show(value));
  }
}

/** As people leave a box: what was typed is read then. */
async function type(box: Locator, text: string): Promise<void> {
  await box.fill(text);
  await box.blur();
}

async function choose(row: Locator, { choices = [] }: Field, value: string): Promise<void> {
  const label = choices.find((choice) => choice.value === value)?.label ?? value;
  const list = row.locator("select");
  if ((await list.count()) > 0) await list.selectOption({ label });
  else await row.getByRole("radio", { name: label, exact: true }).check();
}

async function pick(row: Locator, name: string): Promise<void> {
  await row.getByRole("combobox").fill(name);
  await row
    .getByRole("option", { name: new RegExp(`${name}$`) })
    .first()
    .click();
}

async function fillRows(row: Locator, { rows }: Field, value: readonly Row[]): Promise<void> {
  for (const [at, cells] of value.entries()) {
    if ((await row.locator("li").count()) <= at) await row.getByRole("button", { name: "เพิ่มรายการ" }).click();
    for (const [key, column] of Object.entries(rows?.columns ?? {})) {
      if (cells[key] !== undefined) await fillField(row.locator("li").nth(at).locator(`[data-column="${key}"]`), column, cells[key]);
    }
  }
}

/** Draws each line with the mouse. */
async function sign(pad: Locator, strokes: readonly number[][]): Promise<void> {
  // Not just in sight: the tabs at the bottom must not lie over it.
  await pad.evaluate((drawing) => drawing.scrollIntoView({ block: "center" }));
  const box = await pad.boundingBox();
  if (!box) throw new Error("the pad for the signature is not to be seen");
  const { mouse } = pad.page();
  const pointOf = (stroke: readonly number[], at: number) =>
    [box.x + ((stroke[at] ?? 0) / 1000) * box.width, box.y + ((stroke[at + 1] ?? 0) / 1000) * box.width] as const;
  for (const stroke of strokes) {
    await mouse.move(...pointOf(stroke, 0));
    await mouse.down();
    for (let at = 2; at < stroke.length; at += 2) await mouse.move(...pointOf(stroke, at));
    await mouse.up();
  }
}

const pictures = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => ({
      name: `photo-${at + 1}.jpg`,
      mimeType: "image/jpeg",
      buffer: await photoOf(40 + at, 300),
    })),
  );

/** The smallest document that is one. */
export const smallPdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);
const document = (at: number) => ({ name: `เอกสาร-${at + 1}.pdf`, mimeType: "application/pdf", buffer: smallPdf });
