import type { Category } from "#models/conversations/understanding.ts";

/** Category → process of the manual → group of work. The office may change the groups (settings); this is where it starts. */
const routes: Record<Category, { process: number; group: 1 | 2 | 3 }> = {
  computer: { process: 2, group: 1 },
  printer: { process: 2, group: 1 },
  av: { process: 2, group: 1 },
  power: { process: 2, group: 1 },
  network: { process: 2, group: 1 },
  telecom: { process: 2, group: 1 },
  software: { process: 2, group: 1 },
  security: { process: 4, group: 1 },
  account: { process: 6, group: 1 },
  procurement: { process: 3, group: 1 },
  system: { process: 9, group: 2 },
  data: { process: 8, group: 2 },
  website: { process: 11, group: 2 },
  media: { process: 13, group: 3 },
  other: { process: 6, group: 1 },
};

/** The manual's process that work of a category counts for. */
export function processOf(category: Category): number {
  return routes[category].process;
}

/** The group of work that takes a category. */
export function groupOf(category: Category): number {
  return routes[category].group;
}
