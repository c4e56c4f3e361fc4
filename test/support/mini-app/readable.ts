import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

type AxeChoice = {
  /** only rules with one of these tags; all rules when left out */
  tags?: string[];
  /** a selector of what is tested elsewhere */
  exclude?: string;
};

/** What axe finds wrong with a page, "rule: the elements". */
export async function axeFaults(page: Page, { tags, exclude }: AxeChoice = {}): Promise<string[]> {
  // A source of one comment, where the document has axe already: half a megabyte of script costs more than its rules do.
  const hasAxe = await page.evaluate(() => "axe" in window);
  const builder = new AxeBuilder({ page, ...(hasAxe && { axeSource: "/* axe is here */" }) });
  // "Legacy" gathers the results in the page itself. The other way, which only frames of other origins need, opens a second
  // page for that, and loads axe there too: five times the work.
  builder.setLegacyMode();
  if (tags) builder.withTags(tags);
  if (exclude) builder.exclude(exclude);
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** How many pixels run out of the screen's side. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Expects that axe finds no fault with the page, and that nothing runs out of the screen's side. */
export async function isReadable(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  expect(await overflow(page), "something runs out of the screen's side").toBe(0);
}
