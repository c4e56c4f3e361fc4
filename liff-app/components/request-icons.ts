import type { RequestIcon } from "#models/requests/define-request-type.ts";

/** The pictograms that kinds of requests go by, drawn like the others: strokes on a grid of 24. A new one without strokes does not compile. */
export const requestIcons: Record<RequestIcon, string> = {
  repair: "M20 7.500a4.8 4.8 0 0 1-6.4 4.500L7 18.600A2.1 2.1 0 0 1 4 15.600L10.6 9A4.8 4.8 0 0 1 16.5 3.200L13.5 6.200l.6 3.2 3.2.6z",
  supplies: "M4 8l8-4 8 4v8.500l-8 4-8-4zM4 8l8 4 8-4M12 12v8.500",
  cart: "M3 4.500h2.500L8 15.500h10L20 8H6.400M9.5 19.500h.01M16.5 19.500h.01",
  borrow: "M4 8.500h13M13.500 5 17 8.500 13.500 12M20 15.500H7M10.500 12 7 15.500l3.5 3.500",
  work: "M4 9h16v10.500H4zM9 9V5.500h6V9M4 13.500h16M12 12v3",
  spec: "M6 5h12v16H6zM9.5 3.500h5V7h-5zM9 11.500h6M9 15.500h4",
  compare: "M12 4v16M8 20h8M5 7h14M5 7l-2.500 6.500h5zM19 7l-2.500 6.500h5z",
  card: "M3.500 5.500h17v13h-17zM8.500 9a1.9 1.9 0 1 1 0 3.800 1.900 1.900 0 0 1 0-3.800zM6 16c.4-1.200 1.300-1.700 2.500-1.700s2.100.5 2.500 1.700M14 10h3.500M14 14h3.500",
  key: "M8 10a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9zM11.200 11.300 19.500 3.500M15.500 7.300l3 3",
  summary: "M5 4h14v16H5zM8 9l1.500 1.500L12 8M8 15l1.500 1.500L12 14M15 9.500h1M15 15.500h1",
  study: "M12 6.500C10 5 7 4.500 3.500 4.500v13c3.500 0 6.500.5 8.500 2 2-1.500 5-2 8.500-2v-13c-3.500 0-6.500.5-8.500 2zM12 6.500v13",
  develop: "M8 7l-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14",
  survey: "M4 5h4v4H4zM4 15h4v4H4zM11.500 7H20M11.500 17H20",
  monitor: "M4 4v16h16M8 16l3.500-5 3 2.500L20 7",
  report: "M6 3h8l4.500 4.500V21H6zM9.500 17.500v-3M12.200 17.500v-6M15 17.500v-4",
};
