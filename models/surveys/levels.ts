import { fiveLevels } from "#models/fields/kinds/grid.ts";

/** The least mean of each level, the best first: the usual five ranges of Thai evaluation reports (4.51–5.00 มากที่สุด … 1.00–1.50 น้อยที่สุด). */
const leastMeans = [4.51, 3.51, 2.51, 1.51, 1] as const;

/** The word for a mean of ratings from 1 to 5, by the mean as it is printed: two decimals. */
export function levelOf(mean: number): string {
  const printed = Math.round(mean * 100) / 100;
  const at = leastMeans.findIndex((least) => printed >= least);
  return fiveLevels[at === -1 ? fiveLevels.length - 1 : at] ?? "";
}
